// 填写说明: how to fill the workbook in, and the mark by which it is known again.

import type { DisclosureKind } from "@jueming/core/disclosure/disclosure.ts";
import type { Edition } from "@jueming/core/regions/edition.ts";

import { markText } from "./input-mark.ts";
import type { EntrySheet } from "./entry-sheet.ts";
import { SheetDraft } from "./entry-sheet.ts";

/** The guide. */
export function guideSheet(kind: DisclosureKind, edition: Edition, sheets: readonly string[]): EntrySheet {
  const draft = new SheetDraft("填写说明");
  const lines: readonly (readonly [string, string])[] = [
    ["适用", `${edition.name}。${edition.verified ? "" : `说明：${edition.note ?? ""}。`}`],
    ["填写顺序", `按工作表从左到右填写：${sheets.join("、")}。`],
    ["颜色", "浅黄色的单元格由填报人填写；灰色的合计由公式计算，已锁定；其余为项目名称，请勿改动。"],
    ["金额", "先在“单位信息”中选定金额单位，全部金额都用这一单位填写。没有的留空，确为零的填 0。"],
    ["科目", "只需填到实际公开的最末级科目；类、款和合计由程序汇总。自行填写了类、款的，以填写的为准。"],
    ["核对", "表下方的“✓”“✗ 不符”随填写更新；出现“✗”请检查该表。"],
    ["检查", "填完保存后，用 jueming check 本文件 核对；填错的单元格会指出工作表和单元格。"],
    ["成文", "用 jueming write 本文件 --to docx 生成公开文本，增减额、占比、完成率由程序计算。"],
    ["底稿标识", markText(kind, edition)],
  ];
  draft.show(1, 1, "title", "录入底稿填写说明");
  draft.merge(1, 1, 1, 2);
  for (const [index, [name, words]] of lines.entries()) {
    draft.show(index + 2, 1, "label", name);
    draft.show(index + 2, 2, "note", words);
  }
  return draft.finish([14, 100], 1, true);
}
