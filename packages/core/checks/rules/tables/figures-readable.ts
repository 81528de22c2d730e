import { findConcept } from "../../../accounts/concepts.ts";
import { rowReference } from "../../../accounts/identity-instances.ts";
import { finding, held } from "../../finding.ts";
import { cellOperand, tableName } from "./table-cells.ts";
import { tableRule } from "./table-rule.ts";

/** Header words that a form prints in its total row leave no room for a figure: none was misprinted. */
const isColumnName = (concept: string, raw: string): boolean =>
  raw === "合计" || findConcept(concept)?.columns.some(({ name }) => name === raw) === true;

export const figuresReadable = tableRule(
  {
    id: "figures-readable",
    code: "S-08",
    title: "表中的数应是规范的数字",
    kind: "logic",
    severity: "warning",
    basis: "《地方预决算公开操作规程》（财预〔2016〕143号）：公开内容应完整、准确、清晰",
    needs: "决算公开表",
    example: { passes: "2,381.35", fails: "2.381.35" },
  },
  "all",
  (table) => {
    const unreadable = table.rows.flatMap((row) =>
      Object.entries(row.cells).flatMap(([column, value]) =>
        value?.kind === "unreadable" && !isColumnName(table.concept, value.raw)
          ? [{ row, column, value }]
          : [],
      ),
    );
    if (unreadable.length === 0) return [held(tableName(table))];
    return unreadable.map(({ row, column, value }) => {
      const operand = cellOperand(table, { ...rowReference(row), column }, value);
      const proposal = value.proposal === undefined ? "" : `，可能是${value.proposal}`;
      return finding({
        subject: tableName(table),
        message: `${tableName(table)}：${operand.label}印为“${value.raw}”，不是规范的数字${proposal}。`,
        advice: "请核对原件，更正为规范的数字。",
        operands: [operand],
        sourceDoubt: true,
      });
    });
  },
);
