import { isNonZero } from "../../../figures/figure.ts";
import { finding, held } from "../../finding.ts";
import { cellOperand, tableName } from "./table-cells.ts";
import { tableRule } from "./table-rule.ts";

const CAPITAL = /^(?:309|311)/u;

export const capitalConstructionNotBasic = tableRule(
  {
    id: "capital-construction-not-basic",
    code: "T6-04",
    title: "基本支出明细中基本建设类科目应无数",
    kind: "logic",
    severity: "warning",
    basis: "部门决算公开报表表式（公开06表）：309、311基本建设类科目不列基本支出",
    needs: "一般公共预算财政拨款基本支出决算明细表",
    example: { passes: "309资本性支出（基本建设）为空", fails: "30902办公设备购置3.20万元" },
  },
  ["general-budget-basic-detail"],
  (table) => {
    const rows = table.rows.filter((row) => CAPITAL.test(row.code ?? ""));
    if (rows.length === 0) return [held(tableName(table))];
    return rows.map((row) => {
      const value = row.cells["amount"];
      if (!isNonZero(value)) return held(`${row.code ?? ""} ${row.name ?? ""}`);
      return finding({
        subject: tableName(table),
        message: `${tableName(table)}：基本建设类科目${row.code ?? ""} ${row.name ?? ""}列${value.value}万元。`,
        advice: "请核对，基本建设支出不应列入基本支出。",
        operands: [cellOperand(table, { code: row.code, column: "amount" }, value)],
        sourceDoubt: true,
      });
    });
  },
);
