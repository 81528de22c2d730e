// 送审: what stands in the editor becomes an immutable version, checked and hashed, and goes on its way.

import { and, eq, isNull } from "drizzle-orm";

import { factItems } from "@jueming/core/compare/fact-items.ts";
import { toDisclosureJson } from "@jueming/core/disclosure/disclosure-json.ts";
import type { Disclosure } from "@jueming/core/disclosure/disclosure.ts";
import { toFindingsJson } from "@jueming/pipeline/findings-json.ts";
import { keptDisclosure } from "@jueming/pipeline/kept-disclosure.ts";

import type { ReportState } from "../contract/report-states.ts";
import type { Queries } from "../database/database.ts";
import type { Person } from "../http/access.ts";
import { conflict, HttpProblem } from "../http/http-problem.ts";
import { sha256 } from "../identifiers.ts";
import type { Services } from "../services.ts";
import type { ReportRow } from "../store/reports.ts";
import { enterInJournal } from "../store/journal.ts";
import { report, reportDraft, reportVersion, review } from "../store/schema/index.ts";
import { keepFigures } from "./keep-figures.ts";
import type { CheckedReport, LiveReport, ReportMaterial } from "./report-material.ts";
import { liveReport, materialOf, versionDisclosure } from "./report-material.ts";
import { lockedReport } from "./review-report.ts";
import { RULE_PACK } from "./rule-pack.ts";
import { WORKFLOW, REVIEW_STATES } from "./workflow.ts";

interface Submission {
  readonly row: ReportRow;
  /** Revision of the entries that the person has seen; a newer one is not sent unseen. */
  readonly revision: number;
  readonly note: string;
}

/** Submits a report; throws a problem while it has errors or lacks something. */
export async function submitReport(
  { database, now }: Services,
  person: Person,
  { row: seen, revision, note }: Submission,
): Promise<void> {
  await database.inTransaction(async (queries) => {
    const { shardRegion, id } = seen.report;
    await queries
      .select({ revision: reportDraft.revision })
      .from(reportDraft)
      .where(and(eq(reportDraft.shardRegion, shardRegion), eq(reportDraft.reportId, id)))
      .for("update");
    // Of two who submit at once the second finds the report submitted.
    const row = await lockedReport(queries, seen.report, null);
    if (row.report.state !== "filling") throw conflict("报告已经送审。");
    const material = await materialOf(queries, row);
    if (material.revision !== revision) throw conflict("报告内容刚被他人修改，请看过新的内容再送审。");
    const live = liveReport(material);
    refuseUnfinished(live);
    const version = await addVersion(queries, { material, checked: live, person, at: now() });
    const next = await nextState(queries, row, { disclosure: live.disclosure, at: now() });
    await queries
      .update(report)
      .set({
        state: next,
        version,
        summary: live.summary,
        revision: row.report.revision + 1,
        updatedAt: now(),
      })
      .where(and(eq(report.shardRegion, shardRegion), eq(report.id, id)));
    // While a version is before the public, its figures stay until another is published.
    if (row.report.publishedVersion === null) await keepFigures(queries, row, live.disclosure);
    await enterInJournal(queries, {
      shardRegion,
      at: now(),
      accountId: person.accountId,
      action: "report-submitted",
      target: { kind: "report", id },
      detail: {
        version,
        state: next,
        note,
        warnings: live.summary.warning,
        contentHash: hashOf(live.disclosure),
      },
    });
  });
}

/** What must be corrected is corrected before anybody reviews it; what must be explained may be explained later. */
function refuseUnfinished({ summary, missing, state }: LiveReport): void {
  if (state.problems.length > 0) {
    throw new HttpProblem(422, "wrongly-filled", `有 ${state.problems.length} 处填写不对，请改正后再送审。`);
  }
  if (missing.length > 0) {
    throw new HttpProblem(
      422,
      "incomplete",
      `还有 ${missing.length} 处未填写：${missing.slice(0, 5).join("；")}${missing.length > 5 ? "……" : ""}`,
    );
  }
  if (summary.error > 0) {
    throw new HttpProblem(
      422,
      "has-errors",
      `还有 ${summary.error} 个逻辑性错误，请按右侧提示改正后再送审。`,
    );
  }
}

interface NewVersion {
  readonly material: ReportMaterial;
  readonly checked: Pick<CheckedReport, "disclosure" | "result" | "summary">;
  readonly person: Pick<Person, "accountId">;
  readonly at: Date;
}

/** Adds the version that follows from the entries; gives its number. */
export async function addVersion(
  queries: Queries,
  { material, checked, person, at }: NewVersion,
): Promise<number> {
  const { row, entries } = material;
  const { shardRegion, id: reportId, edition } = row.report;
  const version = row.report.version + 1;
  const { disclosure, result, summary } = checked;
  const json = toDisclosureJson(disclosure);
  await queries.insert(reportVersion).values({
    shardRegion,
    reportId,
    version,
    entries,
    disclosure: json,
    contentHash: sha256(JSON.stringify(json)),
    figuresHash: figuresHashOf(disclosure),
    edition,
    rulePack: RULE_PACK,
    origin: "edited",
    findings: toFindingsJson({ source: disclosure.source, ...keptDisclosure(disclosure), result }),
    summary,
    createdBy: person.accountId,
    createdAt: at,
  });
  return version;
}

/** SHA-256 over all that a disclosure says. */
export const hashOf = (disclosure: Disclosure): string =>
  sha256(JSON.stringify(toDisclosureJson(disclosure)));

/** SHA-256 over its figures alone. */
export const figuresHashOf = (disclosure: Disclosure): string =>
  sha256(JSON.stringify(factItems(disclosure).map(({ key, meaning }) => [key, meaning])));

interface Judged {
  readonly disclosure: Disclosure;
  readonly at: Date;
}

/**
 * Where the report goes. Reviews hold for the figures that were reviewed: where one has changed since the last
 * version, all of them are made again; where only words have, the report goes back to whoever returned it.
 */
async function nextState(queries: Queries, row: ReportRow, { disclosure, at }: Judged): Promise<ReportState> {
  const first = WORKFLOW.filling.submit?.to ?? "unit-review";
  const { shardRegion, id, version } = row.report;
  if (version === 0) return first;
  const before = await versionDisclosure(queries, { shardRegion, reportId: id, version });
  const ofReport = and(
    eq(review.shardRegion, shardRegion),
    eq(review.reportId, id),
    isNull(review.invalidatedAt),
  );
  if (before === null || figuresHashOf(before) !== figuresHashOf(disclosure)) {
    await queries.update(review).set({ invalidatedAt: at }).where(ofReport);
    return first;
  }
  const passed = new Set(
    (await queries.select({ stage: review.stage, decision: review.decision }).from(review).where(ofReport))
      .filter(({ decision }) => decision === "passed")
      .map(({ stage }) => stage),
  );
  return REVIEW_STATES.find((stage) => !passed.has(stage)) ?? first;
}
