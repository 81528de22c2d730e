import { rowReference } from "../../../accounts/identity-instances.ts";
import { findConcept } from "../../../accounts/concepts.ts";
import { finding, held } from "../../finding.ts";
import { cellOperand, tableName } from "./table-cells.ts";
import { tableRule } from "./table-rule.ts";

export const countsAreWhole = tableRule(
  {
    id: "counts-are-whole",
    code: "T10-03",
    title: "车辆、设备数量应为整数",
    kind: "logic",
    severity: "error",
    basis: "部门决算公开报表表式（公开10表 部门决算公开相关信息统计表）：车辆、设备按数量填列",
    needs: "部门决算公开相关信息统计表",
    example: { passes: "车辆数合计10辆", fails: "车辆数合计10.5辆" },
  },
  ["disclosure-statistics"],
  (table) => {
    const lines = findConcept(table.concept)?.lines ?? [];
    return table.rows
      .filter((row) => lines.some(({ line, kind }) => line === row.line && kind === "count"))
      .map((row) => {
        const value = row.cells["amount"];
        if (value?.kind !== "figure" || /^\d+(?:\.0+)?$/u.test(value.value)) return held(row.name ?? "");
        const operand = cellOperand(table, { ...rowReference(row), column: "amount" }, value);
        return finding({
          subject: tableName(table),
          message: `${tableName(table)}：${operand.label}为${value.value}，应为非负整数。`,
          advice: "请核对数量。",
          operands: [operand],
          sourceDoubt: true,
        });
      });
  },
);
