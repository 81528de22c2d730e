import { expect, test } from "vitest";

import type { EvaluationExtract } from "../evaluation-extract.ts";
import { madeExtract } from "../testing/made-extract.ts";
import { sharedPassage } from "./shared-passage.ts";
import { comparedText, likeness, shingleSet, shinglesOf } from "./shingles.ts";
import { textSignals } from "./text-signals.ts";

const COPIED =
  "组织各乡镇档案员参加业务培训12次，整理各类纸质档案三千余卷，建立电子目录并提供查阅服务，群众办事更加方便";
const OTHER = "维修办公楼屋面防水八百平方米，更换老旧供水管道，改造一层卫生间，解决雨季漏水和冬季停水的问题";

function withGoal(
  unitName: string,
  text: string,
  changes: Partial<EvaluationExtract> = {},
): EvaluationExtract {
  return madeExtract({ unitName, texts: [{ name: "goal", text, place: { line: 3 } }], ...changes });
}

const shingles = (text: string): Uint32Array =>
  shingleSet(shinglesOf(comparedText(text).characters), () => false);

/** So many projects of one unit with the same goal. */
const unit = (count: number): readonly EvaluationExtract[] =>
  Array.from({ length: count }, (_, at) =>
    withGoal("甲中心", COPIED, { number: at + 1, project: `项目${"甲乙丙"[at]}` }),
  );

function groupsOf(extracts: readonly EvaluationExtract[]): object {
  const signals = textSignals(extracts);
  return Object.fromEntries(
    signals.map(({ id, groups }) => [id, groups.map(({ members }) => members.map(({ unit }) => unit))]),
  );
}

test("a goal copied with another figure is found between units, with the passage that they share", () => {
  const copy = `${COPIED.replace("12", "15")}，满意度提高`;
  const extracts = [withGoal("甲中心", COPIED), withGoal("乙中心", copy), withGoal("丙中心", OTHER)];
  expect(groupsOf(extracts)).toEqual({
    "same-text-between-units": [["甲中心", "乙中心"]],
    "same-text-within-unit": [],
  });
  const [between] = textSignals(extracts);
  expect(between?.groups[0]?.passage).toBe(COPIED);
});

test("within a unit two projects alike are let pass, three are not", () => {
  expect(groupsOf(unit(2))).toMatchObject({ "same-text-within-unit": [] });
  expect(groupsOf(unit(3))).toMatchObject({ "same-text-within-unit": [["甲中心", "甲中心", "甲中心"]] });
});

test("the same project in other years is expected to read the same", () => {
  const years = [2022, 2023, 2024].map((year) =>
    withGoal("甲中心", COPIED, { year, source: `${year}.txt`, project: `${year}年档案整理费` }),
  );
  expect(groupsOf(years)).toMatchObject({ "same-text-within-unit": [] });
});

test("different kinds of text are not compared, and short ones are counted as not judged", () => {
  const achievement = madeExtract({
    unitName: "乙中心",
    texts: [{ name: "achievement", text: COPIED, place: {} }],
  });
  expect(groupsOf([withGoal("甲中心", COPIED), achievement])).toMatchObject({
    "same-text-between-units": [],
  });
  const [between] = textSignals([withGoal("甲中心", "完成档案整理"), withGoal("乙中心", "完成档案整理")]);
  expect(between).toMatchObject({ judged: 0, notJudged: [{ reason: "文字太短", count: 2 }] });
});

test("wording that most of ten units use is no copy", () => {
  const extracts = Array.from({ length: 10 }, (_, at) => withGoal(`第${at}中心`, COPIED));
  expect(groupsOf(extracts)).toMatchObject({ "same-text-between-units": [] });
  expect(groupsOf(extracts.slice(0, 9))).toMatchObject({
    "same-text-between-units": [extracts.slice(0, 9).map(({ unit }) => unit.name)],
  });
});

test("likeness is the share of common strings, and a passage is shown as printed", () => {
  expect(likeness(shingles(COPIED), shingles(COPIED))).toBe(100);
  expect(likeness(shingles(COPIED), shingles(OTHER))).toBe(0);
  // 9 and 10 characters give 2 and 3 strings, of which 2 are common.
  expect(likeness(shingles("甲乙丙丁戊己庚辛壬"), shingles("甲乙丙丁戊己庚辛壬癸"))).toBe(66);
  expect(sharedPassage("一、开展培训 3 次，整理档案五百卷。", "开展培训9次整理档案五百卷")).toBe(
    "开展培训3次，整理档案五百卷",
  );
  expect(sharedPassage(COPIED, OTHER)).toBeNull();
});
