// What enters the ledger: the findings of a published version, the problems that the report states itself, and what
// people raise.

import { findRecurrences } from "@jueming/core/rectification/find-recurrences.ts";
import type { LedgerEntry, LedgerProblem } from "@jueming/core/rectification/ledger.ts";
import { NO_FIELDS, ORIGINS } from "@jueming/core/rectification/ledger.ts";
import { statedProblems } from "@jueming/core/rectification/stated-problems.ts";
import { updateLedger } from "@jueming/core/rectification/update-ledger.ts";
import { SEVERITIES, SEVERITY_WORDS } from "@jueming/pipeline/reports/wording.ts";

import type { Key } from "../contract/reference.ts";
import { keyOf, referenceTo } from "../contract/reference.ts";
import type { IntakePreview, RectificationDraft } from "../contract/rectifications.ts";
import type { FindingView } from "../contract/reports.ts";
import type { Queries } from "../database/database.ts";
import type { Person } from "../http/access.ts";
import { badRequest } from "../http/http-problem.ts";
import { newId } from "../identifiers.ts";
import type { Services } from "../services.ts";
import { enterInJournal } from "../store/journal.ts";
import type { RectificationRow } from "../store/rectifications.ts";
import { ledgerEntryOf, rectificationsOfUnit } from "../store/rectifications.ts";
import type { ReportRow } from "../store/reports.ts";
import { reportOf } from "../store/reports.ts";
import { rectification } from "../store/schema/index.ts";
import { chinaDay } from "./china-day.ts";
import { eventBy, keepEntry, nextNumber, settleReport } from "./keep-rectifications.ts";
import { findingsOfVersion, versionOf } from "./present-findings.ts";
import { versionDisclosure } from "./report-material.ts";

const [FROM_CHECK, FROM_EVALUATION] = ORIGINS;

/** Intake: which report, findings from which severity on, and the day by which they are to be put right. */
export interface Intake {
  readonly row: ReportRow;
  readonly least: FindingView["severity"];
  readonly due: string | null;
}

/** PlannedIntake: the entries of a report as they would be, those known first. */
interface PlannedIntake {
  readonly own: readonly RectificationRow[];
  readonly entries: readonly LedgerEntry[];
}

/** Compares the problems of the published version with what the ledger holds of the report. */
async function plannedIntake(
  queries: Queries,
  { row, least }: Omit<Intake, "due">,
  date: string,
): Promise<PlannedIntake> {
  const { shardRegion, unitId, id, year, publishedVersion } = row.report;
  if (publishedVersion === null) throw badRequest("报告公开后才能列入整改台账。");
  const problems = await problemsOf(queries, row, publishedVersion);
  const wanted = problems.filter(({ severity }) => severity === "" || wordsFrom(least).includes(severity));
  const known = await rectificationsOfUnit(queries, { shardRegion, id: unitId });
  const own = known.filter(({ entry }) => entry.reportId === id);
  const prior = known.filter(({ entry }) => entry.year < year).map(ledgerEntryOf);
  const updated = updateLedger(
    { entries: own.map(ledgerEntryOf) },
    { problems: wanted, date, hasLookedFor: lookedFor(least) },
  );
  return { own, entries: findRecurrences(updated, { entries: prior }).entries };
}

const goneOf = (entries: readonly LedgerEntry[]): number =>
  entries.filter(({ occurrence }) => occurrence === "gone").length;

/** What an intake would enter; nothing is changed. */
export async function previewIntake(
  { database, now }: Services,
  intake: Omit<Intake, "due">,
): Promise<IntakePreview> {
  const { own, entries } = await plannedIntake(database, intake, chinaDay(now()));
  return {
    unitName: intake.row.unitName,
    year: intake.row.report.year,
    known: own.length,
    gone: goneOf(entries),
    items: entries
      .slice(own.length)
      .map(({ origin, code, severity, subject, problem, advice, recurrence }) => ({
        origin,
        code,
        severity,
        subject,
        problem,
        advice,
        recurrence: recurrence?.explanation ?? null,
      })),
  };
}

/** Takes the problems of a published report into the ledger; doing it again adds nothing twice. */
export async function raiseFromReport(
  { database, now }: Services,
  person: Person,
  intake: Intake,
): Promise<{ readonly added: number; readonly gone: number }> {
  const { row, due } = intake;
  const { shardRegion, unitId, id, year } = row.report;
  return database.inTransaction(async (queries) => {
    let number = await nextNumber(queries, shardRegion, year);
    const { own, entries } = await plannedIntake(queries, intake, chinaDay(now()));
    for (const [index, before] of own.entries()) {
      const after = entries[index];
      if (after !== undefined && after.history.length > before.entry.history.length)
        await keepEntry(queries, before, { entry: after, by: person.login });
    }
    const fresh = entries.slice(own.length);
    const place = { shardRegion, unitId, reportId: id, year, by: person.login };
    for (const entry of fresh) {
      await addEntry(queries, { ...place, entry, due, number, at: now() });
      number += 1;
    }
    const gone = goneOf(entries);
    await enterRaising(queries, person, {
      key: { shardRegion, id },
      at: now(),
      detail: { added: fresh.length, gone },
    });
    await settleReport(queries, { shardRegion, id }, now());
    return { added: fresh.length, gone };
  });
}

const wordsFrom = (least: FindingView["severity"]): readonly string[] =>
  SEVERITIES.slice(0, SEVERITIES.indexOf(least) + 1).map((one) => SEVERITY_WORDS[one]);

/** What an intake from a severity on would have met again. */
const lookedFor =
  (least: FindingView["severity"]) =>
  ({ origin, severity }: LedgerEntry): boolean =>
    origin === FROM_EVALUATION || (origin === FROM_CHECK && wordsFrom(least).includes(severity));

/** Findings without an explanation that holds, each cause once; and what the evaluations say of themselves. */
async function problemsOf(
  queries: Queries,
  row: ReportRow,
  version: number,
): Promise<readonly LedgerProblem[]> {
  const { shardRegion, id, year } = row.report;
  const kept = await versionOf(queries, row, version);
  const disclosure = await versionDisclosure(queries, { shardRegion, reportId: id, version });
  const findings = kept === undefined ? [] : findingsOfVersion(kept, { row, explanations: [] });
  const about = { unit: row.unitName, year, source: "" };
  const checked = findings
    .filter(({ causedBy, explanation }) => causedBy === null && explanation === null)
    .map(({ rule, code, severity, subject, message, advice }) => ({
      ...about,
      origin: FROM_CHECK,
      rule,
      code,
      severity: SEVERITY_WORDS[severity],
      subject,
      problem: message,
      advice,
      place: subject,
      measure: "",
    }));
  const stated = disclosure === null ? [] : statedProblems(disclosure);
  return [
    ...checked,
    ...stated.map(({ subject, problem, measure }) => ({
      ...about,
      origin: FROM_EVALUATION,
      rule: null,
      code: null,
      severity: "",
      subject,
      problem,
      advice: "",
      place: subject,
      measure,
    })),
  ];
}

interface NewEntry {
  readonly shardRegion: string;
  readonly unitId: string;
  readonly reportId: string | null;
  readonly year: number;
  readonly number: number;
  readonly entry: LedgerEntry;
  readonly due: string | null;
  readonly by: string;
  readonly at: Date;
}

async function addEntry(queries: Queries, added: NewEntry): Promise<string> {
  const { entry, due, by, at, ...place } = added;
  const id = newId(at.getTime());
  const { problem, origin, rule, code, severity, subject, advice, state, recurrence, occurrence } = entry;
  await queries.insert(rectification).values({
    ...place,
    id,
    problem,
    origin,
    rule,
    code,
    severity,
    subject,
    advice,
    state,
    recurrence,
    occurrence,
    place: entry.place,
    measure: entry.fields.measure,
    due,
    history: entry.history.map((event) => eventBy(event, by)),
    createdAt: at,
  });
  return id;
}

/** Enters a problem that people raise: of an audit, an inspection, a review. */
export async function raiseByHand(
  { database, now }: Services,
  person: Person,
  draft: RectificationDraft,
): Promise<Key> {
  const { shardRegion, id: unitId } = keyOf(draft.unit);
  const { year, origin, subject, problem, advice, due } = draft;
  return database.inTransaction(async (queries) => {
    const number = await nextNumber(queries, shardRegion, year);
    const known = await rectificationsOfUnit(queries, { shardRegion, id: unitId });
    const entry: LedgerEntry = {
      id: "",
      origin,
      unit: "",
      year,
      rule: null,
      code: null,
      severity: "",
      subject,
      problem,
      advice,
      source: "",
      place: subject,
      state: "open",
      fields: NO_FIELDS,
      occurrence: "present",
      recurrence: null,
      history: [{ date: chinaDay(now()), what: "created", field: null, from: "", to: "" }],
    };
    const prior = known.filter((one) => one.entry.year < year).map(ledgerEntryOf);
    const [found = entry] = findRecurrences({ entries: [entry] }, { entries: prior }).entries;
    const reportId = await reportOfDraft(queries, draft);
    const place = { shardRegion, unitId, reportId, year, number };
    const id = await addEntry(queries, { ...place, entry: found, due, by: person.login, at: now() });
    await enterRaising(queries, person, {
      key: { shardRegion, id },
      at: now(),
      detail: { added: 1, problem },
    });
    if (reportId !== null) await settleReport(queries, { shardRegion, id: reportId }, now());
    return { shardRegion, id };
  });
}

/** The report that a draft names; a problem of one unit is never tied to the report of another. */
async function reportOfDraft(queries: Queries, draft: RectificationDraft): Promise<string | null> {
  if (draft.report === null) return null;
  const { shardRegion, id } = keyOf(draft.report);
  const row = await reportOf(queries, { shardRegion, id });
  const isOwn = row !== undefined && referenceTo({ shardRegion, id: row.report.unitId }) === draft.unit;
  if (!isOwn || row.report.year !== draft.year) throw badRequest("所选报告不是这个单位该年度的报告。");
  return id;
}

interface Raising {
  readonly key: Key;
  readonly at: Date;
  readonly detail: Readonly<Record<string, string | number>>;
}

const enterRaising = (queries: Queries, person: Person, { key, at, detail }: Raising): Promise<void> =>
  enterInJournal(queries, {
    shardRegion: key.shardRegion,
    at,
    accountId: person.accountId,
    action: "rectification.raise",
    target: { kind: "rectification", id: key.id },
    detail,
  });
