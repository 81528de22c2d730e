import { findConcept } from "../../../accounts/concepts.ts";
import { cellInterval, compareAtMost } from "../../../figures/interval.ts";
import { finding, held } from "../../finding.ts";
import { formatUnitGap } from "../../outcome-format.ts";
import { cellFindingKey, cellOperand, cellsOf, tableName } from "./table-cells.ts";
import { tableRule } from "./table-rule.ts";

const ITEMS = ["total", "abroad", "vehicles", "vehiclePurchase", "vehicleRunning", "reception"] as const;

export const threePublicWithinBudget = tableRule(
  {
    id: "three-public-within-budget",
    code: "T9-05",
    title: "“三公”经费支出决算不应超过全年预算",
    kind: "explain",
    severity: "warning",
    basis: "《党政机关厉行节约反对浪费条例》：“三公”经费应严格控制在预算之内",
    needs: "财政拨款“三公”经费支出决算表",
    example: {
      passes: "公务接待费预算5.00万元，决算4.20万元",
      fails: "公务接待费预算5.00万元，决算6.10万元",
    },
  },
  ["three-public"],
  (table) => {
    const cells = cellsOf(table);
    return ITEMS.map((item) => {
      const budget = { column: `budget.${item}` };
      const final = { column: `final.${item}` };
      const budgetValue = cells?.valueOf(budget);
      const finalValue = cells?.valueOf(final);
      const name = findConcept(table.concept)?.columns.find(({ id }) => id === final.column)?.name ?? item;
      const [limit, actual] = [cellInterval(budgetValue), cellInterval(finalValue)];
      if (limit === undefined || actual === undefined || finalValue?.kind !== "figure") return held(name);
      const result = compareAtMost(actual, limit);
      if (result.verdict !== "impossible") return held(name);
      const over = formatUnitGap(result.gap, finalValue.unit, 2);
      const budgetText = budgetValue?.kind === "figure" ? budgetValue.value : "0";
      return finding({
        subject: tableName(table),
        message: `${tableName(table)}：${name}决算${finalValue.value}万元，超过全年预算${budgetText}万元，超出${over}万元。`,
        advice: "请核对；确有超预算的请说明原因和依据。",
        operands: [cellOperand(table, final, finalValue), cellOperand(table, budget, budgetValue)],
        expected: `不大于${budgetText}`,
        actual: finalValue.value,
        gap: over,
        envelope: formatUnitGap(result.envelope, finalValue.unit, 3),
        cells: [cellFindingKey(table.concept, final)],
      });
    });
  },
);
