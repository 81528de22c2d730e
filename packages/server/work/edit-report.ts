// Editing: changes of single cells are made in one transaction and kept in order; only then are they acknowledged.

import { and, asc, eq, gt } from "drizzle-orm";

import { applyChanges } from "@jueming/pipeline/report-entries/apply-changes.ts";

import type { EntryChange, EntryConflict } from "../contract/entry.ts";
import type { EditAnswer } from "../contract/reports.ts";
import type { Queries } from "../database/database.ts";
import type { Person } from "../http/access.ts";
import { conflict } from "../http/http-problem.ts";
import type { Services } from "../services.ts";
import type { ReportRow } from "../store/reports.ts";
import { draftChange, report, reportDraft } from "../store/schema/index.ts";
import { liveReport, materialOf } from "./report-material.ts";

/** Changes beyond which an editor that fell behind loads the report anew. */
const MOST_OTHERS = 2_000;

interface Edit {
  readonly row: ReportRow;
  readonly changes: readonly EntryChange[];
  /** Revision of the entries that the editor has seen. */
  readonly seen: number;
}

/** Makes the changes; gives what follows, and what others have changed meanwhile. */
export async function editReport(
  { database, now }: Services,
  person: Person,
  { row, changes, seen }: Edit,
): Promise<EditAnswer> {
  const { shardRegion, id } = row.report;
  return database.inTransaction(async (queries) => {
    const isDraft = and(eq(reportDraft.shardRegion, shardRegion), eq(reportDraft.reportId, id));
    // The lock makes changes of several people follow one another, and a submission wait for them.
    await queries.select({ revision: reportDraft.revision }).from(reportDraft).where(isDraft).for("update");
    await refuseWhereNotFilling(queries, row);
    const before = await materialOf(queries, row);
    const others = await othersSince(queries, row, seen);
    const { entries, applied, conflicts, refused } = applyChanges(before.form, before.entries, changes);
    const revision = before.revision + (applied.length > 0 ? 1 : 0);
    const live = liveReport({ ...before, entries, revision });
    if (applied.length > 0) {
      const at = now();
      const { accountId } = person;
      await queries
        .update(reportDraft)
        .set({ entries, revision, updatedBy: accountId, updatedAt: at })
        .where(isDraft);
      await queries
        .insert(draftChange)
        .values({ shardRegion, reportId: id, revision, accountId, at, changes: applied });
      await queries
        .update(report)
        .set({ summary: live.summary, updatedAt: at })
        .where(and(eq(report.shardRegion, shardRegion), eq(report.id, id)));
    }
    return {
      // Reason: the models of pipeline and the contract have the same shapes (contract/entry.test.ts holds it).
      conflicts: conflicts as EntryConflict[],
      refused: refused as EditAnswer["refused"],
      live: live.state,
      others,
    };
  });
}

async function refuseWhereNotFilling(queries: Queries, { report: own }: ReportRow): Promise<void> {
  const [now] = await queries
    .select({ state: report.state })
    .from(report)
    .where(and(eq(report.shardRegion, own.shardRegion), eq(report.id, own.id)));
  if (now?.state !== "filling") throw conflict("报告已送审，不能再修改。如需修改，请联系审核人退回。");
}

/** What others have changed since a revision; null where it is too much to send. */
async function othersSince(
  queries: Queries,
  { report: own }: ReportRow,
  seen: number,
): Promise<EntryChange[] | null> {
  const rows = await queries
    .select({ changes: draftChange.changes })
    .from(draftChange)
    .where(
      and(
        eq(draftChange.shardRegion, own.shardRegion),
        eq(draftChange.reportId, own.id),
        gt(draftChange.revision, seen),
      ),
    )
    .orderBy(asc(draftChange.revision))
    .limit(MOST_OTHERS + 1);
  const changes = rows.flatMap((one) => one.changes);
  return changes.length > MOST_OTHERS ? null : changes;
}
