import { readFileSync } from "node:fs";

import { Ajv2020 } from "ajv/dist/2020.js";
import { describe, expect, test } from "vitest";
import { readXlsx, writeXlsx } from "hucre/xlsx";

import type { MonitoringReport } from "@jueming/core/monitoring/monitoring-report.ts";
import { monitor } from "@jueming/core/monitoring/monitoring-report.ts";
import { nationalEdition } from "@jueming/core/regions/index.ts";

import { readMonitoringJson, toMonitoringJson } from "./monitoring-json.ts";
import { monitoringList } from "./monitoring-list.ts";
import { htmlMonitoring } from "./monitoring-page.ts";
import { monitoringTemplate, readMonitoringWorkbook } from "./monitoring-workbook.ts";

const schemas = new URL("../../../schemas/", import.meta.url);
const example = readFileSync(new URL("examples/monitoring.json", schemas), "utf8");

function validator(name: string): (value: unknown) => unknown {
  // A schema is an object; ajv judges the rest.
  const isValid = new Ajv2020({ allErrors: true, allowUnionTypes: true }).compile(
    JSON.parse(readFileSync(new URL(name, schemas), "utf8")) as object,
  );
  return (value) => [isValid(value), isValid.errors];
}

function reportOf(json: string): MonitoringReport {
  const report = monitor(readMonitoringJson(json, "监控.json"), nationalEdition.monitoring);
  if (report === undefined) throw new Error("nothing is reported");
  return report;
}

test("the example and its report fit the published schemas", () => {
  expect(validator("monitoring.schema.json")(JSON.parse(example))).toEqual([true, null]);
  const report: unknown = JSON.parse(JSON.stringify(toMonitoringJson(reportOf(example))));
  expect(validator("monitoring-report.schema.json")(report)).toEqual([true, null]);
  const unreported = JSON.parse(JSON.stringify(toMonitoringJson(monitorAt(2))));
  expect(validator("monitoring-report.schema.json")(unreported)).toEqual([true, null]);
});

function monitorAt(month: number): MonitoringReport {
  const report = monitor(readMonitoringJson(example, "监控.json"), nationalEdition.monitoring, month);
  if (report === undefined) throw new Error("nothing is reported");
  return report;
}

test("JSON with a number in place of an amount is refused with its path", () => {
  const wrong = example.replace('"54.00"', "54.00");
  expect(() => readMonitoringJson(wrong, "监控.json")).toThrow("projects[0].adjusted：金额请写成文字");
});

/** The template as a person fills it in and saves it. */
async function filled(
  edit: (sheet: string) => readonly (readonly (string | number)[])[],
): Promise<Uint8Array> {
  const { sheets } = await readXlsx(await monitoringTemplate());
  return writeXlsx({
    sheets: sheets.map(({ name, rows }) => ({ name, rows: [...rows, ...edit(name).map((row) => [...row])] })),
  });
}

describe("a workbook that was filled in", () => {
  test("gives the same report as the JSON", async () => {
    const bytes = await filled((sheet) => {
      if (sheet === "项目执行")
        return [
          ["示例县财政局", "车辆购置", "P1", 60, 54, 0, 0, 5.2, 5.2, 18, 27],
          ["示例县财政局", "会议培训", "", "", 20, 1, 2, 3, "", 5, 6],
        ];
      if (sheet === "用款计划")
        return [["示例县财政局", "车辆购置", 0, 0, 5, 5, 20, 30, 36, 40, 44, 48, 52, 54]];
      if (sheet === "目标进度")
        return [
          ["示例县财政局", "车辆购置", "产出指标", "数量指标", "购置数量", "=3辆", "1辆"],
          ["示例县财政局", "车辆购置", "成本指标", "经济成本指标", "购置成本", "≤54万元", "27万元"],
        ];
      return [];
    });
    const report = monitor(readMonitoringWorkbook(bytes, "监控表.xlsx"), nationalEdition.monitoring);
    const [fromWorkbook, fromJson] = [report, reportOf(example)].map((one) =>
      one?.projects.map(({ execution, executionLight, targets, colour, forecast, faults }) => ({
        execution,
        executionLight,
        lights: targets.map(({ light }) => light),
        colour,
        forecast,
        faults: faults.map(({ code }) => code),
      })),
    );
    expect(fromWorkbook).toEqual(fromJson);
  });

  test("names the cell of a fault", async () => {
    const bytes = await filled((sheet) =>
      sheet === "项目执行" ? [["示例县财政局", "车辆购置", "", 60, 54, 20, 10]] : [],
    );
    const report = monitor(readMonitoringWorkbook(bytes, "监控表.xlsx"), nationalEdition.monitoring);
    expect(report?.projects[0]?.faults).toMatchObject([
      { code: "falls", place: { sheet: "项目执行", row: 2, column: 7 } },
    ]);
  });

  test("does not lose targets of a project that has another name", async () => {
    const bytes = await filled((sheet) =>
      sheet === "项目执行"
        ? [["示例县财政局", "车辆购置", "", 60, 54, 20]]
        : sheet === "目标进度"
          ? [["示例县财政局", "车辆采购", "产出指标", "数量指标", "购置数量", "=3辆", "1辆"]]
          : [],
    );
    expect(() => readMonitoringWorkbook(bytes, "监控表.xlsx")).toThrow("没有这个项目");
  });

  test("is refused when nothing was filled in", async () => {
    const bytes = await monitoringTemplate();
    expect(() => readMonitoringWorkbook(bytes, "监控表.xlsx")).toThrow("没有填写项目");
  });
});

describe("texts of the input", () => {
  const hostile = reportOf(example.replace("会议培训", "=cmd()<script>x</script>"));

  test("stay texts on the page", () => {
    const page = htmlMonitoring([hostile]);
    expect(page).not.toContain("<script>");
    expect(page).toContain("=cmd()&lt;script&gt;");
  });

  test("stay texts in the workbook", async () => {
    const { sheets } = await readXlsx(await monitoringList([hostile]));
    expect(sheets.map(({ name }) => name)).toEqual(["应处理事项", "项目", "目标", "单位"]);
    for (const { cells } of sheets) for (const [, cell] of cells ?? []) expect(cell.formula).toBeUndefined();
  });
});
