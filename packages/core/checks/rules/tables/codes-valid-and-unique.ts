import { parentCode } from "../../../accounts/classification/classification-code.ts";
import { ROW_KEY_DOUBTFUL, type AccountsRow, type AccountsTable } from "../../../disclosure/disclosure.ts";
import type { CheckOutcome } from "../../finding.ts";
import { finding, held } from "../../finding.ts";
import type { CheckContext } from "../../rule.ts";
import { tableName } from "./table-cells.ts";
import { FUNCTION_TABLES, tableRule } from "./table-rule.ts";

const WELL_FORMED = /^\d{3}(?:\d{2}){0,2}$/u;

/** How often each code is printed. */
type CodeCounts = ReadonlyMap<string | null, number>;

function countsOf({ rows }: AccountsTable): CodeCounts {
  const counts = new Map<string | null, number>();
  for (const { code } of rows) counts.set(code, (counts.get(code) ?? 0) + 1);
  return counts;
}

function faultOf(row: AccountsRow, counts: CodeCounts, restored: ReadonlySet<string>): string | undefined {
  const code = row.code ?? "";
  if (restored.has(JSON.stringify(row.place))) {
    return `${row.name ?? ""}的科目代码缺失或不完整，按科目名称应为${code}`;
  }
  if (!WELL_FORMED.test(code)) return `科目代码“${code}”不是3、5或7位数字`;
  if ((counts.get(code) ?? 0) > 1) return `科目代码${code}重复出现`;
  const parent = parentCode(code);
  if (parent !== undefined && parent !== null && !counts.has(parent)) {
    return `科目${code} ${row.name ?? ""}缺少上级科目${parent}`;
  }
  return undefined;
}

function judge(table: AccountsTable, { disclosure }: CheckContext): readonly CheckOutcome[] {
  const restored = new Set(
    disclosure.problems
      .filter(({ code }) => code === ROW_KEY_DOUBTFUL)
      .map(({ place }) => JSON.stringify(place)),
  );
  const coded = table.rows.filter((row) => row.code !== null);
  const counts = countsOf(table);
  return coded.map((row) => {
    const fault = faultOf(row, counts, restored);
    if (fault === undefined) return held(tableName(table));
    return finding({
      subject: tableName(table),
      message: `${tableName(table)}：${fault}。`,
      advice: "请核对科目代码：补全代码，补齐上级科目，或合并重复的行。",
      operands: [{ label: row.name ?? "科目", value: row.code, place: row.place }],
      sourceDoubt: true,
      severity: "warning",
    });
  });
}

export const codesValidAndUnique = tableRule(
  {
    id: "codes-valid-and-unique",
    code: "T2-05",
    title: "科目代码应有效、不重复，并有上级科目",
    kind: "logic",
    severity: "warning",
    basis: "《政府收支分类科目》：支出功能分类设类、款、项三级，代码分别为3、5、7位",
    needs: "按功能分类科目列示的表",
    example: { passes: "201、20103、2010301依次列示", fails: "列2010301而没有20103" },
  },
  FUNCTION_TABLES,
  judge,
);
