import { Decimal } from "decimal.js";
import * as fc from "fast-check";
import { describe, expect, it, test } from "vitest";

import { WAN_YUAN } from "../figures/unit.ts";
import { national } from "../regions/national/index.ts";
import { sichuan } from "../regions/sichuan/index.ts";
import { executionLight, executionOf } from "./execution-light.ts";
import { calendarProgress } from "./expected-progress.ts";
import type { Forecast } from "./forecast.ts";
import type { LightColour } from "./lights.ts";
import { percentText } from "./lights.ts";
import type { AmountBasis, MonitoredProject } from "./monitored-project.ts";
import { monitoredProject } from "./monitored-project.ts";
import type { ProjectMonitoring } from "./monitor-project.ts";
import { monitorProject } from "./monitor-project.ts";
import { monitorUnits } from "./monitor-units.ts";
import { monitor } from "./monitoring-report.ts";

const rules = national.monitoring;

interface ProjectSketch {
  readonly name?: string;
  readonly unit?: string;
  readonly initial?: string;
  readonly adjusted?: string;
  readonly executed?: readonly string[];
  readonly plan?: readonly string[];
  /** 指标值, 完成, 一级指标. */
  readonly targets?: readonly (readonly [target: string, progress: string, level1?: string])[];
}

const twelve = (values: readonly string[]): readonly string[] =>
  Array.from({ length: 12 }, (_, index) => values[index] ?? "");

const stated = (text: string, column = 1): { text: string; place: { row: number; column: number } } => ({
  text,
  place: { row: 3, column },
});

function projectOf(sketch: ProjectSketch): MonitoredProject {
  return monitoredProject(
    {
      name: sketch.name ?? "车辆购置",
      code: "",
      unit: sketch.unit ?? "示例县财政局",
      initial: stated(sketch.initial ?? "100"),
      adjusted: stated(sketch.adjusted ?? "100"),
      executed: twelve(sketch.executed ?? []).map((text, index) => stated(text, index + 1)),
      plan: twelve(sketch.plan ?? []).map((text, index) => stated(text, index + 1)),
      indicators: (sketch.targets ?? []).map(([target, progress, level1 = "产出指标"], index) => ({
        level1,
        level2: "数量指标",
        name: `指标${index + 1}`,
        target: stated(target),
        progress: stated(progress),
      })),
      place: { row: 3 },
    },
    WAN_YUAN,
  );
}

const monitored = (
  sketch: ProjectSketch,
  month: number,
  basis: AmountBasis = "cumulative",
): ProjectMonitoring => monitorProject(projectOf(sketch), { month, basis, rules });

const ORDER: readonly (LightColour | null)[] = ["red", "yellow", "green"];
const moneyLight = (fen: number, at: number): number =>
  ORDER.indexOf(
    executionLight(executionOf({ fen: 1000n }, { fen: BigInt(fen) }), calendarProgress(at, rules), rules)
      .colour,
  );

const sichuanAt = (month: number): string => percentText(calendarProgress(month, sichuan.monitoring).percent);

const shown = (forecast: Forecast): readonly (string | null)[] =>
  forecast.kind === "none"
    ? [forecast.reason]
    : [forecast.low.toFixed(2), forecast.likely.toFixed(2), forecast.high.toFixed(2), forecast.note];

const codes = (sketch: ProjectSketch, month: number, basis: AmountBasis = "cumulative"): readonly string[] =>
  monitored(sketch, month, basis).faults.map(({ code, place }) => `${code}@${place.column ?? 0}`);

const unitOf = (
  projects: readonly ProjectSketch[],
  month: number,
): ReturnType<typeof monitorUnits>[number] | undefined =>
  monitorUnits(
    projects.map((sketch) => monitored(sketch, month)),
    { month, basis: "cumulative", rules },
  )[0];

describe("the light of money", () => {
  it.each([
    // 45 ÷ 75 = 60.00 %
    [9, "45", "yellow"],
    [9, "44.99", "red"],
    // 60 ÷ 75 = 80.00 %
    [9, "60", "green"],
    [9, "59.99", "yellow"],
    // 30 ÷ 50 = 60 %
    [6, "30", "yellow"],
    [12, "80", "green"],
    [1, "0", "red"],
  ] as const)("at the end of month %i with %s of 100 is %s", (month, executed, colour) => {
    const months = twelve([]).with(month - 1, executed);
    expect(monitored({ executed: months }, month).executionLight.colour).toBe(colour);
  });

  test("carries its line of arithmetic", () => {
    const { executionLight: light } = monitored({ executed: twelve([]).with(8, "45") }, 9);
    expect(light.colour === null ? "" : light.derivation).toBe(
      "执行率45.00%（45.00万元÷100.00万元）÷应达75.00%（9÷12）＝60.00%，不低于60%而低于80%",
    );
  });

  test("follows the project's own plan where there is one", () => {
    const plan = ["0", "0", "0", "0", "0", "0", "0", "0", "0", "40", "80", "100"];
    expect(monitored({ executed: twelve([]).with(8, "0"), plan }, 9).executionLight.colour).toBe("green");
    expect(monitored({ executed: twelve([]).with(9, "20"), plan }, 10).executionLight.colour).toBe("red");
  });

  test("is not given for a month that is not reported: blank is not zero", () => {
    expect(monitored({ executed: ["10", "20"] }, 3).executionLight).toEqual({
      colour: null,
      reason: "3月执行数未填",
    });
    expect(monitored({ executed: ["10", "20", "0"] }, 3).executionLight.colour).toBe("red");
  });

  test("takes a month in the middle that is left out as unknown where amounts are of single months", () => {
    expect(monitored({ executed: ["10", "", "20"] }, 3, "monthly").executionLight).toEqual({
      colour: null,
      reason: "2月执行数未填",
    });
    expect(monitored({ executed: ["10", "", "20"] }, 3).execution.rate?.toFixed(2)).toBe("20.00");
  });

  test("takes the initial budget where none was adjusted, and nothing where it cannot be read", () => {
    expect(monitored({ initial: "200", adjusted: "", executed: ["50"] }, 1).execution.rate?.toFixed(2)).toBe(
      "25.00",
    );
    expect(monitored({ adjusted: "1oo", executed: ["50"] }, 1).executionLight.colour).toBeNull();
    expect(monitored({ adjusted: "0", executed: ["0"] }, 1).executionLight.colour).toBe("yellow");
  });

  test("never worsens when more is spent, and never betters when more is due", () => {
    fc.assert(
      fc.property(fc.nat(1000), fc.nat(1000), fc.integer({ min: 1, max: 12 }), (a, b, month) => {
        expect(moneyLight(Math.max(a, b), month)).toBeGreaterThanOrEqual(moneyLight(Math.min(a, b), month));
        expect(moneyLight(a, month)).toBeGreaterThanOrEqual(moneyLight(a, 12));
      }),
    );
  });
});

test("checkpoints of an edition are reached in straight lines", () => {
  // 40 × 3/6; 40; 40 + 27.5/3; 67.5; 82.5; 100.
  expect([3, 6, 7, 9, 11, 12].map(sichuanAt)).toEqual([
    "20.00%",
    "40.00%",
    "49.17%",
    "67.50%",
    "82.50%",
    "100.00%",
  ]);
});

describe("the light of a target", () => {
  it.each([
    ["≥100次", "60次", 6, "产出指标", "green"],
    ["≥100次", "35次", 6, "产出指标", "yellow"],
    ["≥100次", "29次", 6, "产出指标", "red"],
    ["≥100次", "100次", 3, "产出指标", "green"],
    // A rate is a level: 90 of 95 is 94.7 % whatever the month.
    ["≥95%", "90%", 3, "效益指标", "green"],
    ["≥95%", "50%", 3, "效益指标", "red"],
    ["≤50万元", "49万元", 6, "成本指标", "green"],
    ["≤50万元", "51万元", 6, "成本指标", "red"],
    ["=3辆", "4辆", 6, "产出指标", "yellow"],
    ["=3辆", "1辆", 6, "产出指标", "yellow"],
    // ⅓ ÷ 5⁄12 = 80 %, although neither has an end in decimals.
    ["=3辆", "1辆", 5, "产出指标", "green"],
    ["≥100次", "", 6, "产出指标", null],
    ["及时", "基本及时", 6, "产出指标", null],
  ] as const)("%s with %s in month %i (%s) is %s", (...[target, progress, month, level1, colour]) => {
    const { targets } = monitored({ targets: [[target, progress, level1]] }, month);
    expect(targets[0]?.light.colour).toBe(colour);
  });

  test("never worsens when more of a target is done", () => {
    const order: readonly (LightColour | null | undefined)[] = ["red", "yellow", "green"];
    const light = (done: number, month: number): number =>
      order.indexOf(monitored({ targets: [["≥100次", `${done}次`]] }, month).targets[0]?.light.colour);
    fc.assert(
      fc.property(fc.nat(150), fc.nat(150), fc.integer({ min: 1, max: 12 }), (a, b, month) => {
        expect(light(Math.max(a, b), month)).toBeGreaterThanOrEqual(light(Math.min(a, b), month));
      }),
    );
  });

  test("and that of money make one: the worse of both", () => {
    const {
      colour,
      targetColour,
      executionLight: money,
    } = monitored(
      {
        executed: twelve([]).with(5, "50"),
        targets: [
          ["≥100次", "60次"],
          ["≥10次", "1次"],
        ],
      },
      6,
    );
    expect([money.colour, targetColour, colour]).toEqual(["green", "red", "red"]);
  });

  test("is no green light where the money is not known", () => {
    expect(monitored({ targets: [["≥100次", "60次"]] }, 6).colour).toBeUndefined();
    expect(monitored({ targets: [["≥100次", "10次"]] }, 6).colour).toBe("red");
  });
});

describe("the forecast", () => {
  test("goes on evenly, and as the last three months", () => {
    // Linear 45 ÷ 9 × 12 = 60; recent 45 + (45 − 30) ÷ 3 × 3 = 60.
    expect(
      shown(monitored({ executed: ["5", "10", "15", "20", "25", "30", "35", "40", "45"] }, 9).forecast),
    ).toEqual(["60.00", "60.00", "60.00", null]);
    // Linear 30 ÷ 6 × 12 = 60; recent 30 + (30 − 6) ÷ 3 × 6 = 78.
    expect(shown(monitored({ executed: ["2", "4", "6", "14", "22", "30"] }, 6).forecast)).toEqual([
      "60.00",
      "60.00",
      "78.00",
      null,
    ]);
  });

  test("follows the pattern of the plan first", () => {
    // 20 × 100 ÷ 40 = 50; linear 40; recent 20 + 20 ÷ 3 × 6 … from 10: 20 + 10 ÷ 3 × 6 = 40.
    const plan = ["5", "10", "15", "20", "30", "40", "50", "60", "70", "80", "90", "100"];
    expect(shown(monitored({ executed: ["2", "6", "10", "14", "17", "20"], plan }, 6).forecast)).toEqual([
      "40.00",
      "50.00",
      "50.00",
      null,
    ]);
  });

  test("says when more than the budget follows", () => {
    // Linear 60 ÷ 6 × 12 = 120; recent 60 + 30 ÷ 3 × 6 = 120.
    expect(shown(monitored({ executed: ["10", "20", "30", "40", "50", "60"] }, 6).forecast)).toEqual([
      "100.00",
      "100.00",
      "100.00",
      "推算最高为120.00%，超过预算，按100%列示",
    ]);
  });

  test("is not made of two months, nor without a figure", () => {
    expect(shown(monitored({ executed: ["10", "20"] }, 2).forecast)).toEqual([
      "只有2个月的执行数，少于3个月，不作预测",
    ]);
    expect(shown(monitored({ executed: ["10", "20"] }, 4).forecast)).toEqual(["4月执行数未填"]);
  });

  test("rises with the money that is spent", () => {
    const parts = fc.array(fc.nat(20), { minLength: 9, maxLength: 9 });
    fc.assert(
      fc.property(parts, fc.integer({ min: 3, max: 9 }), fc.nat(30), (months, month, more) => {
        const forecast = (last: number): Forecast =>
          monitored(
            {
              executed: months
                .slice(0, month)
                .with(month - 1, last)
                .map(String),
            },
            month,
            "monthly",
          ).forecast;
        const [less, greater] = [forecast(months[month - 1] ?? 0), forecast((months[month - 1] ?? 0) + more)];
        if (less.kind === "none" || greater.kind === "none") throw new Error("no forecast");
        for (const part of ["low", "likely", "high"] as const)
          expect(greater[part].gte(less[part])).toBe(true);
        expect(
          greater.low.lte(greater.likely) && greater.likely.lte(greater.high) && greater.high.lte(100),
        ).toBe(true);
      }),
    );
  });
});

describe("faults of what is reported", () => {
  it.each([
    ["a sum that falls", { executed: ["10", "20", "15"] }, 3, "cumulative", ["falls@3"]],
    ["a month that is left out", { executed: ["10", "", "15"] }, 3, "cumulative", ["left-out@2"]],
    [
      "a fall over a month that is left out",
      { executed: ["10", "", "5"] },
      3,
      "cumulative",
      ["left-out@2", "falls@3"],
    ],
    ["more than the budget", { executed: ["10", "101", "102"] }, 3, "cumulative", ["over-budget@2"]],
    ["more than the budget in single months", { executed: ["60", "41"] }, 2, "monthly", ["over-budget@2"]],
    ["a month below nothing", { executed: ["60", "-1"] }, 2, "monthly", ["negative@2"]],
    ["what is no figure", { executed: ["1O", "2x"] }, 2, "cumulative", ["unreadable@1", "unreadable@2"]],
    ["no budget", { adjusted: "", initial: "", executed: ["1"] }, 1, "cumulative", ["no-budget@1"]],
    ["months after the one looked at", { executed: ["10", "20", "5"] }, 2, "cumulative", []],
    ["sums that stay the same", { executed: ["10", "10", "10"] }, 3, "cumulative", []],
  ] as const)("are found: %s", (...[, sketch, month, basis, expected]) => {
    expect(codes(sketch, month, basis)).toEqual(expected);
  });
});

describe("a unit", () => {
  test("is red where targets run ahead of money by more than 5 %", () => {
    // (1 − 0.95) ÷ 1 = 5 %: not above; (1 − 0.94) ÷ 1 = 6 %.
    const with95 = { executed: twelve([]).with(11, "95"), targets: [["≥10次", "10次"]] } as const;
    const with94 = { executed: twelve([]).with(11, "94"), targets: [["≥10次", "10次"]] } as const;
    expect(unitOf([with95], 12)?.leadLight.colour).toBe("green");
    expect(unitOf([with94], 12)?.leadLight.colour).toBe("red");
  });

  test("counts before December only targets that grow: a limit is kept by doing nothing", () => {
    const limit = ["≤54万元", "27万元"] as const;
    const half = { executed: twelve([]).with(5, "45"), targets: [["=3辆", "1辆"], limit] } as const;
    // One of three vehicles is 33.33 %, less than the money; the limit would make it 66.67 % and red.
    expect(unitOf([half], 6)?.leadLight.colour).toBe("green");
    const none = unitOf([{ executed: twelve([]).with(5, "45"), targets: [limit] }], 6);
    expect(none?.leadLight).toEqual({ colour: null, reason: "没有可比较的累计型目标" });
  });

  test("is yellow at the end of the year where more than a fifth is unspent", () => {
    expect(unitOf([{ executed: twelve([]).with(11, "80") }], 12)?.unspentLight.colour).toBe("green");
    expect(unitOf([{ executed: twelve([]).with(11, "79.99") }], 12)?.unspentLight.colour).toBe("yellow");
    expect(unitOf([{ adjusted: "0", executed: twelve([]).with(11, "0") }], 12)?.unspentLight.colour).toBe(
      "yellow",
    );
    expect(unitOf([{ executed: twelve([]).with(5, "10") }], 6)?.unspentLight.colour).toBeNull();
  });

  test("adds what is known and names what is left out", () => {
    const one = unitOf([{ executed: ["10"] }, { name: "公务接待", executed: [] }], 1);
    expect(one?.execution.rate?.eq(new Decimal(10))).toBe(true);
    expect(one?.leftOut).toEqual(["公务接待"]);
  });
});

const at6 = (value: string): readonly string[] =>
  twelve([])
    .with(5, value)
    .map((text, index) => (index < 5 ? "0" : text));

test("what needs action comes worst first, and the month is the last that is reported", () => {
  const report = monitor(
    {
      source: "监控表.xlsx",
      year: 2025,
      division: null,
      basis: "cumulative",
      moneyUnit: WAN_YUAN,
      projects: [
        projectOf({ name: "绿", executed: at6("50") }),
        projectOf({ name: "黄", executed: at6("35") }),
        projectOf({ name: "红小", executed: at6("10") }),
        projectOf({ name: "红大", adjusted: "1000", executed: at6("100") }),
        projectOf({ name: "双红", executed: at6("20"), targets: [["≥10次", "1次"]] }),
        projectOf({ name: "未报" }),
      ],
    },
    rules,
  );
  expect(report?.month).toBe(6);
  expect(report?.actions.map(({ monitoring }) => monitoring.project.name)).toEqual([
    "双红",
    "红大",
    "红小",
    "黄",
    "未报",
  ]);
  expect(report?.actions.every(({ advice, reasons }) => advice !== "" && reasons.length > 0)).toBe(true);
});
