// 核实性说明: why a finding is in order. It holds only while the figures of the finding are the same; last year's are
// offered for the same unit, rule and subject, and count once they are taken over.

import { and, desc, eq, isNull } from "drizzle-orm";

import { covers, isAbout } from "@jueming/pipeline/explanations.ts";

import { keyOf, referenceTo } from "../contract/reference.ts";
import type { FindingView } from "../contract/reports.ts";
import type { ExplanationDraft, ExplanationView, ToExplain } from "../contract/review.ts";
import type { Queries } from "../database/database.ts";
import type { Person } from "../http/access.ts";
import { conflict, notFound } from "../http/http-problem.ts";
import { newId } from "../identifiers.ts";
import type { Services } from "../services.ts";
import { enterInJournal } from "../store/journal.ts";
import type { ReportRow } from "../store/reports.ts";
import { account, explanation, reportDraft } from "../store/schema/index.ts";
import { presentFindings } from "./present-findings.ts";
import { lockedReport, moveReport, stepOf } from "./review-report.ts";

type Explanation = typeof explanation.$inferSelect;

const figuresOf = ({ operands }: FindingView): readonly (string | null)[] =>
  operands.map(({ value }) => value);

/** Gives explanations; each must be for a finding that is there with these figures. */
export async function giveExplanations(
  services: Services,
  person: Person,
  { row, drafts }: { readonly row: ReportRow; readonly drafts: readonly ExplanationDraft[] },
): Promise<readonly string[]> {
  const { database, now } = services;
  return database.inTransaction(async (queries) => {
    const own = await explainable(queries, person, row);
    const findings = await presentFindings(queries, own);
    const ids: string[] = [];
    for (const draft of drafts) {
      const finding = findings.find((one) => one.kind === "explain" && covers(draft, one));
      if (finding === undefined)
        throw conflict(`“${draft.subject}”的这条发现已不存在，或数字已改变，请刷新后再填写说明。`);
      ids.push(await replaceExplanation(queries, { row: own, person, draft, finding, at: now() }));
    }
    await recount(services, queries, own);
    return ids;
  });
}

interface Given {
  readonly row: ReportRow;
  readonly person: Person;
  readonly draft: ExplanationDraft;
  readonly finding: FindingView;
  readonly at: Date;
}

/** The newer explanation of a finding takes the place of an older one, which is kept as withdrawn. */
async function replaceExplanation(
  queries: Queries,
  { row, person, draft, finding, at }: Given,
): Promise<string> {
  const { shardRegion, id: reportId, unitId, year } = row.report;
  const before = (await rowsOf(queries, row)).filter(
    ({ explanation: one }) => one.withdrawnAt === null && covers(one, finding),
  );
  for (const { explanation: one } of before) {
    await queries
      .update(explanation)
      .set({ withdrawnAt: at })
      .where(and(eq(explanation.shardRegion, shardRegion), eq(explanation.id, one.id)));
  }
  const id = newId();
  await queries.insert(explanation).values({
    shardRegion,
    id,
    unitId,
    year,
    reportId,
    rule: finding.rule,
    subject: finding.subject,
    figures: figuresOf(finding),
    text: draft.text,
    accountId: person.accountId,
    at,
  });
  await enterInJournal(queries, {
    shardRegion,
    at,
    accountId: person.accountId,
    action: "explanation-given",
    target: { kind: "report", id: reportId },
    detail: { explanation: id, rule: finding.rule, subject: finding.subject, from: draft.from },
  });
  return id;
}

/** Withdraws an explanation; its finding counts again. */
export async function withdrawExplanation(
  services: Services,
  person: Person,
  { row, ref }: { readonly row: ReportRow; readonly ref: string },
): Promise<void> {
  const { database, now } = services;
  await database.inTransaction(async (queries) => {
    const own = await explainable(queries, person, row);
    const { shardRegion, id: reportId } = own.report;
    const key = keyOf(ref);
    const isOwn = and(
      eq(explanation.shardRegion, shardRegion),
      eq(explanation.id, key.id),
      eq(explanation.reportId, reportId),
    );
    const [known] = await queries.select().from(explanation).where(isOwn);
    if (known === undefined || key.shardRegion !== shardRegion) throw notFound("这条说明");
    if (known.withdrawnAt !== null) throw conflict("这条说明已经撤回。");
    await queries.update(explanation).set({ withdrawnAt: now() }).where(isOwn);
    await recount(services, queries, own);
    await enterInJournal(queries, {
      shardRegion,
      at: now(),
      accountId: person.accountId,
      action: "explanation-withdrawn",
      target: { kind: "report", id: reportId },
      detail: { explanation: key.id, rule: known.rule, subject: known.subject },
    });
  });
}

/** The report, locked with its entries, where the person may explain its findings now. */
async function explainable(queries: Queries, person: Person, { report: own }: ReportRow): Promise<ReportRow> {
  // Entries first, as whoever edits or submits does, so that nobody waits for the other.
  await queries
    .select({ revision: reportDraft.revision })
    .from(reportDraft)
    .where(and(eq(reportDraft.shardRegion, own.shardRegion), eq(reportDraft.reportId, own.id)))
    .for("update");
  const row = await lockedReport(queries, own, null);
  stepOf(person, row, "explain");
  return row;
}

/** Explained findings no longer count in lists; whoever is reviewing sees that something has changed. */
async function recount({ now }: Services, queries: Queries, row: ReportRow): Promise<void> {
  const open = (await presentFindings(queries, row)).filter(
    ({ explanation: held, causedBy }) => held === null && causedBy === null,
  );
  const count = (severity: FindingView["severity"]): number =>
    open.filter((one) => one.severity === severity).length;
  const summary = {
    ...row.report.summary,
    error: count("error"),
    warning: count("warning"),
    hint: count("hint"),
  };
  await moveReport(queries, row, { summary, at: now() });
}

const rowsOf = (queries: Queries, { report: own }: ReportRow) =>
  queries
    .select({ explanation, by: account.name })
    .from(explanation)
    .innerJoin(
      account,
      and(eq(account.shardRegion, explanation.shardRegion), eq(account.id, explanation.accountId)),
    )
    .where(and(eq(explanation.shardRegion, own.shardRegion), eq(explanation.reportId, own.id)))
    .orderBy(desc(explanation.at), desc(explanation.id));

/** The explanations given for a report, those withdrawn among them. */
export async function explanationsIn(
  queries: Queries,
  row: ReportRow,
  findings: readonly FindingView[],
): Promise<readonly ExplanationView[]> {
  return (await rowsOf(queries, row)).map(({ explanation: one, by }) => ({
    ref: referenceTo(one),
    year: one.year,
    rule: one.rule,
    subject: one.subject,
    figures: [...one.figures],
    text: one.text,
    by,
    at: one.at.toISOString(),
    withdrawnAt: one.withdrawnAt?.toISOString() ?? null,
    holds: one.withdrawnAt === null && findings.some((finding) => covers(one, finding)),
  }));
}

/** The findings that have to be explained, each with what the unit said of the same thing a year before. */
export async function findingsToExplain(
  queries: Queries,
  { report: own }: ReportRow,
  findings: readonly FindingView[],
): Promise<readonly ToExplain[]> {
  const earlier = await queries
    .select()
    .from(explanation)
    .where(
      and(
        eq(explanation.shardRegion, own.shardRegion),
        eq(explanation.unitId, own.unitId),
        eq(explanation.year, own.year - 1),
        isNull(explanation.withdrawnAt),
      ),
    )
    .orderBy(desc(explanation.at));
  return findings
    .filter(({ kind }) => kind === "explain")
    .map((finding) => ({
      rule: finding.rule,
      code: finding.code,
      severity: finding.severity,
      subject: finding.subject,
      message: finding.message,
      figures: [...figuresOf(finding)],
      explanation: finding.explanation,
      offered: earlier.filter((one) => isAbout(one, finding)).map((one) => offerOf(one, finding)),
    }));
}

const offerOf = (one: Explanation, finding: FindingView): ToExplain["offered"][number] => ({
  ref: referenceTo(one),
  year: one.year,
  text: one.text,
  sameFigures: covers(one, finding),
});
