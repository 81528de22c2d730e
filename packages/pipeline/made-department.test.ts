// A made department from end to end: its workbook is scored, its report written in every format, read back by
// its print alone, scored the same and checked.

import { documentOf } from "@jueming/core/document/composition.ts";
import { compose } from "@jueming/core/compose/compose.ts";
import type { Composition } from "@jueming/core/document/composition.ts";
import type { Document } from "@jueming/core/document/document.ts";
import type { DepartmentEvaluation } from "@jueming/core/evaluation/department-evaluation.ts";
import { decimalOf } from "@jueming/core/evaluation/scoring/printed-scores.ts";
import { recognize } from "@jueming/core/recognize/recognize.ts";
import { editionOf } from "@jueming/core/regions/index.ts";
import { readDocx } from "@jueming/documents/docx/reader.ts";
import { writeDocx } from "@jueming/documents/docx/writer.ts";
import { readHtml } from "@jueming/documents/html/reader.ts";
import { writeHtml } from "@jueming/documents/html/writer.ts";
import { readXlsx } from "@jueming/documents/xlsx/reader.ts";
import { writeXlsx } from "@jueming/documents/xlsx/writer.ts";
import { expect, test } from "vitest";

import { departmentsLast, type ScoredResult } from "./department-scores.ts";
import { disclosureOf } from "./recognition.ts";
import type { ReadResult } from "./read.ts";
import { madeDepartmentWorkbook } from "./testing/made-department-workbook.ts";

const TOTAL = "90.41";

const filled = await disclosureOf(await madeDepartmentWorkbook(), "底稿.xlsx");
const edition = editionOf(filled);
const { composition, missing } = compose({ disclosure: filled, edition, prior: null, budget: null });

async function* results(...disclosures: readonly (typeof filled)[]): AsyncIterable<ReadResult> {
  for (const disclosure of disclosures)
    yield await Promise.resolve({ source: disclosure.source, disclosure });
}

async function scored(...disclosures: readonly (typeof filled)[]): Promise<ScoredResult | undefined> {
  let last: ScoredResult | undefined;
  for await (const one of departmentsLast(results(...disclosures), {})) last = one;
  return last;
}

const scoresOf = (evaluation: DepartmentEvaluation | null): readonly (string | undefined)[] =>
  evaluation?.system.map(
    ({ level3, points, score }) =>
      `${level3} ${decimalOf(points)?.toFixed() ?? ""} ${decimalOf(score)?.toFixed() ?? ""}`,
  ) ?? [];

test("the workbook gives every input, the total of the scores and its grade", async () => {
  const department = (await scored(filled))?.department;
  expect(department?.missing).toEqual([]);
  expect([department?.total?.toFixed(), department?.grade.computed]).toEqual([TOTAL, "优秀"]);
});

test("the report lacks nothing, and says that its points are an example", () => {
  expect(missing).toEqual([]);
  expect(JSON.stringify(composition)).toContain("分值为示例配置，非官方口径");
});

const WAYS: readonly (readonly [string, (composition: Composition) => Promise<Document>])[] = [
  ["the composition itself", (one) => Promise.resolve(documentOf(one, "made"))],
  ["DOCX", async (one) => readDocx(await writeDocx(one), "made.docx")],
  ["HTML", (one) => Promise.resolve(readHtml(writeHtml(one), "made.html"))],
  ["XLSX", async (one) => readXlsx(await writeXlsx(one), "made.xlsx")],
];

test.each(WAYS)(
  "written and read by its print, %s states the same scores, all justified",
  async (_, read) => {
    const back = recognize(await read(composition), { region: "510000" });
    const { departmentEvaluation } = back;
    expect(decimalOf(departmentEvaluation?.score)?.toFixed()).toBe(TOTAL);
    expect(departmentEvaluation?.grade?.text).toBe("优秀");
    expect(scoresOf(departmentEvaluation)).toHaveLength(26);
    const department = (await scored(back))?.department;
    expect(department?.total?.toFixed()).toBe(TOTAL);
    const verdicts = new Set(department?.items.map(({ verdict }) => verdict));
    expect([...verdicts].toSorted()).toEqual(["judgement", "justified"]);
  },
);

test("given apart, the report takes its project counts from the forms of the same unit", async () => {
  const forms = {
    ...filled,
    source: "自评表.xlsx",
    kind: "project-evaluations" as const,
    departmentEvaluation: null,
  };
  const report = { ...filled, source: "报告.xlsx", evaluations: [] };
  const alone = (await scored(report))?.department;
  const together = (await scored(report, forms))?.department;
  const origin = (one: typeof alone): string | undefined => one?.inputs.figures.get("projectCount")?.origin;
  expect([origin(alone), origin(together)]).toEqual(["自评报告项目绩效分析", "3 张项目自评表"]);
  expect(together?.total?.toFixed()).toBe(TOTAL);
});
