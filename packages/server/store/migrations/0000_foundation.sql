CREATE TABLE "account" (
	"shard_region" text NOT NULL,
	"id" uuid NOT NULL,
	"login" text NOT NULL,
	"name" text NOT NULL,
	"password_hash" text,
	"password_changed_at" timestamp with time zone,
	"failures" integer DEFAULT 0 NOT NULL,
	"locked_until" timestamp with time zone,
	"disabled" boolean DEFAULT false NOT NULL,
	"sample" boolean DEFAULT false NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "account_shard_region_id_pk" PRIMARY KEY("shard_region","id"),
	CONSTRAINT "account_shard_region_login_unique" UNIQUE("shard_region","login")
);
--> statement-breakpoint
CREATE TABLE "one_time_link" (
	"shard_region" text NOT NULL,
	"token_hash" text NOT NULL,
	"purpose" text NOT NULL,
	"account_id" uuid,
	"expires_at" timestamp with time zone NOT NULL,
	"used_at" timestamp with time zone,
	CONSTRAINT "one_time_link_shard_region_token_hash_pk" PRIMARY KEY("shard_region","token_hash")
);
--> statement-breakpoint
CREATE TABLE "role_grant" (
	"shard_region" text NOT NULL,
	"id" uuid NOT NULL,
	"account_id" uuid NOT NULL,
	"role" text NOT NULL,
	"scope" text NOT NULL,
	"unit_id" uuid,
	CONSTRAINT "role_grant_shard_region_id_pk" PRIMARY KEY("shard_region","id")
);
--> statement-breakpoint
CREATE TABLE "session" (
	"shard_region" text NOT NULL,
	"token_hash" text NOT NULL,
	"account_id" uuid NOT NULL,
	"csrf" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"seen_at" timestamp with time zone NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	CONSTRAINT "session_shard_region_token_hash_pk" PRIMARY KEY("shard_region","token_hash")
);
--> statement-breakpoint
CREATE TABLE "bulk_check" (
	"shard_region" text NOT NULL,
	"id" uuid NOT NULL,
	"account_id" uuid NOT NULL,
	"title" text NOT NULL,
	"state" text NOT NULL,
	"files" integer DEFAULT 0 NOT NULL,
	"done" integer DEFAULT 0 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"finished_at" timestamp with time zone,
	CONSTRAINT "bulk_check_shard_region_id_pk" PRIMARY KEY("shard_region","id")
);
--> statement-breakpoint
CREATE TABLE "bulk_file" (
	"shard_region" text NOT NULL,
	"check_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"source" text NOT NULL,
	"hash" text NOT NULL,
	"status" text NOT NULL,
	"unit_name" text,
	"year" integer,
	"kind" text,
	"error" integer DEFAULT 0 NOT NULL,
	"warning" integer DEFAULT 0 NOT NULL,
	"hint" integer DEFAULT 0 NOT NULL,
	"result" jsonb,
	"disclosure" jsonb,
	"job_id" uuid,
	CONSTRAINT "bulk_file_shard_region_check_id_position_pk" PRIMARY KEY("shard_region","check_id","position")
);
--> statement-breakpoint
CREATE TABLE "evaluation" (
	"shard_region" text NOT NULL,
	"report_id" uuid NOT NULL,
	"position" smallint NOT NULL,
	"unit_id" uuid NOT NULL,
	"year" integer NOT NULL,
	"name" text NOT NULL,
	"pinyin" text DEFAULT '' NOT NULL,
	"initials" text DEFAULT '' NOT NULL,
	"adjusted" numeric(20, 2),
	"executed" numeric(20, 2),
	"rate" numeric(12, 2),
	"score" numeric(8, 2),
	"computed_score" numeric(8, 2),
	"grade" text,
	CONSTRAINT "evaluation_shard_region_report_id_position_pk" PRIMARY KEY("shard_region","report_id","position")
);
--> statement-breakpoint
CREATE TABLE "figure" (
	"shard_region" text NOT NULL,
	"year" integer NOT NULL,
	"report_id" uuid NOT NULL,
	"unit_id" uuid NOT NULL,
	"fact" text NOT NULL,
	"value" numeric(20, 2) NOT NULL,
	CONSTRAINT "figure_shard_region_year_report_id_fact_pk" PRIMARY KEY("shard_region","year","report_id","fact")
) PARTITION BY LIST ("year");
--> statement-breakpoint
CREATE TABLE "figure_other" PARTITION OF "figure" DEFAULT;
--> statement-breakpoint
DO $$ BEGIN
  FOR one IN 2018..2040 LOOP
    EXECUTE format('CREATE TABLE figure_%s PARTITION OF figure FOR VALUES IN (%s)', one, one);
  END LOOP;
END $$;
--> statement-breakpoint
CREATE TABLE "indicator" (
	"shard_region" text NOT NULL,
	"report_id" uuid NOT NULL,
	"evaluation" smallint NOT NULL,
	"position" smallint NOT NULL,
	"level1" text NOT NULL,
	"level2" text NOT NULL,
	"name" text NOT NULL,
	"target" text,
	"actual" text,
	"points" numeric(8, 2),
	"score" numeric(8, 2),
	"computed_score" numeric(8, 2),
	"verdict" text,
	"derivation" text,
	CONSTRAINT "indicator_shard_region_report_id_evaluation_position_pk" PRIMARY KEY("shard_region","report_id","evaluation","position")
);
--> statement-breakpoint
CREATE TABLE "region" (
	"shard_region" text NOT NULL,
	"code" text NOT NULL,
	"name" text NOT NULL,
	"full_name" text NOT NULL,
	CONSTRAINT "region_shard_region_pk" PRIMARY KEY("shard_region"),
	CONSTRAINT "region_shard_region_code_unique" UNIQUE("shard_region","code")
);
--> statement-breakpoint
CREATE TABLE "unit" (
	"shard_region" text NOT NULL,
	"id" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "unit_shard_region_id_pk" PRIMARY KEY("shard_region","id")
);
--> statement-breakpoint
CREATE TABLE "unit_year" (
	"shard_region" text NOT NULL,
	"unit_id" uuid NOT NULL,
	"year" integer NOT NULL,
	"code" text,
	"name" text NOT NULL,
	"kind" text NOT NULL,
	"type" text,
	"department_id" uuid,
	"pinyin" text DEFAULT '' NOT NULL,
	"initials" text DEFAULT '' NOT NULL,
	"active" boolean DEFAULT true NOT NULL,
	CONSTRAINT "unit_year_shard_region_unit_id_year_pk" PRIMARY KEY("shard_region","unit_id","year")
);
--> statement-breakpoint
CREATE TABLE "journal" (
	"shard_region" text NOT NULL,
	"number" bigint NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"account_id" uuid,
	"action" text NOT NULL,
	"target_kind" text NOT NULL,
	"target_id" text,
	"detail" jsonb NOT NULL,
	"previous_seal" text NOT NULL,
	"seal" text NOT NULL,
	CONSTRAINT "journal_shard_region_number_pk" PRIMARY KEY("shard_region","number")
);
--> statement-breakpoint
CREATE TABLE "publication" (
	"shard_region" text NOT NULL,
	"id" uuid NOT NULL,
	"report_id" uuid NOT NULL,
	"version" integer NOT NULL,
	"unit_id" uuid NOT NULL,
	"year" integer NOT NULL,
	"published_at" timestamp with time zone NOT NULL,
	"published_by" uuid,
	"withdrawn_at" timestamp with time zone,
	"withdrawal_reason" text,
	CONSTRAINT "publication_shard_region_id_pk" PRIMARY KEY("shard_region","id")
);
--> statement-breakpoint
CREATE TABLE "publication_file" (
	"shard_region" text NOT NULL,
	"publication_id" uuid NOT NULL,
	"format" text NOT NULL,
	"name" text NOT NULL,
	"hash" text NOT NULL,
	"size" integer NOT NULL,
	CONSTRAINT "publication_file_shard_region_publication_id_format_pk" PRIMARY KEY("shard_region","publication_id","format")
);
--> statement-breakpoint
CREATE TABLE "rectification" (
	"shard_region" text NOT NULL,
	"id" uuid NOT NULL,
	"unit_id" uuid NOT NULL,
	"report_id" uuid,
	"year" integer NOT NULL,
	"problem" text NOT NULL,
	"origin" text NOT NULL,
	"owner" text DEFAULT '' NOT NULL,
	"measure" text DEFAULT '' NOT NULL,
	"due" date,
	"state" text NOT NULL,
	"history" jsonb NOT NULL,
	"revision" integer DEFAULT 0 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "rectification_shard_region_id_pk" PRIMARY KEY("shard_region","id")
);
--> statement-breakpoint
CREATE TABLE "draft_change" (
	"shard_region" text NOT NULL,
	"report_id" uuid NOT NULL,
	"revision" integer NOT NULL,
	"account_id" uuid NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	"changes" jsonb NOT NULL,
	CONSTRAINT "draft_change_shard_region_report_id_revision_pk" PRIMARY KEY("shard_region","report_id","revision")
);
--> statement-breakpoint
CREATE TABLE "report" (
	"shard_region" text NOT NULL,
	"id" uuid NOT NULL,
	"unit_id" uuid NOT NULL,
	"year" integer NOT NULL,
	"kind" text NOT NULL,
	"task_id" uuid,
	"edition" text NOT NULL,
	"state" text DEFAULT 'filling' NOT NULL,
	"version" integer DEFAULT 0 NOT NULL,
	"published_version" integer,
	"summary" jsonb NOT NULL,
	"revision" integer DEFAULT 0 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "report_shard_region_id_pk" PRIMARY KEY("shard_region","id"),
	CONSTRAINT "report_shard_region_unit_id_year_kind_unique" UNIQUE("shard_region","unit_id","year","kind")
);
--> statement-breakpoint
CREATE TABLE "report_draft" (
	"shard_region" text NOT NULL,
	"report_id" uuid NOT NULL,
	"entries" jsonb NOT NULL,
	"revision" integer DEFAULT 0 NOT NULL,
	"updated_by" uuid,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "report_draft_shard_region_report_id_pk" PRIMARY KEY("shard_region","report_id")
);
--> statement-breakpoint
CREATE TABLE "report_version" (
	"shard_region" text NOT NULL,
	"report_id" uuid NOT NULL,
	"version" integer NOT NULL,
	"entries" jsonb,
	"disclosure" jsonb NOT NULL,
	"content_hash" text NOT NULL,
	"figures_hash" text NOT NULL,
	"edition" text NOT NULL,
	"rule_pack" text NOT NULL,
	"origin" text NOT NULL,
	"findings" jsonb NOT NULL,
	"summary" jsonb NOT NULL,
	"created_by" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "report_version_shard_region_report_id_version_pk" PRIMARY KEY("shard_region","report_id","version")
);
--> statement-breakpoint
CREATE TABLE "task" (
	"shard_region" text NOT NULL,
	"id" uuid NOT NULL,
	"year" integer NOT NULL,
	"kind" text NOT NULL,
	"title" text NOT NULL,
	"edition" text NOT NULL,
	"due_filling" date NOT NULL,
	"due_department" date NOT NULL,
	"due_finance" date NOT NULL,
	"due_publication" date NOT NULL,
	"note" text DEFAULT '' NOT NULL,
	"closed" boolean DEFAULT false NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "task_shard_region_id_pk" PRIMARY KEY("shard_region","id")
);
--> statement-breakpoint
CREATE TABLE "attachment" (
	"shard_region" text NOT NULL,
	"id" uuid NOT NULL,
	"report_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"about" text,
	"name" text NOT NULL,
	"media_type" text NOT NULL,
	"hash" text NOT NULL,
	"size" integer NOT NULL,
	"account_id" uuid NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	"removed_at" timestamp with time zone,
	CONSTRAINT "attachment_shard_region_id_pk" PRIMARY KEY("shard_region","id")
);
--> statement-breakpoint
CREATE TABLE "blob" (
	"shard_region" text NOT NULL,
	"hash" text NOT NULL,
	"size" integer NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "blob_shard_region_hash_pk" PRIMARY KEY("shard_region","hash")
);
--> statement-breakpoint
CREATE TABLE "blob_part" (
	"shard_region" text NOT NULL,
	"hash" text NOT NULL,
	"part" integer NOT NULL,
	"content" "bytea" NOT NULL,
	CONSTRAINT "blob_part_shard_region_hash_part_pk" PRIMARY KEY("shard_region","hash","part")
);
--> statement-breakpoint
CREATE TABLE "comment" (
	"shard_region" text NOT NULL,
	"id" uuid NOT NULL,
	"report_id" uuid NOT NULL,
	"version" integer NOT NULL,
	"about" text,
	"kind" text NOT NULL,
	"text" text NOT NULL,
	"answer_to" uuid,
	"account_id" uuid NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	"resolved_at" timestamp with time zone,
	CONSTRAINT "comment_shard_region_id_pk" PRIMARY KEY("shard_region","id")
);
--> statement-breakpoint
CREATE TABLE "explanation" (
	"shard_region" text NOT NULL,
	"id" uuid NOT NULL,
	"unit_id" uuid NOT NULL,
	"year" integer NOT NULL,
	"report_id" uuid NOT NULL,
	"rule" text NOT NULL,
	"subject" text NOT NULL,
	"figures" jsonb NOT NULL,
	"text" text NOT NULL,
	"account_id" uuid NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	"withdrawn_at" timestamp with time zone,
	CONSTRAINT "explanation_shard_region_id_pk" PRIMARY KEY("shard_region","id")
);
--> statement-breakpoint
CREATE TABLE "review" (
	"shard_region" text NOT NULL,
	"id" uuid NOT NULL,
	"report_id" uuid NOT NULL,
	"version" integer NOT NULL,
	"stage" text NOT NULL,
	"decision" text NOT NULL,
	"opinion" text NOT NULL,
	"account_id" uuid NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	"invalidated_at" timestamp with time zone,
	CONSTRAINT "review_shard_region_id_pk" PRIMARY KEY("shard_region","id")
);
--> statement-breakpoint
ALTER TABLE "account" ADD CONSTRAINT "account_shard_region_region_shard_region_fk" FOREIGN KEY ("shard_region") REFERENCES "public"."region"("shard_region") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "one_time_link" ADD CONSTRAINT "one_time_link_shard_region_account_id_account_shard_region_id_fk" FOREIGN KEY ("shard_region","account_id") REFERENCES "public"."account"("shard_region","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "role_grant" ADD CONSTRAINT "role_grant_shard_region_account_id_account_shard_region_id_fk" FOREIGN KEY ("shard_region","account_id") REFERENCES "public"."account"("shard_region","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "role_grant" ADD CONSTRAINT "role_grant_shard_region_unit_id_unit_shard_region_id_fk" FOREIGN KEY ("shard_region","unit_id") REFERENCES "public"."unit"("shard_region","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "session" ADD CONSTRAINT "session_shard_region_account_id_account_shard_region_id_fk" FOREIGN KEY ("shard_region","account_id") REFERENCES "public"."account"("shard_region","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bulk_check" ADD CONSTRAINT "bulk_check_shard_region_account_id_account_shard_region_id_fk" FOREIGN KEY ("shard_region","account_id") REFERENCES "public"."account"("shard_region","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bulk_file" ADD CONSTRAINT "bulk_file_shard_region_check_id_bulk_check_shard_region_id_fk" FOREIGN KEY ("shard_region","check_id") REFERENCES "public"."bulk_check"("shard_region","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bulk_file" ADD CONSTRAINT "bulk_file_shard_region_hash_blob_shard_region_hash_fk" FOREIGN KEY ("shard_region","hash") REFERENCES "public"."blob"("shard_region","hash") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "evaluation" ADD CONSTRAINT "evaluation_shard_region_report_id_report_shard_region_id_fk" FOREIGN KEY ("shard_region","report_id") REFERENCES "public"."report"("shard_region","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "figure" ADD CONSTRAINT "figure_shard_region_report_id_report_shard_region_id_fk" FOREIGN KEY ("shard_region","report_id") REFERENCES "public"."report"("shard_region","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "indicator" ADD CONSTRAINT "indicator_shard_region_report_id_evaluation_evaluation_shard_region_report_id_position_fk" FOREIGN KEY ("shard_region","report_id","evaluation") REFERENCES "public"."evaluation"("shard_region","report_id","position") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "unit" ADD CONSTRAINT "unit_shard_region_region_shard_region_fk" FOREIGN KEY ("shard_region") REFERENCES "public"."region"("shard_region") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "unit_year" ADD CONSTRAINT "unit_year_shard_region_unit_id_unit_shard_region_id_fk" FOREIGN KEY ("shard_region","unit_id") REFERENCES "public"."unit"("shard_region","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "unit_year" ADD CONSTRAINT "unit_year_shard_region_department_id_unit_shard_region_id_fk" FOREIGN KEY ("shard_region","department_id") REFERENCES "public"."unit"("shard_region","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "journal" ADD CONSTRAINT "journal_shard_region_region_shard_region_fk" FOREIGN KEY ("shard_region") REFERENCES "public"."region"("shard_region") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "publication" ADD CONSTRAINT "publication_shard_region_report_id_report_shard_region_id_fk" FOREIGN KEY ("shard_region","report_id") REFERENCES "public"."report"("shard_region","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "publication_file" ADD CONSTRAINT "publication_file_shard_region_publication_id_publication_shard_region_id_fk" FOREIGN KEY ("shard_region","publication_id") REFERENCES "public"."publication"("shard_region","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "publication_file" ADD CONSTRAINT "publication_file_shard_region_hash_blob_shard_region_hash_fk" FOREIGN KEY ("shard_region","hash") REFERENCES "public"."blob"("shard_region","hash") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rectification" ADD CONSTRAINT "rectification_shard_region_unit_id_unit_shard_region_id_fk" FOREIGN KEY ("shard_region","unit_id") REFERENCES "public"."unit"("shard_region","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rectification" ADD CONSTRAINT "rectification_shard_region_report_id_report_shard_region_id_fk" FOREIGN KEY ("shard_region","report_id") REFERENCES "public"."report"("shard_region","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "draft_change" ADD CONSTRAINT "draft_change_shard_region_report_id_report_shard_region_id_fk" FOREIGN KEY ("shard_region","report_id") REFERENCES "public"."report"("shard_region","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "draft_change" ADD CONSTRAINT "draft_change_shard_region_account_id_account_shard_region_id_fk" FOREIGN KEY ("shard_region","account_id") REFERENCES "public"."account"("shard_region","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "report" ADD CONSTRAINT "report_shard_region_unit_id_unit_shard_region_id_fk" FOREIGN KEY ("shard_region","unit_id") REFERENCES "public"."unit"("shard_region","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "report" ADD CONSTRAINT "report_shard_region_task_id_task_shard_region_id_fk" FOREIGN KEY ("shard_region","task_id") REFERENCES "public"."task"("shard_region","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "report_draft" ADD CONSTRAINT "report_draft_shard_region_report_id_report_shard_region_id_fk" FOREIGN KEY ("shard_region","report_id") REFERENCES "public"."report"("shard_region","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "report_version" ADD CONSTRAINT "report_version_shard_region_report_id_report_shard_region_id_fk" FOREIGN KEY ("shard_region","report_id") REFERENCES "public"."report"("shard_region","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "task" ADD CONSTRAINT "task_shard_region_region_shard_region_fk" FOREIGN KEY ("shard_region") REFERENCES "public"."region"("shard_region") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attachment" ADD CONSTRAINT "attachment_shard_region_report_id_report_shard_region_id_fk" FOREIGN KEY ("shard_region","report_id") REFERENCES "public"."report"("shard_region","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attachment" ADD CONSTRAINT "attachment_shard_region_hash_blob_shard_region_hash_fk" FOREIGN KEY ("shard_region","hash") REFERENCES "public"."blob"("shard_region","hash") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "blob_part" ADD CONSTRAINT "blob_part_shard_region_hash_blob_shard_region_hash_fk" FOREIGN KEY ("shard_region","hash") REFERENCES "public"."blob"("shard_region","hash") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "comment" ADD CONSTRAINT "comment_shard_region_report_id_report_shard_region_id_fk" FOREIGN KEY ("shard_region","report_id") REFERENCES "public"."report"("shard_region","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "comment" ADD CONSTRAINT "comment_shard_region_account_id_account_shard_region_id_fk" FOREIGN KEY ("shard_region","account_id") REFERENCES "public"."account"("shard_region","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "explanation" ADD CONSTRAINT "explanation_shard_region_unit_id_unit_shard_region_id_fk" FOREIGN KEY ("shard_region","unit_id") REFERENCES "public"."unit"("shard_region","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "explanation" ADD CONSTRAINT "explanation_shard_region_report_id_report_shard_region_id_fk" FOREIGN KEY ("shard_region","report_id") REFERENCES "public"."report"("shard_region","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "review" ADD CONSTRAINT "review_shard_region_report_id_report_shard_region_id_fk" FOREIGN KEY ("shard_region","report_id") REFERENCES "public"."report"("shard_region","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "review" ADD CONSTRAINT "review_shard_region_account_id_account_shard_region_id_fk" FOREIGN KEY ("shard_region","account_id") REFERENCES "public"."account"("shard_region","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "account_login_index" ON "account" USING btree ("login");--> statement-breakpoint
CREATE INDEX "role_grant_shard_region_account_id_index" ON "role_grant" USING btree ("shard_region","account_id");--> statement-breakpoint
CREATE INDEX "session_token_hash_index" ON "session" USING btree ("token_hash");--> statement-breakpoint
CREATE INDEX "session_expires_at_index" ON "session" USING btree ("expires_at");--> statement-breakpoint
CREATE INDEX "bulk_file_shard_region_check_id_status_index" ON "bulk_file" USING btree ("shard_region","check_id","status");--> statement-breakpoint
CREATE INDEX "evaluation_shard_region_year_index" ON "evaluation" USING btree ("shard_region","year");--> statement-breakpoint
CREATE INDEX "evaluation_shard_region_unit_id_year_index" ON "evaluation" USING btree ("shard_region","unit_id","year");--> statement-breakpoint
CREATE INDEX "figure_fact_shard_region_year_index" ON "figure" USING btree ("fact","shard_region","year");--> statement-breakpoint
CREATE INDEX "figure_shard_region_unit_id_year_index" ON "figure" USING btree ("shard_region","unit_id","year");--> statement-breakpoint
CREATE INDEX "unit_year_shard_region_year_department_id_index" ON "unit_year" USING btree ("shard_region","year","department_id");--> statement-breakpoint
CREATE INDEX "unit_year_initials_index" ON "unit_year" USING btree ("initials");--> statement-breakpoint
CREATE INDEX "journal_shard_region_target_kind_target_id_index" ON "journal" USING btree ("shard_region","target_kind","target_id");--> statement-breakpoint
CREATE INDEX "publication_shard_region_unit_id_year_index" ON "publication" USING btree ("shard_region","unit_id","year");--> statement-breakpoint
CREATE INDEX "rectification_shard_region_year_state_index" ON "rectification" USING btree ("shard_region","year","state");--> statement-breakpoint
CREATE INDEX "report_shard_region_year_state_index" ON "report" USING btree ("shard_region","year","state");--> statement-breakpoint
CREATE INDEX "report_id_index" ON "report" USING btree ("id");--> statement-breakpoint
CREATE INDEX "task_shard_region_year_index" ON "task" USING btree ("shard_region","year");--> statement-breakpoint
CREATE INDEX "attachment_shard_region_report_id_index" ON "attachment" USING btree ("shard_region","report_id");--> statement-breakpoint
CREATE INDEX "comment_shard_region_report_id_index" ON "comment" USING btree ("shard_region","report_id");--> statement-breakpoint
CREATE INDEX "explanation_shard_region_unit_id_year_index" ON "explanation" USING btree ("shard_region","unit_id","year");--> statement-breakpoint
CREATE INDEX "review_shard_region_report_id_index" ON "review" USING btree ("shard_region","report_id");
--> statement-breakpoint
CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'rows of % are only ever added', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END $$;
--> statement-breakpoint
CREATE TRIGGER journal_is_append_only BEFORE UPDATE OR DELETE ON "journal" FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER journal_is_never_emptied BEFORE TRUNCATE ON "journal" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER versions_are_immutable BEFORE UPDATE OR DELETE ON "report_version" FOR EACH ROW EXECUTE FUNCTION refuse_change();
