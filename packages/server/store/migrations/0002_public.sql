CREATE TABLE "public_change" (
	"shard_region" text NOT NULL,
	"count" bigint NOT NULL,
	CONSTRAINT "public_change_shard_region_pk" PRIMARY KEY("shard_region")
);
--> statement-breakpoint
CREATE TABLE "public_project" (
	"shard_region" text NOT NULL,
	"report_id" uuid NOT NULL,
	"position" smallint NOT NULL,
	"unit_id" uuid NOT NULL,
	"unit_name" text NOT NULL,
	"year" integer NOT NULL,
	"number" text NOT NULL,
	"name" text NOT NULL,
	"adjusted" numeric(20, 2),
	"executed" numeric(20, 2),
	"rate" numeric(12, 2),
	"score" numeric(8, 2),
	"computed_score" numeric(8, 2),
	"grade" text,
	"content" jsonb NOT NULL,
	"words" text[] NOT NULL,
	CONSTRAINT "public_project_shard_region_report_id_position_pk" PRIMARY KEY("shard_region","report_id","position")
);
--> statement-breakpoint
CREATE TABLE "public_report" (
	"shard_region" text NOT NULL,
	"report_id" uuid NOT NULL,
	"publication_id" uuid NOT NULL,
	"version" integer NOT NULL,
	"unit_id" uuid NOT NULL,
	"year" integer NOT NULL,
	"kind" text NOT NULL,
	"unit_name" text NOT NULL,
	"unit_code" text,
	"unit_type" text,
	"department_id" uuid,
	"department_name" text,
	"published_at" timestamp with time zone NOT NULL,
	"due" date,
	"timely" boolean,
	"errors" integer NOT NULL,
	"warnings" integer NOT NULL,
	"hints" integer NOT NULL,
	"explained" integer NOT NULL,
	"income" numeric(20, 2),
	"expenditure" numeric(20, 2),
	"prior_expenditure" numeric(20, 2),
	"basic" numeric(20, 2),
	"project" numeric(20, 2),
	"personnel" numeric(20, 2),
	"general_budget" numeric(20, 2),
	"planned_general_budget" numeric(20, 2),
	"three_public_budget" numeric(20, 2),
	"three_public" numeric(20, 2),
	"abroad" numeric(20, 2),
	"vehicles" numeric(20, 2),
	"reception" numeric(20, 2),
	"projects" integer NOT NULL,
	"adjusted" numeric(20, 2),
	"executed" numeric(20, 2),
	"rate" numeric(12, 2),
	"mean_score" numeric(8, 2),
	"content" jsonb NOT NULL,
	"form" smallint NOT NULL,
	CONSTRAINT "public_report_shard_region_report_id_pk" PRIMARY KEY("shard_region","report_id")
);
--> statement-breakpoint
CREATE TABLE "public_total" (
	"shard_region" text NOT NULL,
	"year" integer NOT NULL,
	"units" integer NOT NULL,
	"income" numeric(20, 2),
	"expenditure" numeric(20, 2),
	"basic" numeric(20, 2),
	"project" numeric(20, 2),
	"three_public" numeric(20, 2),
	"projects" integer NOT NULL,
	"late" integer NOT NULL,
	"faulty" integer NOT NULL,
	CONSTRAINT "public_total_shard_region_year_pk" PRIMARY KEY("shard_region","year")
);
--> statement-breakpoint
CREATE TABLE "public_unit" (
	"shard_region" text NOT NULL,
	"unit_id" uuid NOT NULL,
	"name" text NOT NULL,
	"department_name" text,
	"first_year" integer NOT NULL,
	"last_year" integer NOT NULL,
	"pinyin" text NOT NULL,
	"initials" text NOT NULL,
	"words" text[] NOT NULL,
	CONSTRAINT "public_unit_shard_region_unit_id_pk" PRIMARY KEY("shard_region","unit_id")
);
--> statement-breakpoint
ALTER TABLE "public_change" ADD CONSTRAINT "public_change_shard_region_region_shard_region_fk" FOREIGN KEY ("shard_region") REFERENCES "public"."region"("shard_region") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "public_project" ADD CONSTRAINT "public_project_shard_region_report_id_public_report_shard_region_report_id_fk" FOREIGN KEY ("shard_region","report_id") REFERENCES "public"."public_report"("shard_region","report_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "public_report" ADD CONSTRAINT "public_report_shard_region_report_id_report_shard_region_id_fk" FOREIGN KEY ("shard_region","report_id") REFERENCES "public"."report"("shard_region","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "public_report" ADD CONSTRAINT "public_report_shard_region_publication_id_publication_shard_region_id_fk" FOREIGN KEY ("shard_region","publication_id") REFERENCES "public"."publication"("shard_region","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "public_total" ADD CONSTRAINT "public_total_shard_region_region_shard_region_fk" FOREIGN KEY ("shard_region") REFERENCES "public"."region"("shard_region") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "public_unit" ADD CONSTRAINT "public_unit_shard_region_unit_id_unit_shard_region_id_fk" FOREIGN KEY ("shard_region","unit_id") REFERENCES "public"."unit"("shard_region","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "public_project_shard_region_unit_id_number_index" ON "public_project" USING btree ("shard_region","unit_id","number");--> statement-breakpoint
CREATE INDEX "public_project_words_index" ON "public_project" USING gin ("words");--> statement-breakpoint
CREATE INDEX "public_report_shard_region_unit_id_year_index" ON "public_report" USING btree ("shard_region","unit_id","year");--> statement-breakpoint
CREATE INDEX "public_report_shard_region_year_kind_index" ON "public_report" USING btree ("shard_region","year","kind");--> statement-breakpoint
CREATE INDEX "public_report_published_at_index" ON "public_report" USING btree ("published_at");--> statement-breakpoint
CREATE INDEX "public_unit_words_index" ON "public_unit" USING gin ("words");--> statement-breakpoint
CREATE VIEW "public"."public_figure" AS (select "figure"."shard_region" as "shard_region", "figure"."year" as "year", "figure"."report_id" as "report_id", "figure"."unit_id" as "unit_id", "figure"."fact" as "fact", "figure"."value" as "value" from "figure" inner join "public_report" on "public_report"."shard_region" = "figure"."shard_region" and "public_report"."report_id" = "figure"."report_id");