import { expect, test } from "vitest";

import { pastedText } from "./cell-words.ts";
import type { GridCell } from "./grid-model.ts";

const cellFor = (entry: GridCell["entry"]): GridCell => ({
  row: 1,
  column: 1,
  rowSpan: 1,
  columnSpan: 1,
  look: "input",
  text: "",
  target: { kind: "field", key: "a" },
  entry,
  isComputed: false,
  isRequired: false,
  choices: null,
  choicesAreStrict: false,
  label: "",
  formula: null,
  comment: null,
});

test.each([
  ["1,234,567.89", "1234567.89"],
  ["１，２３４．５０", "1234.50"],
  [" 1234.5 ", "1234.5"],
  ["(1,234.50)", "-1234.50"],
  ["（３２）", "-32"],
  ["-1,234", "-1234"],
  ["−12.3", "-12.3"],
  ["¥ 1,000.00", "1000.00"],
  [".5", "0.5"],
  ["0.00", "0.00"],
  ["—", ""],
  ["——", ""],
  [" - ", ""],
  // What is no plain figure is left for a person to see.
  ["1,23", "1,23"],
  ["12万", "12万"],
  ["(-5)", "(-5)"],
  ["≥95%", "≥95%"],
  ["", ""],
])("a figure pasted as %j is %j", (pasted, kept) => {
  expect(pastedText(cellFor("money"), pasted)).toBe(kept);
});

test("a text stays as it is, a code loses its full width", () => {
  expect(pastedText(cellFor("text"), " （１，０００） ")).toBe(" （１，０００） ");
  expect(pastedText(cellFor("code"), "２０８０５０５ ")).toBe("2080505");
});
