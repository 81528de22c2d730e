// Targets and results worked by hand: outcome, and by how much in the target's unit.

import { Decimal } from "decimal.js";
import { describe, expect, test } from "vitest";

import { readIndicatorValue } from "../indicator-value.ts";
import type { Indicator } from "../project-evaluation.ts";
import { gapOf } from "./attainment.ts";
import { compareResult } from "./compare-result.ts";
import type { Comparison } from "./comparison.ts";

interface Row {
  readonly level1?: string;
  readonly level2?: string;
  readonly name?: string;
}

function indicatorOf(target: string, actual: string, row: Row = {}): Indicator {
  return {
    level1: row.level1 ?? "产出指标",
    level2: row.level2 ?? "数量指标",
    name: row.name ?? "指标",
    target: readIndicatorValue(target, {})?.value ?? null,
    initialTarget: null,
    actual: readIndicatorValue(actual, {})?.value ?? null,
    points: null,
    score: null,
    reason: null,
    place: {},
    doubtful: false,
  };
}

const compared = (target: string, actual: string, row: Row = {}): Comparison =>
  compareResult(indicatorOf(target, actual, row));

/** "reached", "missed by 6份 10%", "exceeded by …", or the reason why not. */
function said(comparison: Comparison): string {
  if (comparison.outcome === "not-comparable") return comparison.inWords ? "words" : comparison.reason;
  const { outcome, matter } = comparison;
  const gap = matter.kind === "quantity" ? gapOf(matter.judgement) : null;
  if (gap !== null) {
    const { absolute, relative, unit } = gap;
    const share = relative === null ? "" : ` ${relative.times(100).toDecimalPlaces(2).toString()}%`;
    return `${outcome} by ${absolute.toString()}${unit ?? ""}${share}`;
  }
  if (matter.kind === "completion") return `${outcome} ${matter.share.toString()}`;
  if (matter.kind === "quantity" || matter.kind === "items") return outcome;
  const { late } = matter;
  if (late === null) return outcome;
  return `${outcome} by ${"days" in late ? `${late.days} days` : `${late.months} months`}`;
}

const doubtsOf = (comparison: Comparison): readonly string[] =>
  comparison.outcome === "not-comparable" ? [] : comparison.doubts;

const cost: Row = { level2: "成本指标" };
const timely: Row = { level2: "时效指标" };

describe("a figure against its sign", () => {
  test.each([
    ["≥50份", "50份", "reached"],
    ["≥50份", "54份", "exceeded by 4份 8%"],
    ["≥60份", "54份", "missed by 6份 10%"],
    ["=166台", "166台", "reached"],
    ["=4辆", "1辆", "missed by 3辆 75%"],
    ["=20场", "22场", "exceeded by 2场 10%"],
    ["≤155名", "155名", "reached"],
    ["≤10%", "8%", "exceeded by 2% 20%"],
    ["≤10%", "12%", "missed by 2% 20%"],
    [">95%", "95%", "reached"],
    [">95%", "94%", "missed by 1% 1.05%"],
    ["<15万元", "15", "reached"],
    ["<15万元", "16", "missed by 1万元 6.67%"],
    ["95%", "96%", "exceeded by 1% 1.05%"],
    ["≥1,200元", "1200元", "reached"],
    ["＞９９％", "９９．５％", "exceeded by 0.5% 0.51%"],
    [">=95%", "90%", "missed by 5% 5.26%"],
    ["≥0人", "3人", "exceeded by 3人"],
    ["=0起", "0起", "reached"],
    ["=0起", "2起", "missed by 2起"],
    ["≥30平方 米", "30", "reached"],
  ])("%s, done %s: %s", (target, actual, outcome) => {
    expect(said(compared(target, actual))).toBe(outcome);
  });
});

describe("limits in words", () => {
  test.each([
    ["不超过10%", "12%", "missed by 2% 20%"],
    ["不高于10%", "10%", "reached"],
    ["不少于50人", "48人", "missed by 2人 4%"],
    ["不低于95%", "95%", "reached"],
    ["100%以上", "99%", "missed by 1% 1%"],
    ["8%以内", "8%", "reached"],
    ["8%以内", "8.5%", "missed by 0.5% 6.25%"],
    ["控制在100元以内", "90元", "exceeded by 10元 10%"],
    ["20人以下", "21人", "missed by 1人 5%"],
    ["超过5次", "5次", "reached"],
    ["至少3场", "2场", "missed by 1场 33.33%"],
    ["≥95%以上", "95%", "reached"],
    ["达到90%", "91%", "exceeded by 1% 1.11%"],
    ["三次", "3次", "reached"],
    ["两辆", "1辆", "missed by 1辆 50%"],
    ["≥50人", "50余人", "reached"],
    ["50人左右", "48人", "missed by 2人 4%"],
    ["≤95%以上", "95%", "words against a figure"],
  ])("%s, done %s: %s", (target, actual, outcome) => {
    const wanted = outcome === "words against a figure" ? "指标值或完成值不是数值" : outcome;
    expect(said(compared(target, actual))).toBe(wanted);
  });
});

describe("units that convert", () => {
  test.each([
    ["≤1.5万元", "18000元", cost, "missed by 0.3万元 20%"],
    ["≤2万元/人/年", "20000元/人·年", cost, "reached"],
    ["≤2万元/人/年", "21000元/年/人", cost, "missed by 0.1万元/人/年 5%"],
    ["≤2000元/人/月", "24000元/人/年", cost, "reached"],
    ["≤2万元/人年", "20000元/人/年", cost, "reached"],
    ["≤0.5亿元", "4900万元", cost, "exceeded by 0.01亿元 2%"],
    ["≤3千元", "3000元", cost, "reached"],
    ["≤1‰", "0.1%", {}, "reached"],
    ["≤万分之一", "0.01%", {}, "reached"],
    ["≤万分之一", "≤万分之二", {}, "missed by 0.01% 100%"],
    ["≥三分之二", "66%", {}, "missed by 0.666666666667% 1%"],
    ["≥百分之九十五", "96%", {}, "exceeded by 1% 1.05%"],
    ["≥八成", "80%", {}, "reached"],
    ["≥一半", "50%", {}, "reached"],
    ["24小时内", "1天", {}, "reached"],
    ["24小时内", "2天", {}, "missed by 24小时 100%"],
    ["≤2小时", "90分钟", {}, "exceeded by 0.5小时 25%"],
    ["≥1年", "12个月", {}, "reached"],
    ["≥5公里", "4800米", {}, "missed by 0.2公里 4%"],
    ["≥15亩", "1公顷", {}, "reached"],
    ["≥1平方公里", "999999平方米", {}, "missed by 0.000001平方公里 0%"],
    ["≥2吨", "1900公斤", {}, "missed by 0.1吨 5%"],
    ["≥1.2万人次", "12000人次", {}, "reached"],
  ])("%s, done %s (%o): %s", (target, actual, row, outcome) => {
    const comparison = compared(target, actual, row);
    const rounded = said(comparison).replace(/0\.666666+7?%/u, "0.666666666667%");
    expect(rounded).toBe(outcome);
  });
});

describe("measure words", () => {
  test.each([
    ["≥60人", "60名", "reached"],
    ["≥3场", "3次", "reached"],
    ["≥100份", "100本", "reached"],
    ["≥10台", "10台(套)", "reached"],
    ["≥1个", "1次", "reached"],
    ["≥5个项目", "5个", "reached"],
    ["≥31家", "31家单位", "reached"],
    ["≥60人", "60", "reached"],
    ["≥60", "60人", "reached"],
  ])("%s, done %s: %s", (target, actual, outcome) => {
    expect(said(compared(target, actual))).toBe(outcome);
  });

  test.each([
    ["≥60人", "60人次", "计量单位不同（人／人次），人数与人次口径不同"],
    ["≥60人次", "60名", "计量单位不同（人次／名），人数与人次口径不同"],
    ["≥60个", "60人次", "计量单位不同（个／人次）"],
    ["≥3个工作日", "3天", "计量单位不同（个工作日／天）"],
    ["≥5米", "5平方米", "计量单位不同（米／平方米）"],
    ["≥5辆", "5万元", "计量单位不同（辆／万元）"],
    ["≥95%", "95人", "计量单位不同（%／人）"],
    ["≤2万元/人", "2万元/台", "计量单位不同（万元/人／万元/台）"],
  ])("%s and %s are not compared", (target, actual, reason) => {
    expect(said(compared(target, actual))).toBe(reason);
  });
});

describe("direction by words and level", () => {
  test.each([
    ["≥20万元", "18万元", cost, "exceeded by 2万元 10%"],
    ["20万元", "21万元", cost, "missed by 1万元 5%"],
    ["≥5%", "6%", { ...cost, name: "成本节约率" }, "exceeded by 1% 20%"],
    ["≥5%", "4%", { ...cost, name: "成本降低率" }, "missed by 1% 20%"],
    ["2%", "3%", { name: "差错率" }, "missed by 1% 50%"],
    ["=1起", "2起", { name: "安全事故发生起数" }, "missed by 1起 100%"],
    ["≥95%", "96%", { name: "投诉处理率" }, "exceeded by 1% 1.05%"],
    ["=95%", "96%", { name: "投诉处理率" }, "exceeded by 1% 1.05%"],
    ["3个工作日", "5个工作日", timely, "missed by 2个工作日 66.67%"],
    ["3天", "5天", {}, "exceeded by 2天 66.67%"],
  ])("%s, done %s (%o): %s", (target, actual, row, outcome) => {
    expect(said(compared(target, actual, row))).toBe(outcome);
  });
});

describe("growth and targets below 0", () => {
  test.each([
    ["增长≥5%", "增长6%", {}, "exceeded by 1% 20%"],
    ["增长≥5%", "增长4%", {}, "missed by 1% 20%"],
    ["增长≥5%", "下降2%", {}, "missed by 7% 140%"],
    ["降低3%", "降低5%", {}, "exceeded by 2% 66.67%"],
    ["降低3%", "降低2%", {}, "missed by 1% 33.33%"],
    ["同比增长5%以上", "5%", {}, "reached"],
    ["较上年降低3%", "下降3个百分点", {}, "reached"],
    ["增长≤5%", "增长6%", {}, "missed by 1% 20%"],
    ["降低3%", "降低5%", cost, "exceeded by 2% 66.67%"],
    ["≥-5%", "-3%", {}, "exceeded by 2% 40%"],
    ["≥-5%", "-8%", {}, "missed by 3% 60%"],
    ["≤-3%", "-2%", {}, "missed by 1% 33.33%"],
  ])("%s, done %s (%o): %s", (target, actual, row, outcome) => {
    expect(said(compared(target, actual, row))).toBe(outcome);
  });
});

describe("ranges", () => {
  test.each([
    ["3-5个", "3个", "reached"],
    ["3-5个", "4个", "reached"],
    ["3-5个", "2个", "missed by 1个 33.33%"],
    ["3-5个", "7个", "missed by 2个 40%"],
    ["100-200元", "0.025万元", "missed by 50元 25%"],
    ["90%-95%", "96%", "missed by 1% 1.05%"],
    ["90%～95%", "92%", "reached"],
    ["10至15人", "15名", "reached"],
    ["100±5元", "104元", "reached"],
    ["100±5元", "94元", "missed by 1元 1.05%"],
    ["3-5个", "3-4个", "reached"],
    ["3-5个", "6-7个", "missed by 2个 40%"],
    ["3-5个", "4-6个", "完成值为区间，跨越指标值，无法判断"],
    ["≥3个", "3-5个", "reached"],
    ["≥5个", "3-4个", "missed by 2个 40%"],
    ["≥4个", "3-5个", "完成值为区间，跨越指标值，无法判断"],
    ["5-3个", "4个", "指标值或完成值不是数值"],
    ["3-5个", "提升", "指标值或完成值不是数值"],
  ])("%s, done %s: %s", (target, actual, outcome) => {
    expect(said(compared(target, actual))).toBe(outcome);
  });
});

describe("lists", () => {
  test.each([
    ["甲设备2万元、乙设备3万元", "甲设备2万元、乙设备2.5万元", cost, "exceeded by 0.5万元 10%"],
    ["甲设备2万元、乙设备3万元", "甲设备2万元、乙设备4万元", cost, "missed by 1万元 20%"],
    ["办公费 36.8 万元； 印刷费 10 万 元", "46.8万元", cost, "reached"],
    ["办公费5万元印刷费3万元", "80000元", cost, "reached"],
    ["办公费5万元；印刷费3万元：差旅费2万元", "9万元", cost, "exceeded by 1万元 10%"],
    ["≤8万元", "办公费5万元；印刷费4万元", cost, "missed by 1万元 12.5%"],
    ["1.办公费≤5万元；2.印刷费≤3万元", "办公费5万元，印刷费3万元", cost, "reached"],
    ["办公费1,200元，印刷费800元", "2000元", cost, "reached"],
    ["办公费5万元、印刷费3万元，合计8万元", "8万元", cost, "reached"],
    ["培训3次，200人", "培训3次，210人", {}, "exceeded"],
    ["培训3次，宣传200人", "培训3次，宣传180人", {}, "missed"],
    ["培训3次，宣传200人", "3次", {}, "所列各项的计量单位不同，不能合计，两边也不是同样的各项"],
    ["满意度90%，知晓率80%", "满意度91%，知晓率82%", {}, "exceeded"],
  ])("%s, done %s (%o): %s", (target, actual, row, outcome) => {
    expect(said(compared(target, actual, row))).toBe(outcome);
  });

  test("an item that is over within a total that is kept is named", () => {
    const comparison = compared("甲设备2万元、乙设备3万元", "甲设备2.5万元、乙设备2万元", cost);
    expect(said(comparison)).toBe("exceeded by 0.5万元 10%");
    expect(doubtsOf(comparison)).toContain("合计达到而分项未达到：甲设备");
  });

  test("a printed total that is not the sum is said", () => {
    expect(doubtsOf(compared("办公费5万元、印刷费3万元，合计9万元", "8万元", cost))).toContain(
      "指标值所列各项之和与所列合计不符，按各项之和计",
    );
  });
});

describe("dates, periods and frequencies", () => {
  test.each([
    ["2024年12月底前", "2024年11月30日", "reached"],
    ["2024年10月底前", "2024年11月30日", "missed by 30 days"],
    ["2024年10月底前", "2024年12月", "missed by 2 months"],
    ["2024年12月31日前", "2025年1月15日", "missed by 15 days"],
    ["12月31日前", "2024年11月", "reached"],
    ["2024年6月15日前", "2024年6月", "words"],
    ["2024年6月15日前", "2024年6月10日", "reached"],
    ["第四季度", "11月", "reached"],
    ["上半年", "7月5日", "missed by 5 days"],
    ["年底前", "2024年12月", "reached"],
    ["2024年", "2024年12月", "reached"],
    ["2024年", "100%", "reached 1"],
    ["2024年底", "50%", "missed 0.5"],
    ["全年", "1-12月", "reached"],
    ["1-12月", "1-11月", "missed"],
    ["全年", "2024年全年", "reached"],
    ["全年", "6月30日", "words"],
    ["按月", "每月", "reached"],
    ["每季度", "按月", "exceeded"],
    ["按月", "每季度", "missed"],
    ["按月", "12月底", "words"],
    ["2024年12月底前", "及时", "words"],
    ["及时", "2024年12月", "words"],
    ["2024.12", "2024.11", "reached"],
    ["2024.10", "2024.12", "missed by 2 months"],
    ["2024-06", "2024-05", "reached"],
  ])("%s, done %s: %s", (target, actual, outcome) => {
    expect(said(compared(target, actual, timely))).toBe(outcome);
  });

  test("where one side prints no year, only month and day are compared, and that is said", () => {
    expect(doubtsOf(compared("12月31日前", "2025年1月5日", timely))).toEqual([
      "只有一方写明年份，仅比较月日",
    ]);
  });
});

describe("grades", () => {
  test.each([
    ["≥良", "优", "exceeded"],
    ["≥良", "良", "reached"],
    ["≥良", "中", "missed"],
    [">良", "良", "missed"],
    ["合格", "优秀", "exceeded"],
    ["良好以上", "合格", "missed"],
    ["达标", "不达标", "missed"],
    ["优秀", "优", "words"],
    ["≤良", "优", "words"],
  ])("%s, done %s: %s", (target, actual, outcome) => {
    expect(said(compared(target, actual))).toBe(outcome);
  });
});

describe("what cannot be compared", () => {
  test.each([
    ["及时", "及时", "words"],
    ["持续提升", "提升", "words"],
    ["≥90%", "提升", "指标值或完成值不是数值"],
    ["提升", "90%", "指标值或完成值不是数值"],
    ["", "3辆", "未填指标值"],
    ["≥3辆", "", "未填完成值"],
    ["≥11000000 1%", "1100000次", "指标值或完成值无法识别"],
    ["=", "3辆", "指标值或完成值无法识别"],
    ["1200007G", "120000元", "指标值或完成值无法识别"],
    ["一般", "90%", "指标值或完成值不是数值"],
    ["≥3次", "无", "完成值为“无”，不能判断是没有完成还是未填"],
  ])("%s and %s: %s", (target, actual, reason) => {
    expect(said(compared(target, actual))).toBe(reason);
  });
});

describe("what is doubtful is said", () => {
  test.each([
    [">95%", "95%", {}, "恰为“>”的界限，按达到计，请核对符号"],
    ["<15万元", "15万元", {}, "恰为“<”的界限，按达到计，请核对符号"],
    ["≥1万元/台", "1万元/台", cost, "成本指标以低为好，所列“≥”按“≤”计"],
    ["≥90%", "≥90%", {}, "完成值照写指标值的符号和数值，应填实际完成值，按其数值比较"],
    ["≥90%", "≥85%", {}, "完成值写作“≥”，是界限而非实际值，按其数值比较"],
    ["≥50人", "约50人", {}, "完成值为约数，按所列数值比较，请核对"],
    ["50人左右", "约50人", {}, "指标值和完成值为约数，按所列数值比较，请核对"],
    ["≥95.4%", "95%", {}, "完成值按所列位数取整即为指标值，差距可能出于取整"],
    ["增长≥5%", "5%", {}, "增减方向只有一方写明，按同一方向计"],
    ["≥1个", "1次", {}, "完成值单位“次”与指标值单位“个”不同，按同一单位计"],
    ["≤0起", "无", {}, "完成值“无”按 0 计"],
    ["≥3个", "4-5个", {}, "完成值为区间，按较差一端比较"],
  ])("%s, done %s (%o): %s", (target, actual, row, doubt) => {
    expect(doubtsOf(compared(target, actual, row))).toContain(doubt);
  });

  test("nothing is said of a plain comparison", () => {
    expect(doubtsOf(compared("≥95%", "97%"))).toEqual([]);
  });
});

test("a rate of completion beside a count is the share of the target", () => {
  const comparison = compared("≥60人", "90%");
  expect(said(comparison)).toBe("missed by 6人 10%");
  expect(comparison).toMatchObject({
    matter: { judgement: { actual: new Decimal(54), asCompletionRate: true } },
  });
});
