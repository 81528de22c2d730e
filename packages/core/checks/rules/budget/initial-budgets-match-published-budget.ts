import type { FactAddress } from "../../../disclosure/address.ts";
import { addressKey } from "../../../disclosure/address.ts";
import type { FactIndex, Statement } from "../../../disclosure/facts.ts";
import { cellInterval, compareIntervals } from "../../../figures/interval.ts";
import { DISCLOSURE_PROCEDURE } from "../../basis.ts";
import type { CheckOutcome } from "../../finding.ts";
import { finding, held, notApplicable, notChecked } from "../../finding.ts";
import { formatUnitGap } from "../../outcome-format.ts";
import { operand } from "../project-evaluation/project-rule.ts";
import type { CheckContext } from "../../rule.ts";
import { budgetRule } from "./published-budget.ts";

function finalAddress(address: FactAddress): FactAddress {
  const { stage: _stage, ...plain } = address;
  return plain;
}

/** The budget's statement of the fact: as its table prints it, or as it names itself initial. */
function inBudget(address: FactAddress, budget: FactIndex): Statement | undefined {
  return budget.inTable(finalAddress(address)) ?? budget.statementsOf(address)[0];
}

function judge(stated: Statement, published: Statement): CheckOutcome {
  const [actual, expected] = [cellInterval(stated.value), cellInterval(published.value)];
  if (actual === undefined || expected === undefined) return notChecked(stated.where, "年初预算数无法识别");
  const comparison = compareIntervals(actual, expected);
  if (comparison.verdict !== "impossible") return held(stated.where);
  const unit = stated.value.kind === "figure" ? stated.value.unit : null;
  const gap = formatUnitGap(comparison.gap, unit, 2);
  return finding({
    subject: stated.where,
    message: `${stated.where}所列年初预算${stated.value.raw}，年初公开的${published.where}为${published.value.raw === "" ? "空白" : published.value.raw}，相差${gap.replace(/^-/u, "")}${unit?.name ?? ""}。`,
    advice: "请按人大批准、年初公开的部门预算填列年初预算数；口径不同的，请说明。",
    operands: [
      operand("说明所列年初预算", stated.value, stated.place),
      operand(`公开预算 ${published.where}`, published.value, published.place),
    ],
    expected: published.value.raw,
    actual: stated.value.kind === "figure" ? stated.value.value : null,
    gap,
    envelope: formatUnitGap(comparison.envelope, unit, 3),
    cells: [addressKey(stated.address)],
  });
}

function check(context: CheckContext, budget: FactIndex): readonly CheckOutcome[] {
  const initial = [...context.facts.all()].flatMap(([first]) =>
    first !== undefined && first.address.stage === "initial" ? [first] : [],
  );
  if (initial.length === 0) return [notApplicable(null, "说明未列年初预算数")];
  return initial.map((stated) => {
    const published = inBudget(stated.address, budget);
    return published === undefined
      ? notChecked(stated.where, "公开预算中没有对应科目")
      : judge(stated, published);
  });
}

export const initialBudgetsMatchPublishedBudget = budgetRule(
  {
    id: "initial-budgets-match-published-budget",
    code: "Y-05",
    title: "说明所列年初预算数应等于年初公开的部门预算",
    kind: "explain",
    severity: "warning",
    basis: `${DISCLOSURE_PROCEDURE}；《中华人民共和国预算法》第十四条`,
    needs: "情况说明中的年初预算数、年初公开的部门预算（--budget）",
    example: {
      passes: "说明年初预算1,261.95万元，公开预算1261.95万元",
      fails: "说明年初预算1,261.95万元，公开预算1216.95万元",
    },
  },
  check,
);
