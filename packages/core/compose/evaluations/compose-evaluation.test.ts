import * as fc from "fast-check";
import { expect, test } from "vitest";
import type { WrittenBlock } from "../../document/composition.ts";
import { documentOf } from "../../document/composition.ts";
import type { Cell, Run, Table } from "../../document/document.ts";
import { gridRows } from "../../document/lines.ts";
import type { ProjectEvaluation } from "../../evaluation/project-evaluation.ts";
import { parseFigure } from "../../figures/parse-figure.ts";
import type { EvaluationLayout } from "../../forms/evaluation-layout.ts";
import { recognize } from "../../recognize/recognize.ts";
import { allEvaluationLayouts } from "../../regions/index.ts";
import { composeEvaluation } from "./compose-evaluation.ts";
import { evaluationFor } from "./testing/made-evaluation.ts";
import { told } from "./testing/told-fields.ts";

const FORMS = allEvaluationLayouts
  .filter(({ kind }) => kind !== "annex")
  .map((layout) => [layout.id, layout] as const);

/** Always the same evaluation, in which every text is given. */
function madeIn(layout: EvaluationLayout): ProjectEvaluation {
  const [made] = fc.sample(evaluationFor(layout), { numRuns: 1, seed: 11 });
  if (made === undefined) throw new Error("one is sampled");
  return made;
}

const tablesIn = (blocks: readonly WrittenBlock[]): readonly Table[] =>
  blocks.filter((block): block is Table => block.kind === "table");

const cellsIn = (blocks: readonly WrittenBlock[]): readonly Cell[] =>
  tablesIn(blocks).flatMap(({ rows }) => rows.flatMap(({ cells }) => cells));

const missingIn = (blocks: readonly WrittenBlock[]): readonly string[] =>
  [
    ...blocks.flatMap((block): readonly Run[] => (block.kind === "paragraph" ? (block.runs ?? []) : [])),
    ...cellsIn(blocks).flatMap(({ written }) => written?.runs ?? []),
  ]
    .filter(({ missing }) => missing === true)
    .map(({ text }) => text);

test.each(FORMS)("every row of %s fills the grid, and widths are given for each column", (_, layout) => {
  fc.assert(
    fc.property(evaluationFor(layout), (made) => {
      for (const table of tablesIn(composeEvaluation(made, 0, layout))) {
        const widths = table.written?.widths.length ?? 0;
        expect(new Set(gridRows(table).map((row) => row.length))).toEqual(new Set([widths]));
      }
    }),
    { numRuns: 30 },
  );
});

test.each(FORMS)("what %s asks for and nobody gave is marked, and read as not given", (_, layout) => {
  const made = madeIn(layout);
  const texts = Object.fromEntries(Object.keys(made.text).map((field) => [field, null]));
  // Every text of the evaluation is null.
  const bare = { ...made, goal: null, achievement: null, text: texts as ProjectEvaluation["text"] };
  const blocks = composeEvaluation(bare, 0, layout);
  const missing = missingIn(blocks);
  expect(missing.every((text) => /^【待填写：.+】$/u.test(text))).toBe(true);
  expect(missing.length).toBeGreaterThan(0);
  const read = recognize(documentOf({ title: "", blocks, attachments: [] }, "made"));
  expect(JSON.stringify(told(read, "evaluations"))).not.toContain("待填写");
  expect(read.removed.filter(({ text }) => text.includes("待填写")).length).toBe(missing.length);
});

test("a score below the points wants a reason, where the form has a column for it", () => {
  const [layout] = allEvaluationLayouts.filter(({ id }) => id === "sichuan/2025/form");
  if (layout === undefined) throw new Error("the form is described");
  const made = madeIn(layout);
  const [first] = made.indicators;
  if (first === undefined) throw new Error("a form has indicators");
  const short = {
    ...first,
    points: parseFigure("10", null, {}),
    score: parseFigure("8", null, {}),
    reason: null,
  };
  const blocks = composeEvaluation({ ...made, indicators: [short] }, 0, layout);
  expect(missingIn(blocks)).toContain("【待填写：偏差原因】");
});

test("a figure that cannot be read stays as it is and is marked", () => {
  const [, layout] = FORMS[0] ?? [];
  if (layout === undefined) throw new Error("forms are described");
  const blocks = composeEvaluation(
    { ...madeIn(layout), totalScore: parseFigure("8 6.3 4", null, {}) },
    0,
    layout,
  );
  const cell = cellsIn(blocks).find(({ figure }) => figure === "project-evaluation/E0/FtotalScore");
  expect(cell?.text).toBe("8 6.3 4");
  expect(cell?.exact).toBeUndefined();
  expect(cell?.written?.runs).toEqual([
    { text: "8 6.3 4", figure: "project-evaluation/E0/FtotalScore", missing: true },
  ]);
});

test.each(FORMS)("ids of figures in %s are whole and each stands once", (_, layout) => {
  const ids = cellsIn(composeEvaluation(madeIn(layout), 3, layout)).flatMap(({ figure }) => figure ?? []);
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids.every((id) => id.startsWith("project-evaluation/E3/F") && id.length <= 64)).toBe(true);
});

test("a total is a sum only of what adds up to it", () => {
  const [, layout] = FORMS[0] ?? [];
  if (layout === undefined) throw new Error("forms are described");
  const made = madeIn(layout);
  const scores = ["8", "2"].map((raw) => parseFigure(raw, null, {}));
  const indicators = made.indicators
    .slice(0, 2)
    .map((indicator, at) => ({ ...indicator, score: scores[at] ?? null }));
  const sumIn = (total: string): readonly string[] | undefined => {
    const blocks = composeEvaluation(
      { ...made, funding: [], indicators, totalScore: parseFigure(total, null, {}) },
      0,
      layout,
    );
    return cellsIn(blocks).find(({ figure }) => figure?.endsWith("FtotalScore"))?.written?.sumOf;
  };
  expect(sumIn("10")).toEqual([
    "project-evaluation/E0/Findicators.0.score",
    "project-evaluation/E0/Findicators.1.score",
  ]);
  expect(sumIn("11")).toBeUndefined();
});

test("a report's conclusion is written from its scores where it is missing, and states what was scored", () => {
  const layout = allEvaluationLayouts.find(({ kind }) => kind === "report");
  if (layout === undefined) throw new Error("a report is described");
  const made = madeIn(layout);
  const blocks = composeEvaluation({ ...made, text: { ...made.text, conclusion: null } }, 0, layout);
  const [read] = recognize(documentOf({ title: "", blocks, attachments: [] }, "made")).evaluations;
  expect([read?.totalScore, read?.indicatorScore, read?.grade?.text]).toMatchObject([
    { value: made.totalScore?.kind === "figure" ? made.totalScore.value : "" },
    { value: made.indicatorScore?.kind === "figure" ? made.indicatorScore.value : "" },
    made.grade?.text ?? "",
  ]);
});
