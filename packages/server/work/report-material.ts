// What a report stands on: its form, its entries, last year's report, the explanations kept so far. And what follows.

import { and, desc, eq, isNull } from "drizzle-orm";

import type { CheckResult } from "@jueming/core/checks/run-checks.ts";
import { compose, mainPart } from "@jueming/core/compose/compose.ts";
import type { Disclosure } from "@jueming/core/disclosure/disclosure.ts";
import { fromDisclosureJson } from "@jueming/core/disclosure/disclosure-json.ts";
import type { Place } from "@jueming/core/document/document.ts";
import { scoreEvaluation } from "@jueming/core/evaluation/scoring/score-evaluation.ts";
import { editionOf, findEdition, nationalEdition } from "@jueming/core/regions/index.ts";
import { checkDisclosure } from "@jueming/pipeline/check-disclosure.ts";
import type { Explanation } from "@jueming/pipeline/explanations.ts";
import { toFindingsJson } from "@jueming/pipeline/findings-json.ts";
import { keptDisclosure } from "@jueming/pipeline/kept-disclosure.ts";
import { disclosureOfEntries } from "@jueming/pipeline/report-entries/disclosure-of-entries.ts";
import type { EntryForm } from "@jueming/pipeline/report-entries/entry-form.ts";
import { entryForm } from "@jueming/pipeline/report-entries/entry-form.ts";
import type { Entries } from "@jueming/pipeline/report-entries/entry-plan.ts";
import { keyAtPlace } from "@jueming/pipeline/report-entries/entry-places.ts";

import type { ComputedEntries } from "../contract/entry.ts";
import type { ReportKind, ReportSummary } from "../contract/report-states.ts";
import type { FindingView, LiveState } from "../contract/reports.ts";
import { findingView } from "../contract/reports.ts";
import type { Queries } from "../database/database.ts";
import type { ReportRow } from "../store/reports.ts";
import { explanation, report, reportDraft, reportVersion } from "../store/schema/index.ts";

/** ReportMaterial: a report with all that its checks look at. */
export interface ReportMaterial {
  readonly row: ReportRow;
  readonly form: EntryForm;
  readonly entries: Entries;
  /** Revision of the entries. */
  readonly revision: number;
  readonly prior: Disclosure | null;
  readonly explanations: readonly Explanation[];
}

const forms = new Map<string, EntryForm>();

/** The form of an edition and kind; there are few, and each takes a while to plan. */
export function formOf(edition: string, kind: ReportKind): EntryForm {
  const key = `${edition} ${kind}`;
  const known = forms.get(key) ?? entryForm(findEdition(edition) ?? nationalEdition, kind);
  forms.set(key, known);
  return known;
}

/** Loads what a report stands on. */
export async function materialOf(queries: Queries, row: ReportRow): Promise<ReportMaterial> {
  const { shardRegion, id, edition, kind } = row.report;
  const [draft] = await queries
    .select()
    .from(reportDraft)
    .where(and(eq(reportDraft.shardRegion, shardRegion), eq(reportDraft.reportId, id)));
  return {
    row,
    form: formOf(edition, kind),
    entries: draft?.entries ?? { fields: {}, lists: {} },
    revision: draft?.revision ?? 0,
    prior: await disclosureOfYear(queries, row, row.report.year - 1),
    explanations: await explanationsOf(queries, row),
  };
}

const MOST_KEPT = 64;
const disclosures = new Map<string, Disclosure>();

/** The newest version of the unit's report of the same kind for a year; null where there is none. */
export async function disclosureOfYear(
  queries: Queries,
  { report: own }: ReportRow,
  year: number,
): Promise<Disclosure | null> {
  const [other] = await queries
    .select({ id: report.id, version: report.version, published: report.publishedVersion })
    .from(report)
    .where(
      and(
        eq(report.shardRegion, own.shardRegion),
        eq(report.unitId, own.unitId),
        eq(report.year, year),
        eq(report.kind, own.kind),
      ),
    );
  const version = other?.published ?? other?.version ?? 0;
  if (other === undefined || version === 0) return null;
  return versionDisclosure(queries, { shardRegion: own.shardRegion, reportId: other.id, version });
}

/** VersionKey: which version of which report. */
export interface VersionKey {
  readonly shardRegion: string;
  readonly reportId: string;
  readonly version: number;
}

/** The disclosure of a version; versions never change, so that those used last are kept at hand. */
export async function versionDisclosure(
  queries: Queries,
  { shardRegion, reportId, version }: VersionKey,
): Promise<Disclosure | null> {
  const key = `${reportId} ${version}`;
  const known = disclosures.get(key);
  if (known !== undefined) return known;
  const [found] = await queries
    .select({ disclosure: reportVersion.disclosure })
    .from(reportVersion)
    .where(
      and(
        eq(reportVersion.shardRegion, shardRegion),
        eq(reportVersion.reportId, reportId),
        eq(reportVersion.version, version),
      ),
    );
  const reading = found === undefined ? null : fromDisclosureJson(found.disclosure);
  if (reading === null || !reading.ok) return null;
  disclosures.set(key, reading.disclosure);
  const [oldest] = disclosures.keys();
  if (disclosures.size > MOST_KEPT && oldest !== undefined) disclosures.delete(oldest);
  return reading.disclosure;
}

/** The explanations given for the report; those of last year are offered, but count only once they are taken over. */
async function explanationsOf(queries: Queries, { report: own }: ReportRow): Promise<readonly Explanation[]> {
  const rows = await queries
    .select()
    .from(explanation)
    .where(
      and(
        eq(explanation.shardRegion, own.shardRegion),
        eq(explanation.reportId, own.id),
        isNull(explanation.withdrawnAt),
      ),
    )
    .orderBy(desc(explanation.at));
  return rows.map(({ rule, subject, figures, text }) => ({ rule, subject, figures, explanation: text }));
}

/** CheckedReport: what the figures and words of a report's entries say, checked. */
export interface CheckedReport {
  readonly disclosure: Disclosure;
  readonly computed: ComputedEntries;
  readonly problems: LiveState["problems"];
  readonly result: CheckResult;
  readonly findings: readonly FindingView[];
  readonly summary: ReportSummary;
}

/** LiveReport: the same, with what is still missing before it can be written. */
export interface LiveReport extends Omit<CheckedReport, "problems"> {
  readonly missing: readonly string[];
  readonly state: LiveState;
}

/** Reads and checks the entries anew. */
export function checkedReport(material: ReportMaterial): CheckedReport {
  const { form, entries, prior, explanations, row } = material;
  const { disclosure, computed, problems } = disclosureOfEntries(form, entries, row.unitName);
  const result = checkDisclosure(disclosure, { edition: editionOf(disclosure), prior, explanations });
  const spot = (place: Place): unknown => keyAtPlace(form, entries, place) ?? null;
  return {
    disclosure,
    computed,
    problems: problems.map(({ message, place }) => ({ message, spot: spot(place) })),
    result,
    findings: viewsOf(disclosure, result, spot),
    summary: summaryOf(disclosure, result, { form, entries }),
  };
}

/** Works everything out anew; what is missing shows when the whole report is composed. */
export function liveReport(material: ReportMaterial): LiveReport {
  const { problems, ...checked } = checkedReport(material);
  const { disclosure, computed, result, findings, summary } = checked;
  const { missing } = compose(
    { disclosure, edition: editionOf(disclosure), prior: material.prior, budget: null },
    mainPart(disclosure),
  );
  const state: LiveState = {
    revision: material.revision,
    computed,
    findings: [...findings],
    summary,
    problems,
    missing: [...missing],
    notChecked: result.notChecked.map(({ code, subject, reason }) => ({ code, subject, reason })),
  };
  return { ...checked, missing, state };
}

/** The findings in their published form, with where each operand is typed. */
function viewsOf(
  disclosure: Disclosure,
  result: CheckResult,
  spot: (place: Place) => unknown,
): readonly FindingView[] {
  const json = toFindingsJson({ source: disclosure.source, ...keptDisclosure(disclosure), result });
  const listed: unknown = json["findings"];
  if (!Array.isArray(listed)) return [];
  return listed.map((one: unknown, index) => {
    const view = findingView.parse(one);
    const places = result.findings[index]?.operands.map(({ place }) => place) ?? [];
    const operands = view.operands.map((operand, at) => ({ ...operand, spot: spot(places[at] ?? {}) }));
    return { ...view, operands };
  });
}

function summaryOf(
  disclosure: Disclosure,
  { summary }: CheckResult,
  { form, entries }: Pick<ReportMaterial, "form" | "entries">,
): ReportSummary {
  const required = [...form.fields.values()].filter(({ shown }) => shown.required && !shown.computed);
  const filled = required.filter(({ shown }) => (entries.fields[shown.key] ?? "").trim() !== "");
  return {
    error: summary.error,
    warning: summary.warning,
    hint: summary.hint,
    required: required.length,
    filled: filled.length,
    projects: disclosure.evaluations.length,
    meanScore: meanScoreOf(disclosure),
  };
}

/** Mean of the total scores that follow from the results, to two decimals; null where none can be worked out. */
function meanScoreOf(disclosure: Disclosure): string | null {
  const { scoring } = editionOf(disclosure);
  const totals = disclosure.evaluations.flatMap((one) => {
    const { computedTotal } = scoreEvaluation(one, scoring);
    return computedTotal === null ? [] : [computedTotal];
  });
  const [first, ...rest] = totals;
  if (first === undefined) return null;
  return rest
    .reduce((sum, one) => sum.plus(one), first)
    .div(totals.length)
    .toFixed(2);
}
