import { readText } from "@jueming/documents/text/reader.ts";
import { expect, test } from "vitest";

import { findingMarks } from "./finding-marks.ts";

const TEXT = `预算执行率为98.10%。

| 项目 | 全年预算数 | 全年执行数 | 执行率 |
| --- | --- | --- | --- |
| 资金总额 | 1,236.03 | 1,212.55 | 98.10% |
`;
const document = readText(new TextEncoder().encode(TEXT), "report.md");
const place = document.blocks.flatMap((block) =>
  block.kind === "table" ? block.rows.slice(-1).map((row) => row.cells[3]?.place ?? row.place) : [],
);

/** The texts of the cells that are marked for a figure named at the last cell. */
const marked = (value: string): readonly (string | undefined)[] =>
  findingMarks(document, [{ operands: [{ label: "", value, place: place[0] ?? {} }] }], () => true).map(
    ({ block, row = 0, cell }) => {
      const found = document.blocks[block];
      return found?.kind === "table" && cell !== undefined ? found.rows[row]?.cells[cell]?.text : undefined;
    },
  );

test.each([
  ["98.10", "98.10%"],
  ["98.10%", "98.10%"],
  ["98.1", "98.10%"],
])("a percentage named %s is marked in the cell that prints %s", (value, text) => {
  expect(marked(value)).toEqual([text]);
});

test("an amount is marked in the cell that prints it with separators", () => {
  expect(marked("1236.03")).toEqual(["1,236.03"]);
});
