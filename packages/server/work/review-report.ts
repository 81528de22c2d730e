// 审核: passed on or returned with an opinion; each decision is on a version, and holds while its figures do.

import { and, eq } from "drizzle-orm";

import { isAllowed } from "../accounts/authority.ts";
import type { Key } from "../contract/reference.ts";
import type { ReportStep } from "../contract/reports.ts";
import type { Queries } from "../database/database.ts";
import type { Person } from "../http/access.ts";
import { badRequest, conflict, forbidden, notFound } from "../http/http-problem.ts";
import { newId } from "../identifiers.ts";
import type { Services } from "../services.ts";
import { enterInJournal } from "../store/journal.ts";
import type { ReportRow } from "../store/reports.ts";
import { reportOf, targetOf } from "../store/reports.ts";
import { report, review } from "../store/schema/index.ts";
import type { Step } from "./workflow.ts";
import { WORKFLOW } from "./workflow.ts";

/** The step of the report's present state, where the person may do it; throws a problem where not. */
export function stepOf(person: Person, row: ReportRow, step: ReportStep): Step {
  const known = WORKFLOW[row.report.state][step];
  const target = targetOf(row);
  if (!isAllowed(person.grants, "report.read", target)) throw notFound("这份报告");
  if (known === undefined) throw conflict("报告已不在这个环节，请刷新后再看。");
  if (!isAllowed(person.grants, known.act, target)) throw forbidden();
  return known;
}

/** What the person may do next with a report. */
export const stepsOf = (person: Person, row: ReportRow): readonly ReportStep[] =>
  // Reason: the keys of a constant object are exactly its type's keys.
  (Object.entries(WORKFLOW[row.report.state]) as [ReportStep, Step][])
    .filter(([, { act }]) => isAllowed(person.grants, act, targetOf(row)))
    .map(([step]) => step);

/** Decision: a review as it is sent. */
export interface Decision {
  readonly key: Key;
  /** Revision of the report that the reviewer has seen; null where several are decided at once. */
  readonly revision: number | null;
  readonly decision: "passed" | "returned";
  readonly opinion: string;
}

/** Passes a report on, or returns it to the unit. */
export async function reviewReport(
  { database, now }: Services,
  person: Person,
  { key, revision, decision, opinion }: Decision,
): Promise<ReportRow> {
  if (decision === "returned" && opinion.length < 2) throw badRequest("退回须写明意见。");
  return database.inTransaction(async (queries) => {
    const row = await lockedReport(queries, key, revision);
    const step = stepOf(person, row, decision === "passed" ? "pass" : "return");
    refuseOwnWork(person, row, decision);
    const { shardRegion, id, version, state } = row.report;
    const next = step.to ?? state;
    await queries.insert(review).values({
      shardRegion,
      id: newId(),
      reportId: id,
      version,
      stage: state,
      decision,
      opinion,
      accountId: person.accountId,
      at: now(),
    });
    await moveReport(queries, row, { state: next, at: now() });
    await enterInJournal(queries, {
      shardRegion,
      at: now(),
      accountId: person.accountId,
      action: decision === "passed" ? "review-passed" : "review-returned",
      target: { kind: "report", id },
      detail: { version, from: state, to: next, opinion },
    });
    return row;
  });
}

/** The report, locked until the act is done; throws where it has changed since it was seen. */
export async function lockedReport(queries: Queries, key: Key, revision: number | null): Promise<ReportRow> {
  await queries
    .select({ id: report.id })
    .from(report)
    .where(and(eq(report.shardRegion, key.shardRegion), eq(report.id, key.id)))
    .for("update");
  const row = await reportOf(queries, key);
  if (row === undefined) throw notFound("这份报告");
  if (revision !== null && row.report.revision !== revision)
    throw conflict("报告刚被他人处理过，请刷新后再看。");
  return row;
}

/** Nobody reviews what they have submitted themselves. */
function refuseOwnWork(person: Person, row: ReportRow, decision: Decision["decision"]): void {
  if (decision === "passed" && row.submittedBy === person.accountId)
    throw conflict("不能审核自己送审的报告，请由其他审核人处理。");
}

/** Moves a report to a state; its revision grows. */
export async function moveReport(
  queries: Queries,
  { report: own }: ReportRow,
  { at, ...values }: Partial<typeof report.$inferInsert> & { readonly at: Date },
): Promise<void> {
  await queries
    .update(report)
    .set({ ...values, revision: own.revision + 1, updatedAt: at })
    .where(and(eq(report.shardRegion, own.shardRegion), eq(report.id, own.id)));
}
