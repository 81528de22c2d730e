// The head of the report: counts and coverage of one document, or a table of all units, and what failed.

import type { Severity } from "@jueming/core/checks/finding.ts";
import type { CheckSummary } from "@jueming/core/checks/run-checks.ts";

import type { ReadFailure } from "../../read.ts";
import type { Judged } from "../checked.ts";
import { originText, resultName } from "../checked.ts";
import { SEVERITIES, SEVERITY_WORDS } from "../wording.ts";
import { coverageBar, coverageLegend } from "./coverage-markup.ts";
import { escaped } from "./markup.ts";

/** Counts by severity, large, and the coverage. */
export function countsMarkup(summary: CheckSummary): string {
  const tiles = SEVERITIES.map((severity) => tile(severity, summary[severity])).join("");
  return `<div class="tiles">${tiles}<div class="tile wide"><span class="label">${coverageLegend(summary)}</span>${coverageBar(summary)}</div></div>`;
}

function tile(severity: Severity, count: number): string {
  const look = count === 0 ? "none" : severity;
  return `<div class="tile ${look}"><span class="count">${count}</span><span class="label">${SEVERITY_WORDS[severity]}</span></div>`;
}

/** One row for each result, with a link to its findings. */
export function unitsTable(results: readonly Judged[]): string {
  const rows = results.map((result, index) => unitRow(result, index + 1));
  const head = ["单位", "年度", "错误", "警告", "提示", "检查覆盖", "来源"]
    .map((name, at) => `<th scope="col"${at >= 1 && at <= 4 ? ' class="n"' : ""}>${name}</th>`)
    .join("");
  const legend = `<p class="legend"><span class="part"><span class="key run"></span>已检查</span><span class="part"><span class="key none"></span>不适用</span><span class="part"><span class="key open"></span>未检查</span></p>`;
  return `<div class="scroll"><table class="plain units"><thead><tr>${head}</tr></thead><tbody>${rows.join("")}</tbody></table></div>${legend}`;
}

function unitRow(result: Judged, number: number): string {
  const { summary } = result.result;
  const counts = SEVERITIES.map((severity) => {
    const count = summary[severity];
    return `<td class="n ${count === 0 ? "zero" : severity}">${count}</td>`;
  }).join("");
  return [
    `<tr><th scope="row"><a href="#u${number}">${escaped(resultName(result))}</a></th>`,
    `<td class="n">${result.about.year ?? ""}</td>${counts}`,
    `<td class="cover">${coverageBar(summary)}</td><td class="source">${escaped(originText(result))}</td></tr>`,
  ].join("");
}

/** Files that could not be read, each with what to do. */
export function failuresMarkup(failures: readonly ReadFailure[]): string {
  if (failures.length === 0) return "";
  const rows = failures.map(
    ({ source, error }) =>
      `<tr><th scope="row">${escaped(source)}</th><td>${escaped(error.message)}</td><td>${error.code}</td></tr>`,
  );
  return `<section class="failures"><h2>未能读取的文件（${failures.length}）</h2><table class="plain"><thead><tr><th scope="col">文件</th><th scope="col">原因和办法</th><th scope="col">代码</th></tr></thead><tbody>${rows.join("")}</tbody></table></section>`;
}
