// What checking says, as text for a person: worst first, by unit and table or project, with the figures,
// the place on the page, and sentences that can be copied into a review opinion.

import type { Finding, Severity } from "@jueming/core/checks/finding.ts";
import type { CheckResult, NotChecked } from "@jueming/core/checks/run-checks.ts";
import { isFailure } from "@jueming/pipeline/read.ts";
import type { Checked, Judged, ShownFinding } from "@jueming/pipeline/reports/checked.ts";
import {
  originText,
  rank,
  resultName,
  shownFindings,
  sourceOf,
  unitName,
} from "@jueming/pipeline/reports/checked.ts";

import type { Paint } from "./paint.ts";
import { alignedRows, printable } from "./printed-width.ts";
import { KIND_WORDS, SEVERITIES, SEVERITY_WORDS, placeText } from "@jueming/pipeline/reports/wording.ts";

/** ReportOptions: how the report looks and from which severity on findings are shown. */
export interface ReportOptions {
  readonly paint: Paint;
  readonly severity: Severity;
}

/** The report on all results: several begin with a table of units. */
export function textReport(results: readonly Checked[], options: ReportOptions): string {
  const details = results.map((result) => reportOn(result, options));
  const overview = results.length > 1 ? [overviewTable(results, options.paint)] : [];
  return `${[...overview, ...details].join("\n\n")}\n`;
}

const OVERVIEW_HEAD = ["单位", "年度", "错误", "警告", "提示", "已检查", "未检查", "来源"];

function overviewTable(results: readonly Checked[], paint: Paint): string {
  const rows = results.map((result) => overviewRow(result));
  const right = { side: "right" } as const;
  const columns = [{ limit: 40 }, {}, right, right, right, right, right, { limit: 60 }];
  const [head = "", ...lines] = alignedRows([OVERVIEW_HEAD, ...rows], columns);
  return [paint.strong(head), ...lines].join("\n");
}

function overviewRow(result: Checked): readonly string[] {
  if (isFailure(result)) return ["（未能读取）", "", "", "", "", "", "", result.source];
  const { error, warning, hint, checksRun, checksNotChecked } = result.result.summary;
  const year = result.about.year === null ? "" : `${result.about.year}`;
  const counts = [error, warning, hint, checksRun, checksNotChecked].map(String);
  return [resultName(result), year, ...counts, originText(result)];
}

function reportOn(result: Checked, options: ReportOptions): string {
  if (isFailure(result)) {
    const head = options.paint.severity("error", "未能读取");
    return `${head}  ${printable(result.source)}\n  ${printable(result.error.message)}（${result.error.code}）`;
  }
  const lines = [
    ...heading(result, options.paint),
    ...subjectGroups(shownFindings(result.result, options.severity)).flatMap((group) => [
      "",
      ...groupLines(group, result, options),
    ]),
    "",
    ...coverage(result.result),
  ];
  return lines.join("\n");
}

function heading(result: Judged, paint: Paint): readonly string[] {
  const { about } = result;
  const year = about.year === null ? "年度不明" : `${about.year} 年度`;
  const where = "sources" in result ? `合并核对：${result.sources.join("、")}` : result.source;
  const { error, warning, hint } = result.result.summary;
  const counts = [
    error === 0 ? "错误 0" : paint.severity("error", `错误 ${error}`),
    warning === 0 ? "警告 0" : paint.severity("warning", `警告 ${warning}`),
    `提示 ${hint}`,
  ].join("  ");
  const duplicates = "sources" in result ? result.duplicates : [];
  return [
    paint.strong(printable(`${unitName(about)}  ${year}`)) + `  ${printable(where)}`,
    counts,
    ...duplicates.map(({ source, of }) => printable(`“${source}”与“${of}”是同一份材料，只计一次。`)),
    ...(about.problems.length === 0 ? [] : [`识读时有 ${about.problems.length} 处存疑，见 jueming read。`]),
    ...wrongCells(about.problems),
  ];
}

interface SubjectGroup {
  readonly subject: string;
  readonly findings: readonly ShownFinding[];
}

/** Groups in the order of their worst finding, explained findings last. */
function subjectGroups(findings: readonly ShownFinding[]): readonly SubjectGroup[] {
  const bySubject = Map.groupBy(findings, ({ finding }) => finding.subject);
  const groups = [...bySubject].map(([subject, members]) => ({
    subject,
    findings: members.toSorted((a, b) => rank(a) - rank(b)),
  }));
  return groups.toSorted((a, b) => firstRank(a) - firstRank(b));
}

function firstRank({ findings }: SubjectGroup): number {
  const [first] = findings;
  return first === undefined ? SEVERITIES.length : rank(first);
}

function groupLines(group: SubjectGroup, result: Judged, options: ReportOptions): readonly string[] {
  const source = sourceOf(result);
  return [
    options.paint.strong(`■ ${printable(group.subject)}`),
    ...group.findings.flatMap((shown) => findingLines(shown, source, options.paint)),
  ];
}

function findingLines(
  { finding, consequences }: ShownFinding,
  source: string | null,
  paint: Paint,
): readonly string[] {
  const explained = finding.explanation === null ? "" : "（已说明）";
  const label = paint.severity(finding.severity, `${SEVERITY_WORDS[finding.severity]}${explained}`);
  const margin = "        ";
  return [
    `  ${label}  ${finding.code}  ${printable(finding.message)}`,
    ...figureLines(finding, source).map((line) => margin + line),
    ...(finding.explanation === null ? [] : [`${margin}说明：${printable(finding.explanation)}`]),
    ...(finding.repair === null ? [] : [`${margin}${repairText(finding, source)}`]),
    ...(finding.advice === "" ? [] : [`${margin}建议：${printable(finding.advice)}`]),
    `${margin}${paint.faint(printable(`依据：${finding.basis}（${KIND_WORDS[finding.kind]}）`))}`,
    ...consequences.map((one) => margin + paint.faint(printable(`同一原因：${consequenceText(one)}`))),
  ];
}

/** A message names its subject as a rule; where it does not, the subject is put before it. */
function consequenceText({ code, subject, message }: Finding): string {
  return message.includes(subject) ? `${code}  ${message}` : `${code}  ${subject}：${message}`;
}

/** The figures of a finding in aligned columns: what, how much, where. */
function figureLines(finding: Finding, source: string | null): readonly string[] {
  const operands = finding.operands.map(({ label, value, place }) => [
    label,
    value ?? "（空白）",
    placeText(place, source),
  ]);
  const results = [
    ["应为", finding.expected],
    ["实际", finding.actual],
    ["相差", finding.gap],
    ["舍入允许", finding.envelope],
  ].flatMap(([label, value]) =>
    label === undefined || label === null || value === null || value === undefined
      ? []
      : [[label, value, ""]],
  );
  return alignedRows([...operands, ...results], [{ limit: 60 }, { side: "right", limit: 40 }, {}]);
}

function repairText({ repair }: Finding, source: string | null): string {
  if (repair === null) return "";
  return printable(
    `可能的更正：${placeText(repair.place, source)} 由 ${repair.from} 改为 ${repair.to}，请核对原件后再改。`,
  );
}

const REASONS_SHOWN = 12;

/** What was checked and what was not: silence would read as a pass. */
function coverage({ summary, notChecked }: CheckResult): readonly string[] {
  const { checksRun, checksNotApplicable, checksNotChecked } = summary;
  const counts = `已检查 ${checksRun} 项，不适用 ${checksNotApplicable} 项，未检查 ${checksNotChecked} 项`;
  const byReason = [...Map.groupBy(notChecked, ({ reason }) => reason)].toSorted(
    ([, a], [, b]) => b.length - a.length,
  );
  const lines = byReason.slice(0, REASONS_SHOWN).map(([reason, checks]) => reasonLine(reason, checks));
  const rest = byReason.length - REASONS_SHOWN;
  return [counts, ...lines, ...(rest > 0 ? [`  另有 ${rest} 种原因，见 --format json 的 notChecked`] : [])];
}

const CODES_SHOWN = 8;

function reasonLine(reason: string, checks: readonly NotChecked[]): string {
  const codes = [...new Set(checks.map(({ code }) => code))];
  const more = codes.length > CODES_SHOWN ? " 等" : "";
  return printable(
    `  未检查 ${checks.length} 项：${reason}（${codes.slice(0, CODES_SHOWN).join("、")}${more}）`,
  );
}

const SHOWN_CELLS = 20;

/** Cells of an input workbook (录入底稿) that were filled in wrongly: they are corrected before all else. */
function wrongCells(
  problems: readonly { readonly code: string; readonly message: string }[],
): readonly string[] {
  const wrong = problems.filter(({ code }) => code.startsWith("input-"));
  const more = wrong.length > SHOWN_CELLS ? [`  ……共 ${wrong.length} 处`] : [];
  return [...wrong.slice(0, SHOWN_CELLS).map(({ message }) => printable(`  ${message}`)), ...more];
}
