import { readFileSync } from "node:fs";

import type { Finding } from "@jueming/core/checks/finding.ts";
import { fromDisclosureJson } from "@jueming/core/disclosure/disclosure-json.ts";
import type { Disclosure } from "@jueming/core/disclosure/disclosure.ts";
import type { CheckedFile } from "@jueming/pipeline/check.ts";
import { keptDisclosure } from "@jueming/pipeline/kept-disclosure.ts";
import { expect, test } from "vitest";

import { checkedJson } from "./checked-json.ts";
import { COLOURED, PLAIN, paintFor } from "./paint.ts";
import { textReport } from "./text-report.ts";

const disclosure: Disclosure = (() => {
  const path = new URL("../../schemas/examples/disclosure.json", import.meta.url);
  const reading = fromDisclosureJson(JSON.parse(readFileSync(path, "utf8")));
  if (!reading.ok) throw new Error(reading.message);
  return reading.disclosure;
})();

function findingOf(change: Partial<Finding>): Finding {
  return {
    rule: "a-rule",
    code: "T1-01",
    kind: "logic",
    severity: "error",
    basis: "财预〔2016〕143号",
    subject: "收入支出决算总表",
    message: "合计1.00万元应为2.00万元。",
    advice: "请核对。",
    operands: [{ label: "合计", value: "1.00", place: { line: 7 } }],
    expected: "2.00",
    actual: "1.00",
    gap: "-1.00",
    envelope: "0.005",
    sourceDoubt: false,
    causedBy: null,
    repair: null,
    explanation: null,
    cells: [],
    covers: [],
    ...change,
  };
}

const fileOf = (...findings: readonly Finding[]): CheckedFile => ({
  source: "示例.txt",
  ...keptDisclosure(disclosure),
  result: {
    findings,
    notChecked: [{ rule: "y", code: "Y-01", subject: null, reason: "无上年数" }],
    coverage: [],
    summary: { error: 1, warning: 1, hint: 0, checksRun: 9, checksNotApplicable: 2, checksNotChecked: 1 },
  },
});
const options = { paint: PLAIN, severity: "hint" } as const;

test("a report groups by subject, worst first, and ends with its coverage", () => {
  const report = textReport(
    [
      fileOf(
        findingOf({ code: "W-1", severity: "warning", subject: "名词解释" }),
        findingOf({ code: "H-1", severity: "hint" }),
        findingOf({ code: "E-1" }),
      ),
    ],
    options,
  );
  const order = [
    "■ 收入支出决算总表",
    "E-1",
    "H-1",
    "■ 名词解释",
    "W-1",
    "已检查 9 项，不适用 2 项，未检查 1 项",
    "无上年数",
  ];
  const places = order.map((words) => report.indexOf(words));
  expect(places).toEqual(places.toSorted((a, b) => a - b));
  expect(places).not.toContain(-1);
  expect(report).toContain("合计       1.00  行 7");
});

test("what the same cause broke is folded under it", () => {
  const report = textReport(
    [fileOf(findingOf({}), findingOf({ code: "T1-02", subject: "支出决算表", causedBy: 0 }))],
    options,
  );
  expect(report).toContain("同一原因：T1-02  支出决算表：");
  expect(report).not.toContain("■ 支出决算表");
});

test("several results begin with a table of units", () => {
  const failure = {
    source: "b.pdf",
    error: { code: "unsupported-format", message: "这是 PDF 文件。" },
  } as const;
  const [head, ...rows] = textReport([fileOf(), failure], options).split("\n");
  expect(head).toMatch(/^单位 +年度 +错误 +警告/u);
  expect(rows.slice(0, 2).map((row) => row.split(/ {2,}/u)[0])).toEqual([
    "示例县人民政府办公室",
    "（未能读取）",
  ]);
});

test("colour is for terminals, and NO_COLOR is respected", () => {
  const terminal = { isTTY: true };
  expect(paintFor(terminal, {})).toBe(COLOURED);
  expect(paintFor(terminal, { NO_COLOR: "1" })).toBe(PLAIN);
  expect(paintFor({}, {})).toBe(PLAIN);
  expect(textReport([fileOf(findingOf({}))], { ...options, paint: COLOURED })).toContain(
    "\u001B[31m错误\u001B[39m",
  );
});

test("findings of lesser severity are left out, and causes still point to their finding", () => {
  const json = checkedJson(
    fileOf(
      findingOf({ severity: "hint" }),
      findingOf({ code: "E-1" }),
      findingOf({ code: "E-2", causedBy: 1 }),
    ),
    "error",
  );
  expect(json).toMatchObject({
    findings: [
      { code: "E-1", causedBy: null },
      { code: "E-2", causedBy: 0 },
    ],
  });
});
