import { expect, test } from "vitest";

import type { Line } from "../../document/lines.ts";
import { sichuanForm } from "../../regions/sichuan/evaluation.ts";
import { formLines } from "./form-lines.ts";
import { readGoal } from "./read-head.ts";

const row = (text: string, line: number): Line => ({
  kind: "row",
  text,
  cells: text.split("\t").map((cell, column) => ({ text: cell, place: { line, column: column + 1 } })),
  place: { line },
  headingLevel: 0,
  block: 0,
});

function goalOf(...rows: readonly string[]): readonly (string | undefined)[] {
  const block = sichuanForm.goal;
  if (block === null) throw new Error("the form has a goal");
  const { goal, achievement } = readGoal(formLines(rows.map((text, index) => row(text, index + 1))), block);
  return [goal?.text, achievement?.text];
}

const LABELS = "项目基本情况\t1. 项目年度目标完成情况\t项目年度目标\t\t\t年度目标完成情况";

test("values in the row under their labels are the goal and what was achieved", () => {
  expect(goalOf(LABELS, "\t\t开展巡护240次。\t\t\t开展巡护252次。")).toEqual([
    "开展巡护240次。",
    "开展巡护252次。",
  ]);
});

test("values glued to their labels are read without them", () => {
  const glued = "项目基本情况\t1. 项目年度目标完成情况\t项目年度目标 购买3辆\t\t\t年度目标完成情况 购买1辆";
  expect(goalOf(glued)).toEqual(["购买3辆", "购买1辆"]);
});

test("a numbered item under empty labels is no goal", () => {
  expect(goalOf(LABELS, "\t2. 项目实施内容及过程概述\t支付网络服务费")).toEqual([undefined, undefined]);
});
