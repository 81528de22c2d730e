// Brings one report of the sample as far as it is to have come: what was typed, the version that was submitted, the
// reviews, what was said about it, its publication. What follows from the entries is worked out as for any report.

import { and, eq } from "drizzle-orm";

import type { Entries as KnownEntries } from "@jueming/pipeline/report-entries/entry-plan.ts";
import { NO_ENTRIES } from "@jueming/pipeline/report-entries/entry-plan.ts";
import { knownEntries } from "@jueming/pipeline/report-entries/known-entries.ts";

import type { Entries } from "../contract/entry.ts";
import type { Role } from "../contract/roles.ts";
import { EMPTY_SUMMARY } from "../contract/report-states.ts";
import type { ReportState } from "../contract/report-states.ts";
import type { Queries } from "../database/database.ts";
import { newId } from "../identifiers.ts";
import type { ReportRow } from "../store/reports.ts";
import { enterInJournal } from "../store/journal.ts";
import { reportOf } from "../store/reports.ts";
import { comment, explanation, publication, report, reportDraft, review } from "../store/schema/index.ts";
import { keepFigures } from "../work/keep-figures.ts";
import { knownIdentities } from "../work/known-identities.ts";
import type { CheckedReport } from "../work/report-material.ts";
import { checkedReport, formOf, materialOf } from "../work/report-material.ts";
import { addVersion } from "../work/submit-report.ts";
import { REVIEW_STATES } from "../work/workflow.ts";
import type { SampleClock, SampleIds } from "./sample-ids.ts";
import { idOf, taskKey } from "./sample-ids.ts";
import type { SampleReport } from "./sample-reports.ts";
import { SAMPLE_EDITION, SAMPLE_REGION, SAMPLE_YEARS } from "./sample-tree.ts";

/** ReportLoad: a report of the sample with what it is loaded from. */
export interface ReportLoad {
  readonly report: SampleReport;
  readonly entries: Entries;
  readonly ids: SampleIds;
  readonly clock: SampleClock;
}

/** Who decides at each stage. */
const REVIEWERS: Readonly<Partial<Record<ReportState, Role>>> = {
  "unit-review": "unit-reviewer",
  "department-review": "department-reviewer",
  "finance-review": "finance-reviewer",
  "secrecy-review": "secrecy-reviewer",
};
const PUBLIC_STATES: ReadonlySet<ReportState> = new Set(["published", "rectifying", "archived"]);

/** Loads a report. */
export async function loadReport(queries: Queries, load: ReportLoad): Promise<void> {
  const { report: plan, entries, ids, clock } = load;
  const shardRegion = SAMPLE_REGION;
  const id = newId();
  const unitId = idOf(ids.units, plan.unit);
  ids.reports.set(`${plan.unit} ${plan.year} ${plan.kind}`, id);
  const at = dayOf(load, 0);
  await queries.insert(report).values({
    shardRegion,
    id,
    unitId,
    year: plan.year,
    kind: plan.kind,
    taskId: idOf(ids.tasks, taskKey(plan)),
    edition: SAMPLE_EDITION,
    summary: EMPTY_SUMMARY,
    createdAt: clock(-30 - 365 * yearsAgo(plan)),
    updatedAt: at,
  });
  const isNew = plan.filled === "none";
  await queries.insert(reportDraft).values({
    shardRegion,
    reportId: id,
    entries: isNew ? await newEntries(queries, { ...plan, unitId }) : entries,
    revision: isNew ? 0 : 1,
    updatedAt: at,
  });
  if (isNew) return;
  const row = await rowOf(queries, id);
  const material = await materialOf(queries, row);
  const checked = checkedReport(material);
  await queries.update(report).set({ summary: checked.summary }).where(isReport(id));
  if (plan.state === "filling" && plan.returned === null) return;
  const person = { accountId: idOf(ids.accounts, "filler") };
  const version = await addVersion(queries, { material, checked, person, at });
  await queries.update(report).set({ version, state: plan.state, revision: 1 }).where(isReport(id));
  await keepFigures(queries, row, checked.disclosure);
  await enterAct(queries, load, { id, at, role: "filler", action: "report-submitted", detail: { version } });
  await loadOpinions(queries, load, { row, checked });
  if (PUBLIC_STATES.has(plan.state)) await publish(queries, load, row);
}

interface NewReport extends Pick<SampleReport, "kind" | "year"> {
  readonly unitId: string;
}

/** The entries of a report that nobody has begun. */
async function newEntries(queries: Queries, { kind, year, unitId }: NewReport): Promise<KnownEntries> {
  const known = await knownIdentities(queries, { shardRegion: SAMPLE_REGION, year });
  const identity = known.get(unitId);
  return identity === undefined ? NO_ENTRIES : knownEntries(formOf(SAMPLE_EDITION, kind), identity);
}

const isReport = (id: string) => and(eq(report.shardRegion, SAMPLE_REGION), eq(report.id, id));

async function rowOf(queries: Queries, id: string): Promise<ReportRow> {
  const row = await reportOf(queries, { shardRegion: SAMPLE_REGION, id });
  if (row === undefined) throw new Error("a report that was just made is not there");
  return row;
}

const yearsAgo = ({ year }: SampleReport): number => (SAMPLE_YEARS.at(-1) ?? year) - year;

/** The moment of a stage: one after the other in the week before today, or in the same week of its year. */
const dayOf = ({ report: plan, clock }: ReportLoad, stage: number): Date =>
  clock(-8 + stage - 365 * yearsAgo(plan));

interface SubmittedReport {
  readonly row: ReportRow;
  readonly checked: CheckedReport;
}

/** Reviews up to where the report stands, the return of one that was returned, and what was said of it. */
async function loadOpinions(
  queries: Queries,
  load: ReportLoad,
  { row, checked }: SubmittedReport,
): Promise<void> {
  const { report: plan } = load;
  const reached = REVIEW_STATES.indexOf(plan.state);
  const passed =
    plan.returned !== null
      ? REVIEW_STATES.slice(0, 1)
      : reached === -1
        ? REVIEW_STATES
        : REVIEW_STATES.slice(0, reached);
  for (const [index, stage] of passed.entries())
    await decide(queries, load, { row, stage, order: index + 1, opinion: null });
  if (plan.returned !== null) {
    await decide(queries, load, { row, stage: "department-review", order: 3, opinion: plan.returned });
    await remark(queries, load, {
      row,
      kind: "question",
      text: "这一数字与上年差异较大，请说明。",
      about: true,
    });
  }
  if (yearsAgo(plan) === 0) await explain(queries, load, { row, checked });
}

interface Decided {
  readonly row: ReportRow;
  readonly stage: ReportState;
  readonly order: number;
  /** Opinion of a return; null where it was passed on. */
  readonly opinion: string | null;
}

async function decide(
  queries: Queries,
  load: ReportLoad,
  { row, stage, order, opinion }: Decided,
): Promise<void> {
  const role = REVIEWERS[stage] ?? "finance-reviewer";
  const at = dayOf(load, order);
  const decision = opinion === null ? "passed" : "returned";
  const text = opinion ?? "同意";
  await queries.insert(review).values({
    shardRegion: SAMPLE_REGION,
    id: newId(),
    reportId: row.report.id,
    version: 1,
    stage,
    decision,
    opinion: text,
    accountId: idOf(load.ids.accounts, role),
    at,
  });
  const detail = { version: 1, from: stage, opinion: text };
  await enterAct(queries, load, { id: row.report.id, at, role, action: `review-${decision}`, detail });
}

interface Remark {
  readonly row: ReportRow;
  readonly kind: "remark" | "question";
  readonly text: string;
  /** True for a remark on a figure, false for one on the whole report. */
  readonly about: boolean;
}

async function remark(queries: Queries, load: ReportLoad, { row, kind, text, about }: Remark): Promise<void> {
  const key = Object.keys(load.entries.fields).find((one) => one.startsWith("cell:"));
  await queries.insert(comment).values({
    shardRegion: SAMPLE_REGION,
    id: newId(),
    reportId: row.report.id,
    version: 1,
    about: about ? (key ?? null) : null,
    kind,
    text,
    accountId: idOf(load.ids.accounts, "department-reviewer"),
    at: dayOf(load, 3),
  });
}

/** The first finding that may be explained is. */
async function explain(queries: Queries, load: ReportLoad, { row, checked }: SubmittedReport): Promise<void> {
  const found = checked.findings.find(({ kind }) => kind === "explain");
  if (found === undefined) return;
  const { unitId, year, id: reportId } = row.report;
  await queries.insert(explanation).values({
    shardRegion: SAMPLE_REGION,
    id: newId(),
    unitId,
    year,
    reportId,
    rule: found.rule,
    subject: found.subject,
    figures: found.operands.map(({ value }) => value),
    text: "已与原始凭证核对，属四舍五入或年度工作安排变化形成，数据无误。",
    accountId: idOf(load.ids.accounts, "filler"),
    at: dayOf(load, 0),
  });
}

async function publish(queries: Queries, load: ReportLoad, row: ReportRow): Promise<void> {
  const { id, unitId, year } = row.report;
  const publishedAt = dayOf(load, 6);
  await queries.insert(publication).values({
    shardRegion: SAMPLE_REGION,
    id: newId(),
    reportId: id,
    version: 1,
    unitId,
    year,
    publishedAt,
    publishedBy: idOf(load.ids.accounts, "publisher"),
  });
  await queries.update(report).set({ publishedVersion: 1, updatedAt: publishedAt }).where(isReport(id));
  const act = {
    id,
    at: publishedAt,
    role: "publisher",
    action: "report-published",
    detail: { version: 1 },
  } as const;
  await enterAct(queries, load, act);
  if (load.report.state === "archived")
    await enterAct(queries, load, { ...act, at: dayOf(load, 7), action: "report-archived", detail: {} });
}

interface SampleAct {
  readonly id: string;
  readonly at: Date;
  readonly role: Role;
  readonly action: string;
  readonly detail: Readonly<Record<string, string | number>>;
}

const enterAct = (
  queries: Queries,
  { ids }: ReportLoad,
  { id, at, role, action, detail }: SampleAct,
): Promise<void> =>
  enterInJournal(queries, {
    shardRegion: SAMPLE_REGION,
    at,
    accountId: idOf(ids.accounts, role),
    action,
    target: { kind: "report", id },
    detail: { ...detail, sample: true },
  });
