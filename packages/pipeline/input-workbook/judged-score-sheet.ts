// 部门自评评分: the scores that people give, each with its bound and the evidence that is asked for.

import { itemFactOf } from "@jueming/core/department-scoring/input-addresses.ts";
import type { PointSystem, SystemItem } from "@jueming/core/evaluation/point-system/point-system.ts";
import { itemKey, statusLine } from "@jueming/core/evaluation/point-system/point-system.ts";

import type { EntrySheet } from "./entry-sheet.ts";
import { SheetDraft } from "./entry-sheet.ts";
import type { SentenceEntry } from "./fact-sheets.ts";

const HEADER_ROW = 3;

/** The sheet of the scores that no formula gives. */
export function judgedScoreSheet(system: PointSystem, entries: readonly SentenceEntry[]): EntrySheet {
  const draft = new SheetDraft("部门自评评分");
  draft.show(1, 1, "title", "由评价人员评分的指标");
  draft.merge(1, 1, 1, 6);
  draft.show(2, 1, "note", `${statusLine(system)}；评分不超过分值，其余指标按公式计算，不必填写。`);
  for (const [index, text] of ["序号", "二级指标", "三级指标", "分值", "自评得分", "佐证材料"].entries())
    draft.show(HEADER_ROW, index + 1, "head", text);
  let row = HEADER_ROW;
  for (const entry of entries) {
    for (const { address } of entry.needs.figures) {
      const fact = itemFactOf(address);
      const item = system.items.find((one) => fact !== undefined && itemKey(one) === itemKey(fact));
      if (item === undefined || fact?.field !== "score") continue;
      row += 1;
      addRow(draft, row, item);
      draft.fields.push({
        ...draft.key(1, String(row - HEADER_ROW)),
        column: 5,
        entry: "score",
        target: {
          kind: "fact",
          address,
          derived: null,
          unit: "分",
          template: entry.template.id,
          section: entry.section,
        },
      });
    }
  }
  return draft.finish([8, 18, 26, 10, 12, 60], HEADER_ROW, true);
}

function addRow(draft: SheetDraft, row: number, { level2, level3, points, evidence }: SystemItem): void {
  draft.show(row, 1, "locked", String(row - HEADER_ROW));
  draft.show(row, 2, "label", level2);
  draft.show(row, 3, "label", level3);
  draft.show(row, 4, "locked", points);
  draft.show(row, 5, "input", "", { format: "0.##" });
  draft.show(row, 6, "note", evidence.join("、"));
}
