import { finding, held, notApplicable } from "../../finding.ts";
import type { Indicator } from "../../../evaluation/project-evaluation.ts";
import type { TierRule } from "../../../evaluation/tiers.ts";
import { findTier } from "../../../evaluation/tiers.ts";
import { findUnit } from "../../../figures/unit.ts";
import { projectRule, statedOperand } from "./project-rule.ts";
import { printedTarget } from "./score-fault-rule.ts";

const SAME_MEASURE: readonly ReadonlySet<string>[] = [
  new Set(["个", "项", "处", "家", "家单位"]),
  new Set(["台", "套", "台套", "台(套)", "台（套）"]),
  new Set(["人", "名", "户"]),
  new Set(["次", "场次", "批次", "场"]),
];

/** A figure beside words that are neither a tier nor the target's own words: the two cannot be compared. */
function isWordsBesideFigure(indicator: Indicator, tiers: readonly TierRule[]): boolean {
  const { target, actual } = indicator;
  if (
    target?.value == null ||
    actual === null ||
    actual.value !== null ||
    actual.unreadable ||
    actual.raw === ""
  )
    return false;
  return findTier(actual.raw, tiers) === undefined && !indicator.doubtful;
}

function disagree(indicator: Indicator): boolean {
  const target = indicator.target?.unit ?? null;
  const actual = indicator.actual?.unit ?? null;
  if (indicator.target?.value == null || indicator.actual?.value == null) return false;
  if (target === null || actual === null || target === actual) return false;
  if (findUnit(target)?.dimension === "money" && findUnit(actual)?.dimension === "money") return false;
  return !SAME_MEASURE.some((same) => same.has(target) && same.has(actual));
}

export const unitsAgree = projectRule(
  {
    id: "units-agree",
    code: "P-29",
    title: "指标值与完成值的计量单位应一致",
    kind: "explain",
    severity: "warning",
    basis:
      "《中央部门项目支出核心绩效目标和指标设置及取值指引（试行）》（财预〔2021〕101号）：指标值应可衡量、可比较",
    example: { passes: "指标值60人，完成值54人", fails: "指标值60人，完成值90.03%" },
  },
  ({ evaluation, name }, { edition }) => {
    if (evaluation.indicators.length === 0) return [notApplicable(name, "未读到绩效指标")];
    const wrong = evaluation.indicators.filter(
      (one) => disagree(one) || isWordsBesideFigure(one, edition.scoring.tiers),
    );
    if (wrong.length === 0) return [held(name)];
    const list = wrong
      .map((one) => `“${one.name}”（${printedTarget(one)}／${one.actual?.raw ?? ""}）`)
      .join("、");
    return [
      finding({
        subject: name,
        message: `项目“${name}”有${wrong.length}项指标的指标值与完成值计量单位不一致或不可比：${list}。`,
        advice: "请按指标值的计量单位填写完成值。",
        operands: wrong.map((one) =>
          statedOperand(one.name, `${printedTarget(one)}／${one.actual?.raw ?? ""}`, one.place),
        ),
        sourceDoubt: wrong.some((one) => one.doubtful),
      }),
    ];
  },
);
