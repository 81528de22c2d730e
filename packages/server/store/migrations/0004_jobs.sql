CREATE TABLE "job" (
	"shard_region" text NOT NULL,
	"id" uuid NOT NULL,
	"queue" text NOT NULL,
	"account_id" uuid,
	"data" jsonb NOT NULL,
	"state" text DEFAULT 'queued' NOT NULL,
	"done" integer DEFAULT 0 NOT NULL,
	"total" integer DEFAULT 0 NOT NULL,
	"note" text DEFAULT '' NOT NULL,
	"error" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"finished_at" timestamp with time zone,
	CONSTRAINT "job_shard_region_id_pk" PRIMARY KEY("shard_region","id")
);
--> statement-breakpoint
CREATE INDEX "job_shard_region_queue_state_index" ON "job" USING btree ("shard_region","queue","state");