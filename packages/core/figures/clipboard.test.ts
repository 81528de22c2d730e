import { array, assert, constantFrom, property, string } from "fast-check";
import { describe, expect, test } from "vitest";

import { formatCopy, parsePaste, pastedFigure } from "./clipboard.ts";
import { PERCENT, WAN_YUAN, YUAN } from "./unit.ts";

describe("text from the clipboard", () => {
  test.each([
    ["one cell", "12.5", [["12.5"]]],
    ["nothing", "", []],
    [
      "a line break after the last row begins no other",
      "1\t2\r\n3\t4\r\n",
      [
        ["1", "2"],
        ["3", "4"],
      ],
    ],
    ["lines of other systems", "1\n2\r3", [["1"], ["2"], ["3"]]],
    ["blank cells keep their place", "\t1\t\r\n\r\n\t\t2", [["", "1", ""], [""], ["", "", "2"]]],
    ["a line break inside a cell", '"职责一\n职责二"\t9', [["职责一\n职责二", "9"]]],
    ["quotation marks inside a cell", '"说""是"""\t1', [['说"是"', "1"]]],
    ["a quotation mark that nothing closes", '"三公"经费\t1', [['"三公"经费', "1"]]],
    ["a tab inside a cell", '"a\tb"\tc', [["a\tb", "c"]]],
  ])("%s", (_, text, cells) => {
    expect(parsePaste(text)).toEqual(cells);
  });

  test("what was copied is pasted the same", () => {
    const cell = string({ unit: constantFrom("1", "，", '"', "\t", "\n", "元", " "), maxLength: 5 });
    assert(
      property(array(array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 4 }), (rows) => {
        expect(parsePaste(formatCopy(rows))).toEqual(rows);
      }),
    );
  });
});

describe("a figure that is pasted", () => {
  test.each([
    ["thousands", "1,234.50", WAN_YUAN, "1234.50"],
    ["full width", "１２３．４", WAN_YUAN, "123.4"],
    ["its own unit", "12.5万元", WAN_YUAN, "12.5"],
    ["元 where 万元 is kept", "123,456.78元", WAN_YUAN, "12.345678"],
    ["万元 where 元 is kept", "1.5 万元", YUAN, "15000"],
    ["percent", "95.5%", PERCENT, "95.5"],
    ["a bracket of a negative", "(3.2)", WAN_YUAN, "-3.2"],
    ["a dash is a blank", "——", WAN_YUAN, ""],
    ["a blank is a blank", "  ", WAN_YUAN, ""],
    ["zero is a zero", "0.00", WAN_YUAN, "0.00"],
    ["another dimension stays as it stands", "3人", WAN_YUAN, "3人"],
    ["words stay as they stand", " 约三万 ", WAN_YUAN, "约三万"],
  ])("%s", (_, text, unit, figure) => {
    expect(pastedFigure(text, unit)).toBe(figure);
  });
});
