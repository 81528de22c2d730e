// Yearly tasks: who has to hand in what until when. A task makes a report for each of its units, in which stands what
// the tree of units says already.

import { and, eq, inArray } from "drizzle-orm";

import { findEdition } from "@jueming/core/regions/index.ts";
import { NO_ENTRIES } from "@jueming/pipeline/report-entries/entry-plan.ts";
import { knownEntries } from "@jueming/pipeline/report-entries/known-entries.ts";

import type { TaskChange, TaskDraft } from "../contract/administration.ts";
import type { Key } from "../contract/reference.ts";
import { keyOf } from "../contract/reference.ts";
import { EMPTY_SUMMARY } from "../contract/report-states.ts";
import type { Queries } from "../database/database.ts";
import type { Person } from "../http/access.ts";
import { badRequest, notFound } from "../http/http-problem.ts";
import { newId } from "../identifiers.ts";
import type { Services } from "../services.ts";
import { enterInJournal } from "../store/journal.ts";
import { report, reportDraft, task, unitYear } from "../store/schema/index.ts";
import { knownIdentities } from "./known-identities.ts";
import { formOf } from "./report-material.ts";

/** Adds a task and the reports of its units; a unit that has such a report already keeps it. */
export async function addTask(
  { database, now }: Services,
  person: Person,
  draft: TaskDraft,
): Promise<{ readonly id: string; readonly reports: number }> {
  refuseWrong(draft);
  return database.inTransaction(async (queries) => {
    const { region: shardRegion, units: _units, ...rest } = draft;
    const id = newId();
    await queries.insert(task).values({ shardRegion, id, ...rest, createdAt: now() });
    const unitIds = await unitsOf(queries, draft);
    if (unitIds.length === 0) throw badRequest(`${rest.year}年度的名录中没有所选的单位，请先建立单位名录。`);
    const reports = await makeReports(queries, { shardRegion, unitIds, draft, taskId: id, at: now() });
    await enterInJournal(queries, {
      shardRegion,
      at: now(),
      accountId: person.accountId,
      action: "task-added",
      target: { kind: "task", id },
      detail: { title: rest.title, year: rest.year, kind: rest.kind, units: unitIds.length, reports },
    });
    return { id, reports };
  });
}

/** Changes the title, days and note of a task, or closes it; its reports follow the new days at once. */
export async function changeTask(
  { database, now }: Services,
  person: Person,
  { key, change }: { readonly key: Key; readonly change: TaskChange },
): Promise<typeof task.$inferSelect> {
  refuseDisorder(change);
  return database.inTransaction(async (queries) => {
    const [row] = await queries
      .update(task)
      .set(change)
      .where(and(eq(task.shardRegion, key.shardRegion), eq(task.id, key.id)))
      .returning();
    if (row === undefined) throw notFound("这项任务");
    await enterInJournal(queries, {
      shardRegion: key.shardRegion,
      at: now(),
      accountId: person.accountId,
      action: "task-changed",
      target: { kind: "task", id: key.id },
      detail: { ...change },
    });
    return row;
  });
}

function refuseWrong(draft: TaskDraft): void {
  if (findEdition(draft.edition) === undefined) throw badRequest("没有这一版式，请从列表中选择。");
  refuseDisorder(draft);
}

type Days = Pick<TaskDraft, "dueFilling" | "dueDepartment" | "dueFinance" | "duePublication">;

function refuseDisorder({ dueFilling, dueDepartment, dueFinance, duePublication }: Days): void {
  const days = [dueFilling, dueDepartment, dueFinance, duePublication];
  const isInOrder = days.every((day, index) => index === 0 || day >= (days[index - 1] ?? ""));
  if (!isInOrder) throw badRequest("各环节的截止日期应依次在后：填报、主管部门审核、财政审核、公开。");
}

async function unitsOf(queries: Queries, { region, year, units }: TaskDraft): Promise<readonly string[]> {
  const rows = await queries
    .select({ unitId: unitYear.unitId })
    .from(unitYear)
    .where(
      and(
        eq(unitYear.shardRegion, region),
        eq(unitYear.year, year),
        eq(unitYear.active, true),
        units === null
          ? undefined
          : inArray(
              unitYear.unitId,
              units.map((one) => keyOf(one).id),
            ),
      ),
    );
  return rows.map(({ unitId }) => unitId);
}

interface NewReports {
  readonly shardRegion: string;
  readonly unitIds: readonly string[];
  readonly draft: TaskDraft;
  readonly taskId: string;
  readonly at: Date;
}

async function makeReports(
  queries: Queries,
  { shardRegion, unitIds, draft, taskId, at }: NewReports,
): Promise<number> {
  const { year, kind, edition } = draft;
  const made = await queries
    .insert(report)
    .values(
      unitIds.map((unitId) => ({
        shardRegion,
        id: newId(at.getTime()),
        unitId,
        year,
        kind,
        taskId,
        edition,
        summary: EMPTY_SUMMARY,
        createdAt: at,
        updatedAt: at,
      })),
    )
    .onConflictDoNothing()
    .returning({ id: report.id, unitId: report.unitId });
  if (made.length > 0) {
    const form = formOf(edition, kind);
    const known = await knownIdentities(queries, { shardRegion, year });
    await queries.insert(reportDraft).values(
      made.map(({ id, unitId }) => {
        const identity = known.get(unitId);
        const entries = identity === undefined ? NO_ENTRIES : knownEntries(form, identity);
        return { shardRegion, reportId: id, entries, updatedAt: at };
      }),
    );
  }
  return made.length;
}
