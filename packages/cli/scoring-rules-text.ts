// The rules of scoring as people read them, for `jueming regions`: what is reckoned how, and where each rule is from.

import type { JsonObject } from "@jueming/core/disclosure/disclosure-json.ts";
import type {
  OverAchievementConsequence,
  RuleSource,
  ScoringRules,
  ShareFormula,
} from "@jueming/core/evaluation/scoring/scoring-rules.ts";

import type { Paint } from "./paint.ts";

const BASES = {
  adjusted: "全年（调整后）预算数",
  initial: "年初预算数",
  "per-form": "自评表所列执行率用的预算数",
} as const satisfies Record<ScoringRules["executionBase"], string>;
const WITHOUT_BUDGET = { zero: "得 0 分", full: "得满分", "not-scored": "不计分" } as const;
const ABOVE_BUDGET = { full: "得满分", "two-minus-ratio": "按 2 - 执行率", zero: "不得分" } as const;
const ROUNDING = { "half-up": "四舍五入", "half-even": "四舍六入五成双", down: "舍去尾数" } as const;
const CERTAINTY = {
  regulation: "规定",
  form: "表式",
  configuration: "配置（未见规定）",
} as const satisfies Record<RuleSource["certainty"], string>;

/** All sets of rules, each with its options in words. */
export function rulesText(all: readonly ScoringRules[], paint: Paint): string {
  const told = new Set<RuleSource>();
  const parts = all.map((rules) => {
    // What a place takes over from the national rules is told once.
    const own = rules.sources.filter((source) => !told.has(source));
    for (const source of own) told.add(source);
    const others = own.length < rules.sources.length ? ["    其余同 national/2020"] : [];
    const head = paint.strong(`${rules.id}  ${rules.name}${rules.inForce ? "" : "（示例）"}`);
    const sources = own.map(
      ({ about, source, certainty }) => `    ${CERTAINTY[certainty]}：${about}（${source}）`,
    );
    return [head, ...ruleLines(rules).map((line) => `  ${line}`), "  出处", ...sources, ...others].join("\n");
  });
  return `评分规则（jueming score --edition 编号）\n\n${parts.join("\n\n")}\n`;
}

/** The options of a set of rules, one a line. */
export function ruleLines(rules: ScoringRules): readonly string[] {
  const { formulas, caps } = rules;
  return [
    `依据：${rules.basis}`,
    `预算执行率：${rules.executionPoints} 分，执行数 ÷ ${BASES[rules.executionBase]}；预算和执行均为 0 的${WITHOUT_BUDGET[rules.withoutBudget]}，超过 100% 的${ABOVE_BUDGET[rules.aboveBudget]}`,
    `分值：${rules.levelPoints.map(pointsText).join("；或 ")}`,
    `取整：${rules.scoreDecimals} 位小数，${ROUNDING[rules.rounding]}`,
    `≥、＞ 未达到：${formulaText(formulas.atLeast, "完成值 ÷ 指标值")}`,
    `≤、＜ 和成本超过：${formulaText(formulas.atMost, "完成值 ÷ 指标值")}`,
    `＝ 未达到：${formulaText(formulas.exactShort, "完成值 ÷ 指标值")}；超过：${formulas.exactExceeded === "full" ? "得满分" : formulaText(formulas.exactExceeded, "完成值 ÷ 指标值")}`,
    `超额完成：达到指标值的 ${percent(rules.overAchievement)} 起，${consequenceText(rules.overAchievementConsequence)}`,
    `定性：${rules.tiers.map(({ words, from, to }) => `${words[0] ?? ""} ${percent(to)}—${percent(from)}`).join("；")}；人工评分${rules.manualReason === "always" ? "均须" : "扣分的须"}填写理由`,
    `应说明原因：执行率低于 ${rules.executionReasonBelow}%${rules.lossNeedsReason ? "；未得满分的指标" : ""}`,
    `上限：${caps.length === 0 ? "无" : caps.map(({ kind, executionBelow, most }) => `执行率低于 ${executionBelow}% 的${kind === "total" ? "总分" : "等级"}不高于 ${most}`).join("；")}`,
    `等级：${rules.grades.map(({ grade, from }) => `${grade} ${from}`).join("、")}`,
  ];
}

/** The rules as fields, for other programs. */
export function describeRules(rules: ScoringRules): JsonObject {
  const { id, name, inForce, basis, sources } = rules;
  return { id, name, inForce, basis, lines: ruleLines(rules), sources: sources.map((one) => ({ ...one })) };
}

const pointsText = (points: Readonly<Record<string, string>>): string =>
  Object.entries(points)
    .map(([level, value]) => `${level} ${value}`)
    .join("、");

const percent = (share: string): string => `${Math.round(Number(share) * 10_000) / 100}%`;

function formulaText(formula: ShareFormula, ratio: string): string {
  if (typeof formula === "object") {
    const bands = formula.bands.map(({ from, share }) => `达到 ${percent(from)} 得 ${percent(share)}`);
    return `分档，${bands.join("、")}，以下不得分`;
  }
  switch (formula) {
    case "proportional":
      return `分值 × ${ratio}`;
    case "two-minus-ratio":
      return `分值 × (2 - ${ratio})，不低于 0`;
    case "inverse-ratio":
      return "分值 × 指标值 ÷ 完成值";
    case "zero":
      return "不得分";
  }
}

function consequenceText(consequence: OverAchievementConsequence): string {
  switch (consequence.kind) {
    case "note":
      return "提示说明原因，不扣分";
    case "reason":
      return "必须说明原因，不扣分";
    case "deduct-by-degree":
      return `按超过的比例扣分，最多扣 ${percent(consequence.most)}${waived(consequence)}`;
    case "deduct-by-bands":
      return `${consequence.bands.map(({ from, deduct }) => `达到 ${percent(from)} 扣 ${percent(deduct)}`).join("、")}${waived(consequence)}`;
  }
}

const waived = ({ waivedByReason }: { readonly waivedByReason: boolean }): string =>
  waivedByReason ? "，已说明原因的不扣" : "";
