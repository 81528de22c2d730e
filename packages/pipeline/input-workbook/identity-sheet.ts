// 单位信息: who reports, for which year and place, and in which unit the amounts are kept.

import type { Edition } from "@jueming/core/regions/edition.ts";

import type { EntryKind, EntrySheet, IdentityField } from "./entry-sheet.ts";
import { SheetDraft, UNIT_TYPES } from "./entry-sheet.ts";

/** Name of the sheet, which formulas of others refer to. */
export const IDENTITY_SHEET = "单位信息";
const FIRST_ROW = 3;

interface IdentityRow {
  readonly field: IdentityField;
  readonly label: string;
  readonly entry: EntryKind;
  readonly hint: string;
  readonly choices?: readonly string[];
  readonly given?: string;
}

const rowsOf = (edition: Edition): readonly IdentityRow[] => [
  { field: "unitName", label: "单位名称", entry: "text", hint: "填写单位全称，与印章一致" },
  { field: "unitCode", label: "单位编码", entry: "text", hint: "预算管理一体化系统中的单位编码，没有可不填" },
  { field: "departmentName", label: "主管部门名称", entry: "text", hint: "部门决算填本部门全称" },
  { field: "departmentCode", label: "主管部门编码", entry: "text", hint: "没有可不填" },
  { field: "year", label: "决算年度", entry: "count", hint: "四位数字，如 2024" },
  {
    field: "regionCode",
    label: "行政区划代码",
    entry: "code",
    hint: "6 位数字，如省级以 0000 结尾",
    given: edition.divisions[0]?.padEnd(6, "0") ?? "",
  },
  { field: "regionName", label: "行政区划名称", entry: "text", hint: "如某省某市某县" },
  {
    field: "unitType",
    label: "单位性质",
    entry: "text",
    hint: "从下拉列表中选择",
    choices: Object.keys(UNIT_TYPES),
  },
  {
    field: "moneyUnit",
    label: "金额单位",
    entry: "text",
    hint: "本底稿所有金额的单位：万元最多 6 位小数，元最多 2 位小数",
    choices: ["万元", "元"],
    given: "万元",
  },
];

/** The cell in which the money unit stands, as formulas refer to it. */
export const MONEY_UNIT_CELL = `${IDENTITY_SHEET}!$B$11`;

/** The sheet of the unit's own data. */
export function identitySheet(edition: Edition): EntrySheet {
  const draft = new SheetDraft(IDENTITY_SHEET);
  draft.show(1, 1, "title", "单位信息");
  draft.merge(1, 1, 1, 3);
  for (const [index, text] of ["项目", "填写内容", "说明"].entries()) draft.show(2, index + 1, "head", text);
  for (const [index, { field, label, entry, hint, choices, given }] of rowsOf(edition).entries()) {
    const row = FIRST_ROW + index;
    draft.show(row, 1, "label", label);
    draft.show(row, 2, "text-input", given ?? "", { format: entry === "count" ? "0" : "@" });
    draft.show(row, 3, "note", hint);
    draft.fields.push({
      ...draft.key(1, label),
      column: 2,
      entry,
      target: { kind: "identity", field },
    });
    if (choices !== undefined) {
      draft.choices.push({ range: `B${row}`, values: choices, isStrict: true, message: hint });
    }
  }
  return draft.finish([18, 40, 60], 2);
}
