import { expect, test } from "vitest";

import type { Line } from "../document/lines.ts";
import { cleanLines } from "./clean.ts";

function row(...texts: readonly string[]): Line {
  const cells = texts.map((text) => ({ text, place: { line: 1 } }));
  return { kind: "row", text: texts.join("\t"), cells, place: { line: 1 }, headingLevel: 0, block: 0 };
}

test("figures and codes of double width become ordinary ones, cell by cell", () => {
  const [line] = cleanLines([row("２０１３１０１", "１，２３６．０３", "９９．９７％", "（一）")]).lines;
  expect(line?.cells.map((cell) => cell.text)).toEqual(["2013101", "1,236.03", "99.97%", "（一）"]);
});

test("a full stop and a comma of double width between words stay what they are", () => {
  const [line] = cleanLines([row("办公费，印刷费．", "５次")]).lines;
  expect(line?.cells.map((cell) => cell.text)).toEqual(["办公费，印刷费．", "5次"]);
});

const line = (text: string): Line => ({ ...row(text), kind: "text", cells: [] });

test("a stamp of two parts goes whole, ordinary words like it stay in their sentence", () => {
  const { lines } = cleanLines([line("内部资料 注意保存"), line("内部资料由专人管理")]);
  expect(lines.map(({ text }) => text)).toEqual(["内部资料由专人管理"]);
});

test("a draft's mark beside the text is kept for the rules, the unit's name there is none", () => {
  const place = { page: 3 };
  const { lines, removed } = cleanLines(
    [line("正文")],
    [
      { text: "内 部 资 料", place },
      { text: "某某局", place },
    ],
  );
  expect(lines).toHaveLength(1);
  expect(removed).toEqual([{ reason: "watermark", text: "内部资料", place }]);
});
