// Last year's disclosure of the same unit: whether it may be compared with, and its facts.

import type { FactAddress } from "../../../disclosure/address.ts";
import type { FactIndex } from "../../../disclosure/facts.ts";
import { indexFacts } from "../../../disclosure/facts.ts";
import { cellInterval, compareIntervals } from "../../../figures/interval.ts";
import type { CheckOutcome } from "../../finding.ts";
import { finding, held, notApplicable, notChecked } from "../../finding.ts";
import { formatUnitGap } from "../../outcome-format.ts";
import { operand } from "../project-evaluation/project-rule.ts";
import type { CheckContext, CheckRule, RuleDescription } from "../../rule.ts";
import { compareOfficeNames } from "../structure/unit-names.ts";
import { hasFinalAccounts } from "../structure/structure-rule.ts";

export type PriorJudge = (context: CheckContext, prior: FactIndex) => readonly CheckOutcome[];

/** Why last year's material cannot be compared with, if it cannot. */
function obstacle({ disclosure, prior }: CheckContext): string | undefined {
  if (prior === null) return "无上年数（未提供上年公开材料）";
  if (prior.tables.length === 0) return "上年材料中未识别到决算表";
  if (disclosure.year !== null && prior.year !== null && prior.year !== disclosure.year - 1) {
    return `所给上年材料为${prior.year}年度，不是${disclosure.year - 1}年度`;
  }
  const [own, former] = [disclosure.unit, prior.unit];
  if (own.code !== null && former.code !== null && own.code !== former.code)
    return "所给上年材料属于其他单位";
  if (
    own.code === null &&
    own.name !== null &&
    former.name !== null &&
    compareOfficeNames(own.name, former.name) === "different"
  ) {
    return `所给上年材料属于“${former.name}”`;
  }
  return undefined;
}

/** A rule that compares with last year's disclosure. */
export function acrossYearsRule(
  description: Omit<RuleDescription, "group" | "needs">,
  judge: PriorJudge,
): CheckRule {
  return {
    group: "across-years",
    needs: "本年决算、上年公开的决算（--prior）",
    ...description,
    check: (context) => {
      if (!hasFinalAccounts(context)) return [notApplicable(null, "不是部门决算公开报告")];
      const reason = obstacle(context);
      if (reason !== undefined || context.prior === null) return [notChecked(null, reason ?? "无上年数")];
      return judge(context, indexFacts(context.prior));
    },
  };
}

/** OpeningPair: an opening balance and last year's closing balance that it should carry on. */
export interface OpeningPair {
  readonly name: string;
  readonly opening: FactAddress;
  readonly closing: FactAddress;
}

/** Judges that an opening balance carries on last year's closing balance. */
export function carriedOver(
  { name, opening, closing }: OpeningPair,
  context: CheckContext,
  prior: FactIndex,
): CheckOutcome {
  const now = context.facts.inTable(opening);
  const before = prior.inTable(closing);
  const [actual, expected] = [now, before].map((one) =>
    one === undefined ? undefined : cellInterval(one.value),
  );
  if (now === undefined || before === undefined) return notApplicable(name, "本年或上年表中无此行");
  if (actual === undefined || expected === undefined) return notChecked(name, "年初数或上年年末数无法识别");
  const comparison = compareIntervals(actual, expected);
  if (comparison.verdict !== "impossible") return held(name);
  const unit =
    now.value.kind === "figure" ? now.value.unit : before.value.kind === "figure" ? before.value.unit : null;
  const gap = formatUnitGap(comparison.gap, unit, 2);
  const printed = (raw: string): string => (raw === "" ? "空白" : `${raw}${unit?.name ?? ""}`);
  return finding({
    subject: name,
    message: `${name}：本年年初数${printed(now.value.raw)}，上年公开的年末数${printed(before.value.raw)}，相差${gap.replace(/^-/u, "")}${unit?.name ?? ""}。`,
    advice: "请核对；因以前年度调整、机构合并等原因不一致的，请说明。",
    operands: [
      operand(`${now.where} 年初`, now.value, now.place),
      operand(`上年${before.where} 年末`, before.value, before.place),
    ],
    expected: before.value.raw,
    actual: now.value.raw,
    gap,
    envelope: formatUnitGap(comparison.envelope, unit, 3),
  });
}
