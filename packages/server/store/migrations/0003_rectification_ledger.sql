ALTER TABLE "rectification" ADD COLUMN "number" integer;--> statement-breakpoint
UPDATE "rectification" SET "number" = "numbered"."number" FROM (SELECT "shard_region", "id", row_number() OVER (PARTITION BY "shard_region", "year" ORDER BY "created_at", "id") AS "number" FROM "rectification") AS "numbered" WHERE "rectification"."shard_region" = "numbered"."shard_region" AND "rectification"."id" = "numbered"."id";--> statement-breakpoint
ALTER TABLE "rectification" ALTER COLUMN "number" SET NOT NULL;--> statement-breakpoint
ALTER TABLE "rectification" ADD COLUMN "rule" text;--> statement-breakpoint
ALTER TABLE "rectification" ADD COLUMN "code" text;--> statement-breakpoint
ALTER TABLE "rectification" ADD COLUMN "severity" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "rectification" ADD COLUMN "subject" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "rectification" ADD COLUMN "advice" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "rectification" ADD COLUMN "place" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "rectification" ADD COLUMN "owner_unit" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "rectification" ADD COLUMN "evidence" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "rectification" ADD COLUMN "note" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "rectification" ADD COLUMN "occurrence" text DEFAULT 'present' NOT NULL;--> statement-breakpoint
ALTER TABLE "rectification" ADD COLUMN "recurrence" jsonb;--> statement-breakpoint
CREATE INDEX "rectification_shard_region_report_id_index" ON "rectification" USING btree ("shard_region","report_id");--> statement-breakpoint
ALTER TABLE "rectification" ADD CONSTRAINT "rectification_shard_region_year_number_unique" UNIQUE("shard_region","year","number");