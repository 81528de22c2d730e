// What was checked and what was not: silence would read as a pass.

import type { CheckResult, CheckSummary, RuleCoverage } from "@jueming/core/checks/run-checks.ts";

import { escaped } from "./markup.ts";

const WIDTH = 240;
const HEIGHT = 10;

/** A bar of what was checked, not applicable and not checked; its words stand in its label. */
export function coverageBar(summary: CheckSummary): string {
  const { checksRun, checksNotApplicable, checksNotChecked } = summary;
  const total = Math.max(1, checksRun + checksNotApplicable + checksNotChecked);
  const parts = [
    ["run", checksRun],
    ["none", checksNotApplicable],
    ["open", checksNotChecked],
  ] as const;
  const rectangles: string[] = [];
  let from = 0;
  for (const [look, count] of parts) {
    // What is not nothing must be seen.
    const width = count === 0 ? 0 : Math.max(3, (count / total) * WIDTH);
    const left = Math.min(from, WIDTH - width);
    if (count > 0)
      rectangles.push(
        `<rect class="${look}" x="${left.toFixed(1)}" width="${width.toFixed(1)}" height="${HEIGHT}"/>`,
      );
    from = left + width;
  }
  return `<svg class="bar" viewBox="0 0 ${WIDTH} ${HEIGHT}" preserveAspectRatio="none" role="img" aria-label="${coverageText(summary)}">${rectangles.join("")}</svg>`;
}

function coverageText({ checksRun, checksNotApplicable, checksNotChecked }: CheckSummary): string {
  return `已检查 ${checksRun} 项，不适用 ${checksNotApplicable} 项，未检查 ${checksNotChecked} 项`;
}

/** The counts with the colours of the bar, so that one explains the other. */
export function coverageLegend({ checksRun, checksNotApplicable, checksNotChecked }: CheckSummary): string {
  const parts = [
    ["run", "已检查", checksRun],
    ["none", "不适用", checksNotApplicable],
    ["open", "未检查", checksNotChecked],
  ] as const;
  return parts
    .map(
      ([look, name, count]) =>
        `<span class="part"><span class="key ${look}"></span>${name} ${count} 项</span>`,
    )
    .join("");
}

/** The coverage of a result: counts, why checks were left out, and each rule unless there are many results. */
export function coverageMarkup(
  { summary, notChecked, coverage }: CheckResult,
  { withRules }: { readonly withRules: boolean },
): string {
  const byReason = [...Map.groupBy(notChecked, ({ reason }) => reason)].toSorted(
    ([, a], [, b]) => b.length - a.length,
  );
  const rows = byReason.map(([reason, checks]) => {
    const codes = [...new Set(checks.map(({ code }) => code))].join("、");
    return `<tr><td>${escaped(reason)}</td><td class="n">${checks.length}</td><td>${escaped(codes)}</td></tr>`;
  });
  const open =
    rows.length === 0
      ? ""
      : `<table class="plain"><thead><tr><th scope="col">未检查的原因</th><th scope="col" class="n">项数</th><th scope="col">规则</th></tr></thead><tbody>${rows.join("")}</tbody></table>`;
  return `<section class="coverage"><h3>检查覆盖情况</h3><p class="counts">${coverageBar(summary)}<span>${coverageLegend(summary)}</span></p>${open}${withRules ? rulesMarkup(coverage) : ""}</section>`;
}

function rulesMarkup(coverage: readonly RuleCoverage[]): string {
  if (coverage.length === 0) return "";
  const rows = coverage.map((rule) => {
    const counts = [rule.held + rule.found, rule.found, rule.notApplicable, rule.notChecked];
    const cells = counts.map((count) => `<td class="n">${count === 0 ? "" : count}</td>`).join("");
    const why = escaped(rule.notApplicableReasons.join("；"));
    return `<tr><td>${escaped(rule.code)}</td><td>${escaped(rule.title)}</td>${cells}<td>${why}</td></tr>`;
  });
  const head = ["规则", "内容", "已检查", "有问题", "不适用", "未检查", "不适用的原因"]
    .map((name, at) => `<th scope="col"${at >= 2 && at <= 5 ? ' class="n"' : ""}>${name}</th>`)
    .join("");
  return `<details class="rules"><summary>逐条规则（${coverage.length} 条）</summary><table class="plain"><thead><tr>${head}</tr></thead><tbody>${rows.join("")}</tbody></table></details>`;
}
