import type { BulkFileLine, BulkUnitLine } from "@jueming/server/contract/bulk-checks.ts";
import { describe, expect, test } from "vitest";

import { unitRows } from "./unit-rows.ts";

const file = (position: number, more: Partial<BulkFileLine> = {}): BulkFileLine => ({
  position,
  source: `${position}.pdf`,
  status: "checked",
  size: 1,
  unitName: null,
  year: 2024,
  kind: "final-accounts",
  kindName: "部门决算公开",
  error: 0,
  warning: 0,
  hint: 0,
  failure: null,
  ...more,
});
const unit = (name: string, error: number, files: readonly BulkFileLine[]): BulkUnitLine => ({
  key: name,
  name,
  year: 2024,
  error,
  warning: 0,
  hint: 0,
  files: [...files],
  together: null,
});
const units = [unit("甲局", 0, [file(1)]), unit("乙局", 3, [file(2), file(3)]), unit("丙局", 1, [file(4)])];
const failed = [file(5, { status: "failed", failure: { code: "empty", message: "文件是空的。" } })];
const keys = (...args: Parameters<typeof unitRows>): readonly string[] =>
  unitRows(...args).map(({ key }) => key);
const all = { only: "all", search: "" } as const;

describe("rows of a bulk check", () => {
  test("the worst unit comes first, files that failed at the end", () => {
    expect(keys({ units, failed }, all, new Set())).toEqual(["乙局", "丙局", "甲局", "f5"]);
  });

  test("an opened unit is followed by its files; one of a single file is that file", () => {
    const opened = new Set(["乙局", "甲局"]);
    expect(keys({ units, failed }, all, opened)).toEqual(["乙局", "乙局 2", "乙局 3", "丙局", "甲局", "f5"]);
  });

  test.each([
    ["with-errors", ["乙局", "丙局"]],
    ["failed", ["f5"]],
  ] as const)("only %s", (only, expected) => {
    expect(keys({ units, failed }, { only, search: "" }, new Set())).toEqual(expected);
  });

  test("a search looks at names and paths", () => {
    expect(keys({ units, failed }, { only: "all", search: "丙" }, new Set())).toEqual(["丙局"]);
    expect(keys({ units, failed }, { only: "all", search: "3.pdf" }, new Set())).toEqual(["乙局"]);
  });
});
