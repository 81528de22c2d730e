import { describe, expect, test } from "vitest";

import { findFigures, statedFound } from "./find-figures.ts";

const shown = (text: string): readonly string[] =>
  findFigures(text).map(
    (found) => `${found.value ?? `?${found.proposal ?? ""}`}|${found.unit?.name ?? ""}|${found.role}`,
  );

describe("finding the figures of a text", () => {
  test.each<[string, readonly string[]]>([
    ["收入总计1,236.03万元，支出0万元。", ["1236.03|万元|figure", "0|万元|figure"]],
    ["增加590.70万元,增长91.53%,", ["590.70|万元|figure", "91.53|%|figure"]],
    ["预算收入 1052.65 万元，", ["1052.65|万元|figure"]],
    ["收入4183. 78万元", ["4183.78|万元|figure"]],
    ["支出１２．５０万元", ["12.50|万元|figure"]],
    ["共1.2亿元，即120000000元", ["1.2|亿元|figure", "120000000|元|figure"]],
    ["共接待0批次,0人次。", ["0|批次|figure", "0|人次|figure"]],
    ["车辆2辆,设备3台（套）", ["2|辆|figure", "3|台(套)|figure"]],
    ["增长13.95。", ["13.95||figure"]],
    ["预算执行进度为 0。", ["0||figure"]],
    ["变动-5.2万元，下降-3%", ["-5.2|万元|figure", "-3|%|figure"]],
    ["国内接待0.39 万（含外宾）", ["0.39|万元|figure"]],
    ["受益3万人次", ["3|万人次|figure"]],
    ["得分 94.85 分，", ["94.85|分|figure"]],
    ["按2万元/人/年的标准", ["2|万元/人/年|figure"]],
  ])("reads %s", (text, expected) => {
    expect(shown(text)).toEqual(expected);
  });

  test("leaves what is no number unreadable and proposes a reading", () => {
    expect(shown("基本支出2.381.35万元")).toEqual(["?2381.35|万元|figure"]);
    const [found] = findFigures("基本支出2.381.35万元");
    expect(found === undefined ? undefined : statedFound(found, { line: 4 })).toMatchObject({
      kind: "unreadable",
      raw: "2.381.35万元",
      proposal: "2381.35",
      place: { line: 4 },
    });
  });

  test.each([
    "2024年度比2023年有所增加",
    "2023-2025年实施",
    "截至2024年12月31日",
    "2026.5.18",
    "财预〔2020〕10号、吕乡振发【2023】2号、（2019）8号",
    "1、负责文书处理；2、负责会务",
    "（1）参谋服务",
    "1.2024年工作",
    "第3条规定",
    "IPV6改造",
    "041001-某单位",
    "坚持24小时值班，7*24响应",
    "1—12 月执行",
    "2010301行政运行",
    "按7×24标准",
  ])("finds no figure in %s", (text) => {
    expect(shown(text)).toEqual([]);
  });

  test.each<[string, readonly string[]]>([
    ["选定 3-5 个目标", ["3|个|range"]],
    ["共3至5人", ["3|人|range"]],
    ["控制在8%以内", ["8|%|limit"]],
    ["单价100万元（含）以上设备", ["100|万元|limit"]],
    ["结余率大于 10% 的项目共计 1 个", ["10|%|limit", "1|个|figure"]],
    ["参会300多人次", ["300|人次|limit"]],
    ["3 人以上参加", ["3|人|limit"]],
  ])("marks ranges and limits in %s", (text, expected) => {
    expect(shown(text)).toEqual(expected);
  });

  test("says where each figure stands, and what was printed", () => {
    const text = "其中：基本支出 204.64 万元，占比16.56%。";
    for (const { offset, length, raw } of findFigures(text))
      expect(text.slice(offset, offset + length)).toBe(raw);
  });
});
