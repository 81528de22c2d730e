// The unit's type (单位类型) is derived, never assumed: by where 机关运行经费 is printed.

import type { AccountsTable, UnitType } from "../../disclosure/disclosure.ts";
import { isNonZero } from "../../figures/figure.ts";

const STATISTICS = "disclosure-statistics";
const BASIC_DETAIL = "general-budget-basic-detail";

function amount(tables: readonly AccountsTable[], concept: string, line: string): boolean {
  const table = tables.find((one) => one.concept === concept);
  return isNonZero(table?.rows.find((row) => row.line === line)?.cells["amount"]);
}

/** Rows that only institutions fill: 事业单位离退休, 事业单位医疗, 绩效工资. */
const INSTITUTION_CODES: ReadonlySet<string> = new Set(["2080502", "2101102", "30107"]);
/** An office may employ staff on 事业编制; where most operating costs are not its own, units stand beside it. */
const OFFICE_SHARE = 2n;

function millionthsAt(tables: readonly AccountsTable[], concept: string, line: string): bigint {
  const table = tables.find((one) => one.concept === concept);
  const cell = table?.rows.find((row) => row.line === line)?.cells["amount"];
  return cell?.kind === "figure" ? cell.millionths : 0n;
}

/** 事业运行 pays for units that are no office; staff of their kind alone may sit in the office itself. */
function hasInstitutions(tables: readonly AccountsTable[]): boolean {
  const rows = tables.flatMap((table) =>
    table.rows.filter(({ cells }) => Object.values(cells).some(isNonZero)),
  );
  const own = millionthsAt(tables, STATISTICS, "5");
  const all = millionthsAt(tables, BASIC_DETAIL, "operating");
  if (rows.some(({ code, name }) => code?.length === 7 && name?.replace(/\s+/gu, "") === "事业运行"))
    return all > own;
  return all > own * OFFICE_SHARE && rows.some(({ code }) => code !== null && INSTITUTION_CODES.has(code));
}

/** 行政 and 参公 print their operating cost in 公开10; an institution has operating cost but prints none there. */
export function deriveUnitType(tables: readonly AccountsTable[]): UnitType | null {
  if (!tables.some((table) => table.concept === STATISTICS && table.rows.length > 0)) return null;
  const administrative = amount(tables, STATISTICS, "5");
  const civilServiceLike = amount(tables, STATISTICS, "6");
  if (administrative && civilServiceLike) return "mixed";
  if (administrative) return hasInstitutions(tables) ? "mixed" : "administrative";
  if (civilServiceLike) return "civil-service-like";
  return amount(tables, BASIC_DETAIL, "operating") ? "institution" : null;
}
