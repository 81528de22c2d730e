// The unit's type (单位类型) is derived, never assumed: by where 机关运行经费 is printed.

import type { AccountsTable, UnitType } from "../../disclosure/disclosure.ts";
import { isNonZero } from "../../figures/figure.ts";

const STATISTICS = "disclosure-statistics";
const BASIC_DETAIL = "general-budget-basic-detail";

function amount(tables: readonly AccountsTable[], concept: string, line: string): boolean {
  const table = tables.find((one) => one.concept === concept);
  return isNonZero(table?.rows.find((row) => row.line === line)?.cells["amount"]);
}

/** 行政 and 参公 print their operating cost in 公开10; an institution has operating cost but prints none there. */
export function deriveUnitType(tables: readonly AccountsTable[]): UnitType | null {
  if (!tables.some((table) => table.concept === STATISTICS && table.rows.length > 0)) return null;
  const administrative = amount(tables, STATISTICS, "5");
  const civilServiceLike = amount(tables, STATISTICS, "6");
  if (administrative && civilServiceLike) return "mixed";
  if (administrative) return "administrative";
  if (civilServiceLike) return "civil-service-like";
  return amount(tables, BASIC_DETAIL, "operating") ? "institution" : null;
}
