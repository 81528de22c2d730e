ALTER TABLE "region" ADD COLUMN "sample" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "region" ADD CONSTRAINT "region_sample_is_nowhere" CHECK (not "region"."sample" or "region"."shard_region" like '99%');--> statement-breakpoint
UPDATE "region" SET "sample" = true WHERE "shard_region" = '990101' AND EXISTS (SELECT FROM "journal" WHERE "journal"."shard_region" = "region"."shard_region" AND "journal"."action" = 'sample-loaded');
--> statement-breakpoint
CREATE OR REPLACE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  -- Rows of the sample may go: in a transaction that says whose they are, while their region is marked as the sample.
  IF TG_LEVEL = 'ROW' AND TG_OP = 'DELETE' THEN
    IF OLD.shard_region = current_setting('jueming.removed_sample', true)
      AND EXISTS (SELECT FROM region WHERE region.shard_region = OLD.shard_region AND region.sample) THEN
      RETURN OLD;
    END IF;
  END IF;
  RAISE EXCEPTION 'rows of % are only ever added', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END $$;
--> statement-breakpoint
CREATE FUNCTION keep_sample_mark() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'whether a region is the sample never changes' USING ERRCODE = 'restrict_violation';
END $$;
--> statement-breakpoint
CREATE TRIGGER sample_mark_is_kept BEFORE UPDATE OF "sample" ON "region" FOR EACH ROW WHEN (OLD."sample" IS DISTINCT FROM NEW."sample") EXECUTE FUNCTION keep_sample_mark();
