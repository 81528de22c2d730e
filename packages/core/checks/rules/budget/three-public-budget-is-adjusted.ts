import type { FactAddress } from "../../../disclosure/address.ts";
import { isNonZero } from "../../../figures/figure.ts";
import { cellInterval, compareIntervals } from "../../../figures/interval.ts";
import { FINAL_ACCOUNTS_FORMS } from "../../basis.ts";
import { finding, held, notApplicable } from "../../finding.ts";
import { formatUnitGap } from "../../outcome-format.ts";
import { operand } from "../project-evaluation/project-rule.ts";
import { budgetRule } from "./published-budget.ts";

const SUBJECT = "“三公”经费预算";
const IN_ACCOUNTS: FactAddress = { concept: "three-public", column: "budget.total" };
const IN_BUDGET: readonly FactAddress[] = [IN_ACCOUNTS, { concept: "three-public", column: "final.total" }];

export const threePublicBudgetIsAdjusted = budgetRule(
  {
    id: "three-public-budget-is-adjusted",
    code: "Y-06",
    title: "“三公”经费全年预算数与年初公开预算不同的应说明调整",
    kind: "explain",
    severity: "hint",
    basis: `${FINAL_ACCOUNTS_FORMS}：“三公”经费预算数为调整后的全年预算数`,
    needs: "“三公”经费决算表、年初公开的部门预算（--budget）",
    example: {
      passes: "年初预算5.08万元，全年预算5.08万元",
      fails: "年初预算8.00万元，全年预算5.08万元，未说明调整",
    },
  },
  ({ facts }, budget) => {
    const stated = facts.inTable(IN_ACCOUNTS);
    const published = IN_BUDGET.map((address) => budget.inTable(address)).find((one) =>
      isNonZero(one?.value),
    );
    const [actual, expected] = [stated, published].map((one) =>
      one === undefined ? undefined : cellInterval(one.value),
    );
    if (stated === undefined || published === undefined || actual === undefined || expected === undefined) {
      return [notApplicable(SUBJECT, "决算或公开预算未列“三公”经费预算")];
    }
    const comparison = compareIntervals(actual, expected);
    if (comparison.verdict !== "impossible") return [held(SUBJECT)];
    const unit = published.value.kind === "figure" ? published.value.unit : null;
    return [
      finding({
        subject: SUBJECT,
        message: `决算表“三公”经费全年预算${stated.value.raw === "" ? "空白" : stated.value.raw}，年初公开预算${published.value.raw}，请核实是否经过调整。`,
        advice: "请说明“三公”经费预算的调整情况；未经调整的，请更正。",
        operands: [
          operand(stated.where, stated.value, stated.place),
          operand(`公开预算 ${published.where}`, published.value, published.place),
        ],
        expected: published.value.raw,
        actual: stated.value.raw,
        gap: formatUnitGap(comparison.gap, unit, 2),
      }),
    ];
  },
);
