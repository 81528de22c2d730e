import { expect, test } from "vitest";

import { withoutRunningLines } from "./running-lines.ts";
import { linesFromText } from "./evaluations/testing/tab-text.ts";

const kept = (text: string): readonly string[] =>
  withoutRunningLines(linesFromText(text)).lines.map((line) => line.text);

const HEAD = "某县机关服务中心公开材料";

test("a line that cuts sentences and tables again and again is a running head, also where it cuts nothing", () => {
  const text = `项目名称|甲|乙
办公费|1.00|2.00
${HEAD}
差旅费|3.00|4.00
一、情况说明
${HEAD}
本年度单位按照年初计划完成各项工作任务，保障了机关
${HEAD}
正常运转。`;
  expect(kept(text)).toEqual([
    "项目名称\t甲\t乙",
    "办公费\t1.00\t2.00",
    "差旅费\t3.00\t4.00",
    "一、情况说明",
    "本年度单位按照年初计划完成各项工作任务，保障了机关",
    "正常运转。",
  ]);
});

test("titles between forms of one width, and answers, stay however often they come", () => {
  const form = "项目支出绩效自评表\n项目名称|甲|乙\n总分|100|90\n";
  expect(kept(form.repeat(4)).filter((line) => line === "项目支出绩效自评表")).toHaveLength(4);
  expect(kept("无\n无\n无\n无")).toHaveLength(4);
});

test("bare numbers that count up are page numbers, a single one is not", () => {
  expect(kept("一段，\n11\n二段。\n12\n三段。\n13\n四段。")).toEqual([
    "一段，",
    "二段。",
    "三段。",
    "四段。",
  ]);
  expect(kept("人数\n25\n其他。")).toHaveLength(3);
});

test("a sentence that a report repeats keeps its pieces, however its lines are cut", () => {
  const sentence = "本年度单位按照年初计划，由各个科室共同完成\n机关内部设备维修任务保障\n了机关正常运转。\n";
  expect(kept(sentence.repeat(5))).toHaveLength(15);
});
