// How the counts of a ledger are called, in the order in which they are told.

import type { LedgerCounts } from "@jueming/core/rectification/ledger-counts.ts";

export const COUNT_WORDS: readonly (readonly [keyof LedgerCounts, string])[] = [
  ["all", "共"],
  ["open", "未办结"],
  ["overdue", "逾期"],
  ["toVerify", "已整改待核实"],
  ["gone", "已不再出现待核实"],
  ["closed", "已核实销号"],
  ["dismissed", "不予整改"],
  ["recurred", "屡改屡犯"],
  ["carriedOver", "上年未销号仍出现"],
  ["withoutDate", "未定或看不懂期限"],
];
