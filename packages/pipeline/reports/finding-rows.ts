// Findings as rows of one table, for the working papers and for CSV: in the order of the reports,
// those of the same cause right after the one that names it.

import type { Finding, Operand, Severity } from "@jueming/core/checks/finding.ts";

import type { Checked, Judged } from "./checked.ts";
import { isJudged, originText, shownFindings, sourceOf, unitName } from "./checked.ts";
import { KIND_WORDS, SEVERITY_WORDS, placeText } from "./wording.ts";

/** FindingColumn: one column of the table of findings. */
export interface FindingColumn {
  readonly name: string;
  readonly text: (row: FindingRow) => string;
}

/** FindingRow: a finding with its number over all results, and the number of its cause. */
export interface FindingRow {
  readonly number: number;
  readonly cause: number | null;
  /** How many findings it causes. */
  readonly consequences: number;
  readonly finding: Finding;
  readonly result: Judged;
}

/** The findings of all results, numbered. */
export function findingRows(results: readonly Checked[], least: Severity): readonly FindingRow[] {
  const rows: FindingRow[] = [];
  for (const result of results.filter(isJudged)) {
    for (const { finding, consequences } of shownFindings(result.result, least)) {
      const number = rows.length + 1;
      rows.push({ number, cause: null, consequences: consequences.length, finding, result });
      for (const one of consequences)
        rows.push({ number: rows.length + 1, cause: number, consequences: 0, finding: one, result });
    }
  }
  return rows;
}

/** The columns in their order; those that the reviewer fills in are the working papers' own. */
export const FINDING_COLUMNS: readonly FindingColumn[] = [
  { name: "序号", text: ({ number }) => `${number}` },
  { name: "单位", text: ({ result }) => unitName(result.about) },
  { name: "年度", text: ({ result }) => `${result.about.year ?? ""}` },
  { name: "表/项目", text: ({ finding }) => finding.subject },
  { name: "严重程度", text: ({ finding }) => SEVERITY_WORDS[finding.severity] },
  { name: "性质", text: ({ finding }) => KIND_WORDS[finding.kind] },
  { name: "规则编号", text: ({ finding }) => finding.code },
  { name: "问题", text: ({ finding }) => finding.message },
  { name: "应为", text: ({ finding }) => finding.expected ?? "" },
  { name: "实际", text: ({ finding }) => finding.actual ?? "" },
  { name: "相差", text: ({ finding }) => finding.gap ?? "" },
  { name: "允许", text: ({ finding }) => finding.envelope ?? "" },
  { name: "所列数字", text: ({ finding }) => operandsText(finding.operands) },
  { name: "位置", text: ({ finding, result }) => placesText(finding, result) },
  { name: "依据", text: ({ finding }) => finding.basis },
  { name: "建议", text: ({ finding, result }) => adviceText(finding, result) },
  { name: "是否存疑", text: ({ finding }) => (finding.sourceDoubt ? "请核对原件" : "") },
  { name: "同一原因", text: causeText },
  { name: "已有说明", text: ({ finding }) => finding.explanation ?? "" },
  { name: "来源", text: ({ result }) => originOf(result) },
];

const OPERANDS_SHOWN = 12;
const PLACES_SHOWN = 8;

function operandsText(operands: readonly Operand[]): string {
  const shown = operands
    .slice(0, OPERANDS_SHOWN)
    .map(({ label, value }) => `${label}：${value === null || value === "" ? "空白" : value}`);
  const rest = operands.length - shown.length;
  return [...shown, ...(rest > 0 ? [`另有 ${rest} 个`] : [])].join("；");
}

function placesText({ operands }: Finding, result: Judged): string {
  const source = sourceOf(result);
  const places = [...new Set(operands.map(({ place }) => placeText(place, source)))].filter(
    (text) => text !== "",
  );
  const rest = places.length - PLACES_SHOWN;
  return [...places.slice(0, PLACES_SHOWN), ...(rest > 0 ? [`另有 ${rest} 处`] : [])].join("；");
}

function adviceText({ advice, repair }: Finding, result: Judged): string {
  if (repair === null) return advice;
  const where = placeText(repair.place, sourceOf(result));
  return `${advice}可能的更正：${where} 由 ${repair.from} 改为 ${repair.to}，请核对原件后再改。`;
}

function causeText({ cause, consequences }: FindingRow): string {
  if (cause !== null) return `同第 ${cause} 号`;
  return consequences > 0 ? `引起其后 ${consequences} 个` : "";
}

function originOf(result: Judged): string {
  return "sources" in result ? result.sources.join("、") : originText(result);
}
