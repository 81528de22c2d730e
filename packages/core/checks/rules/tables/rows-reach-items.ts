import { finding, held } from "../../finding.ts";
import { tableName } from "./table-cells.ts";
import { FUNCTION_TABLES, tableRule } from "./table-rule.ts";

/** All codes that a longer code may be a part of. */
const beginningsOf = (code: string): readonly string[] =>
  Array.from({ length: code.length }, (_, length) => code.slice(0, length));

export const rowsReachItems = tableRule(
  {
    id: "rows-reach-items",
    code: "T2-07",
    title: "按功能分类列示的表应公开到项级科目",
    kind: "logic",
    severity: "warning",
    basis: "《地方预决算公开操作规程》（财预〔2016〕143号）：部门决算支出应公开到功能分类项级科目",
    needs: "按功能分类科目列示的表",
    example: { passes: "201、20103、2010301", fails: "只列201、20103，没有项级科目" },
  },
  FUNCTION_TABLES,
  (table) => {
    const begun = new Set(table.rows.flatMap(({ code }) => (code === null ? [] : beginningsOf(code))));
    const short = table.rows.filter(({ code }) => code !== null && code.length < 7 && !begun.has(code));
    if (short.length === 0) return [held(tableName(table))];
    return short.map((row) =>
      finding({
        subject: tableName(table),
        message: `${tableName(table)}：科目${row.code ?? ""} ${row.name ?? ""}没有列到项级科目。`,
        advice: "请补充项级科目。",
        operands: [{ label: row.name ?? "科目", value: row.code, place: row.place }],
        sourceDoubt: true,
      }),
    );
  },
);
