import { comparePrintedName } from "../../../accounts/classification/printed-name.ts";
import type { AccountsRow, AccountsTable } from "../../../disclosure/disclosure.ts";
import type { CheckOutcome } from "../../finding.ts";
import { finding, held, notApplicable } from "../../finding.ts";
import type { CheckContext } from "../../rule.ts";
import { FUNCTION_TABLES } from "../tables/table-rule.ts";
import { tableName } from "../tables/table-cells.ts";
import { accountsRule } from "./structure-rule.ts";

const functionTables: ReadonlySet<string> = new Set(FUNCTION_TABLES);

interface Named {
  readonly table: AccountsTable;
  readonly row: AccountsRow;
  readonly code: string;
  readonly name: string;
}

function namedRows({ disclosure }: CheckContext): readonly Named[] {
  return disclosure.tables
    .filter(({ concept }) => functionTables.has(concept))
    .flatMap((table) =>
      table.rows.flatMap((row) =>
        row.code === null || row.code === "" || row.name === null
          ? []
          : [{ table, row, code: row.code, name: row.name.replace(/\s+/gu, "") }],
      ),
    );
}

/** A narrow column cuts names, and a scan misreads them; what is left is another name. */
const areDifferent = (a: string, b: string): boolean =>
  !a.startsWith(b) && !b.startsWith(a) && comparePrintedName(a, b) === "different";

function judge(code: string, rows: readonly Named[]): CheckOutcome {
  const counts = Map.groupBy(rows, ({ name }) => name);
  const [usual] = [...counts.values()].toSorted((a, b) => b.length - a.length);
  const name = usual?.[0]?.name ?? "";
  const other = rows.find((one) => areDifferent(one.name, name));
  if (other === undefined) return held(code);
  return finding({
    subject: tableName(other.table),
    message: `${tableName(other.table)}科目${code}印为“${other.name}”，${tableName(usual?.[0]?.table ?? other.table)}为“${name}”。`,
    advice: "请核对科目代码和名称，各表应一致。",
    operands: [other, ...(usual ?? [])]
      .slice(0, 4)
      .map((one) => ({ label: tableName(one.table), value: one.name, place: one.row.place })),
    expected: name,
    actual: other.name,
  });
}

export const codesCarryOneName = accountsRule(
  {
    id: "codes-carry-one-name",
    code: "S-27",
    title: "同一功能科目在各表中的名称应一致",
    kind: "logic",
    severity: "warning",
    basis: "《政府收支分类科目》：每一科目代码对应一个科目名称",
    needs: "按功能分类科目列示的表",
    example: { passes: "2110301在三张表中均为“大气”", fails: "收入决算表2110301为“水体”，其他表为“大气”" },
  },
  (context) => {
    const several = [...Map.groupBy(namedRows(context), ({ code }) => code)].filter(
      ([, rows]) => rows.length > 1,
    );
    return several.length === 0
      ? [notApplicable(null, "各表没有相同的科目")]
      : several.map(([code, rows]) => judge(code, rows));
  },
);
