CREATE TABLE "rectification_file" (
	"shard_region" text NOT NULL,
	"id" uuid NOT NULL,
	"rectification_id" uuid NOT NULL,
	"state" text NOT NULL,
	"name" text NOT NULL,
	"media_type" text NOT NULL,
	"hash" text NOT NULL,
	"size" integer NOT NULL,
	"account_id" uuid NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"removed_at" timestamp with time zone,
	CONSTRAINT "rectification_file_shard_region_id_pk" PRIMARY KEY("shard_region","id")
);
--> statement-breakpoint
ALTER TABLE "rectification_file" ADD CONSTRAINT "rectification_file_shard_region_rectification_id_rectification_shard_region_id_fk" FOREIGN KEY ("shard_region","rectification_id") REFERENCES "public"."rectification"("shard_region","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rectification_file" ADD CONSTRAINT "rectification_file_shard_region_account_id_account_shard_region_id_fk" FOREIGN KEY ("shard_region","account_id") REFERENCES "public"."account"("shard_region","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rectification_file" ADD CONSTRAINT "rectification_file_shard_region_hash_blob_shard_region_hash_fk" FOREIGN KEY ("shard_region","hash") REFERENCES "public"."blob"("shard_region","hash") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "rectification_file_shard_region_rectification_id_index" ON "rectification_file" USING btree ("shard_region","rectification_id");