// What the sample holds, and what people have put into it while they tried the product: a trial changes reports, but
// units, users and files of one's own may be more than a trial.

import { and, eq, inArray, notInArray, sql } from "drizzle-orm";

import type { SampleAddition, SampleView } from "../contract/sample.ts";
import type { Queries } from "../database/database.ts";
import { ownRegions, sampleRegion } from "../store/organization.ts";
import {
  account,
  attachment,
  bulkCheck,
  journal,
  rectificationFile,
  report,
  task,
  unit,
  unitYear,
} from "../store/schema/index.ts";
import { SAMPLE_UNITS } from "./sample-tree.ts";

const MOST_EXAMPLES = 5;

/** What the sample holds; null where there is none. */
export async function sampleContent(queries: Queries): Promise<SampleView> {
  const region = await sampleRegion(queries);
  if (region === undefined) return null;
  const { shardRegion, name } = region;
  return {
    name,
    units: await countOf(queries, unit, shardRegion),
    reports: await countOf(queries, report, shardRegion),
    additions: await additionsOf(queries, shardRegion),
    isAlone: (await ownRegions(queries)).length === 0,
  };
}

async function countOf(
  queries: Queries,
  table: typeof unit | typeof report,
  shardRegion: string,
): Promise<number> {
  const [found] = await queries
    .select({ count: sql<number>`count(*)` })
    .from(table)
    .where(eq(table.shardRegion, shardRegion));
  return found?.count ?? 0;
}

async function additionsOf(queries: Queries, shardRegion: string): Promise<SampleAddition[]> {
  const units = await queries
    .selectDistinct({ name: unitYear.name })
    .from(unitYear)
    .where(
      and(
        eq(unitYear.shardRegion, shardRegion),
        notInArray(
          unitYear.name,
          SAMPLE_UNITS.map((one) => one.name),
        ),
      ),
    );
  const accounts = await queries
    .select({ name: account.login })
    .from(account)
    .where(and(eq(account.shardRegion, shardRegion), eq(account.sample, false)));
  const checks = await queries
    .select({ name: bulkCheck.title })
    .from(bulkCheck)
    .where(eq(bulkCheck.shardRegion, shardRegion));
  const files = await queries
    .select({ name: attachment.name })
    .from(attachment)
    .where(eq(attachment.shardRegion, shardRegion))
    .unionAll(
      queries
        .select({ name: rectificationFile.name })
        .from(rectificationFile)
        .where(eq(rectificationFile.shardRegion, shardRegion)),
    );
  return [
    additionOf("新增或改名的单位", units),
    additionOf("新增的用户", accounts),
    additionOf("新下达的任务", await addedTasks(queries, shardRegion)),
    additionOf("上传的文件", files),
    additionOf("批量检查", checks),
  ].filter(({ count }) => count > 0);
}

/** Those of the loading stand in no entry of the journal. */
const addedTasks = (queries: Queries, shardRegion: string): Promise<{ name: string }[]> =>
  queries
    .select({ name: task.title })
    .from(task)
    .where(
      and(
        eq(task.shardRegion, shardRegion),
        inArray(
          sql`${task.id}::text`,
          queries
            .select({ id: journal.targetId })
            .from(journal)
            .where(and(eq(journal.shardRegion, shardRegion), eq(journal.action, "task-added"))),
        ),
      ),
    );

const additionOf = (name: string, rows: readonly { readonly name: string }[]): SampleAddition => ({
  name,
  count: rows.length,
  examples: rows.slice(0, MOST_EXAMPLES).map((one) => one.name),
});
