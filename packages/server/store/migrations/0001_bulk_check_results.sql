CREATE TABLE "bulk_unit" (
	"shard_region" text NOT NULL,
	"check_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"sources" jsonb NOT NULL,
	"duplicates" jsonb NOT NULL,
	"about" jsonb NOT NULL,
	"error" integer NOT NULL,
	"warning" integer NOT NULL,
	"hint" integer NOT NULL,
	"packed_result" "bytea" NOT NULL,
	CONSTRAINT "bulk_unit_shard_region_check_id_number_pk" PRIMARY KEY("shard_region","check_id","number")
);
--> statement-breakpoint
ALTER TABLE "bulk_file" ALTER COLUMN "hash" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "bulk_file" ADD COLUMN "size" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "bulk_file" ADD COLUMN "failure_code" text;--> statement-breakpoint
ALTER TABLE "bulk_file" ADD COLUMN "failure_message" text;--> statement-breakpoint
ALTER TABLE "bulk_file" ADD COLUMN "about" jsonb;--> statement-breakpoint
ALTER TABLE "bulk_file" ADD COLUMN "packed_result" "bytea";--> statement-breakpoint
ALTER TABLE "bulk_file" ADD COLUMN "packed_disclosure" "bytea";--> statement-breakpoint
ALTER TABLE "bulk_file" ADD COLUMN "unit_number" integer;--> statement-breakpoint
ALTER TABLE "bulk_unit" ADD CONSTRAINT "bulk_unit_shard_region_check_id_bulk_check_shard_region_id_fk" FOREIGN KEY ("shard_region","check_id") REFERENCES "public"."bulk_check"("shard_region","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "bulk_file_shard_region_check_id_source_index" ON "bulk_file" USING btree ("shard_region","check_id","source");--> statement-breakpoint
CREATE INDEX "bulk_file_shard_region_hash_index" ON "bulk_file" USING btree ("shard_region","hash");--> statement-breakpoint
ALTER TABLE "bulk_check" DROP COLUMN "files";--> statement-breakpoint
ALTER TABLE "bulk_check" DROP COLUMN "done";--> statement-breakpoint
ALTER TABLE "bulk_file" DROP COLUMN "result";--> statement-breakpoint
ALTER TABLE "bulk_file" DROP COLUMN "disclosure";--> statement-breakpoint
ALTER TABLE "bulk_file" DROP COLUMN "job_id";