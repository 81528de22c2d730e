import { finding, held } from "../../finding.ts";
import { cellOperand, tableName } from "./table-cells.ts";
import { tableRule } from "./table-rule.ts";
import { rowReference } from "../../../accounts/identity-instances.ts";

export const amountsNotNegative = tableRule(
  {
    id: "amounts-not-negative",
    code: "T1-07",
    title: "决算表中的金额一般不应为负数",
    kind: "explain",
    severity: "warning",
    basis: "部门决算报表编制说明：收入、支出、结转和结余一般不为负数",
    needs: "决算公开表",
    example: { passes: "其他收入12.40", fails: "其他收入-12.40" },
  },
  "all",
  (table) => {
    const negative = table.rows.flatMap((row) =>
      Object.entries(row.cells).flatMap(([column, value]) =>
        value?.kind === "figure" && value.millionths < 0n ? [{ row, column, value }] : [],
      ),
    );
    if (negative.length === 0) return [held(tableName(table))];
    return negative.map(({ row, column, value }) => {
      const operand = cellOperand(table, { ...rowReference(row), column }, value);
      return finding({
        subject: tableName(table),
        message: `${tableName(table)}：${operand.label}为负数${value.value}。`,
        advice: "请核对；确为收回以前年度支出等情况的请说明。",
        operands: [operand],
      });
    });
  },
);
