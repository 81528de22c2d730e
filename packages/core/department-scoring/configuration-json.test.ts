import { expect, test } from "vitest";

import { JsonFault } from "../disclosure/json/fields.ts";
import { examplePointSystem } from "../regions/sichuan/point-system.ts";
import { ledgerFromJson } from "./ledger-json.ts";
import { pointSystemFromJson, pointSystemToJson } from "./point-system-json.ts";

type Json = Record<string, unknown>;

/** The example as plain JSON, with one change. */
function changed(change: (system: Json, items: Json[]) => void): unknown {
  const system = JSON.parse(JSON.stringify(pointSystemToJson(examplePointSystem))) as Json;
  change(system, system["items"] as Json[]);
  return system;
}

function faultOf(read: () => unknown): string {
  try {
    read();
  } catch (fault) {
    if (fault instanceof JsonFault) return fault.message;
    throw fault;
  }
  return "";
}

test("the example reads back the same from its JSON", () => {
  expect(pointSystemFromJson(changed(() => {}))).toEqual(examplePointSystem);
});

test.each<readonly [string, (system: Json, items: Json[]) => void]>([
  ["items：各项分值合计应为 100，现为 99", (_, items) => (items[0] = { ...items[0], points: "14" })],
  [
    'items[1].points：“四分”不是十进制数，应写作 "0.1" 这样的文字',
    (_, items) => (items[1] = { ...items[1], points: "四分" }),
  ],
  ["items[1].points：应为文字", (_, items) => (items[1] = { ...items[1], points: 4 })],
  ["status：应为 example、own、official 之一", (system) => (system["status"] = "真的")],
  ["schema：应为 jueming/point-system/1 之一", (system) => delete system["schema"]],
  [
    "items[25]：与 items[0] 是同一项“职能目标完成效果”",
    (_, items) => (items[25] = { ...items[0], points: items[25]?.["points"] }),
  ],
  [
    "items[0].formula.of：没有名为“利润”的取数项，见 docs/department-evaluation.md",
    (_, items) => (items[0] = { ...items[0], formula: { kind: "linear", of: "利润", zero: "0", full: "1" } }),
  ],
  [
    "items[0].formula：zero（得 0 分的值）与 full（得满分的值）不能相同",
    (_, items) =>
      (items[0] = { ...items[0], formula: { kind: "linear", of: "closing", zero: "1", full: "1.0" } }),
  ],
  [
    "items[0].formula.bands[1].upTo：应大于上一档的 0.2",
    (_, items) =>
      (items[0] = {
        ...items[0],
        formula: {
          kind: "bands",
          of: "closing",
          bands: [
            { upTo: "0.2", share: "1" },
            { upTo: "0.1", share: "0" },
          ],
          beyond: "0",
        },
      }),
  ],
  [
    "items[0].formula.of.ratio：应有两个算式",
    (_, items) =>
      (items[0] = {
        ...items[0],
        formula: { kind: "linear", of: { ratio: ["closing"] }, zero: "0", full: "1" },
      }),
  ],
])("a wrong configuration says where: %s", (message, change) => {
  expect(faultOf(() => pointSystemFromJson(changed(change)))).toBe(message);
});

const ledger = (more: Json): unknown => ({ schema: "jueming/department-inputs/1", ...more });

test("a ledger gives its figures with their origin, percentages as shares, and the days to disclosure", () => {
  const { figures, scores } = ledgerFromJson(
    ledger({
      inputs: { procurementRate: "95", closing: { value: "8.69", from: "决算报表" } },
      approvedOn: "2024-02-20",
      disclosedOn: "2024-03-01",
      scores: [{ item: "实现效果", score: "4.5", reason: "样本偏少" }],
    }),
    "台账.json",
  );
  expect([...figures.values()].map(({ name, value, origin }) => [name, value.toFixed(), origin])).toEqual([
    ["procurementRate", "0.95", "台账"],
    ["closing", "8.69", "台账：决算报表"],
    ["disclosureDays", "10", "2024-02-20 批复，2024-03-01 公开"],
  ]);
  expect(scores.get("实现效果")?.score.toFixed()).toBe("4.5");
});

test.each<readonly [string, Json]>([
  ["inputs.利润：没有这个取数项，见 docs/department-evaluation.md", { inputs: { 利润: "1" } }],
  ["inputs.closing：不应为负数", { inputs: { closing: "-1" } }],
  ["disclosedOn：公开日期早于批复日期", { approvedOn: "2026-08-20", disclosedOn: "2026-08-19" }],
  ["approvedOn：没有 2026-02-29 这一天", { approvedOn: "2026-02-29", disclosedOn: "2026-03-19" }],
  ["scores[0].score：应为文字", { scores: [{ item: "实现效果", score: 4.5 }] }],
])("a wrong ledger says where: %s", (message, more) => {
  expect(faultOf(() => ledgerFromJson(ledger(more), "台账.json"))).toBe(message);
});
