import { BUDGET_LAW, DISCLOSURE_PROCEDURE } from "../../basis.ts";
import type { CheckOutcome } from "../../finding.ts";
import { finding, held } from "../../finding.ts";
import type { CheckContext } from "../../rule.ts";
import { structureRule } from "./structure-rule.ts";

const DRAFT_TITLE = /[（(](?:征求意见稿|送审稿|讨论稿|草稿|初稿|样表|模板)[)）]/u;

function check({ disclosure }: CheckContext): readonly CheckOutcome[] {
  const marks = disclosure.removed.filter(({ reason }) => reason === "watermark");
  const titleMark = DRAFT_TITLE.exec(disclosure.title)?.[0];
  if (marks.length === 0 && titleMark === undefined) return [held("全文")];
  const words = [
    ...new Set([...marks.map(({ text }) => text), ...(titleMark === undefined ? [] : [titleMark])]),
  ];
  const count = marks.length + (titleMark === undefined ? 0 : 1);
  return [
    finding({
      subject: "全文",
      message: `公开文本带有${words.map((word) => `“${word}”`).join("、")}字样，共${count}处。`,
      advice: "请换用正式定稿，去掉内部或草稿标记后重新公开。",
      operands: [
        ...(titleMark === undefined ? [] : [{ label: "标题", value: disclosure.title, place: {} }]),
        ...marks.slice(0, 10).map(({ text, place }) => ({ label: "标记", value: text, place })),
      ],
    }),
  ];
}

export const noDraftMarks = structureRule(
  {
    id: "no-draft-marks",
    code: "S-12",
    title: "公开文本不应带有内部、草稿标记",
    kind: "logic",
    severity: "error",
    basis: `${BUDGET_LAW}；${DISCLOSURE_PROCEDURE}`,
    needs: "全文",
    example: { passes: "全文没有内部或草稿字样", fails: "页面上印有“仅供内部审核”水印" },
  },
  check,
);
