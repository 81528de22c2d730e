// Monitoring in JSON: the input that other systems give (schemas/monitoring.schema.json), and the report.

import type { Field, JsonObject } from "@jueming/core/disclosure/json/fields.ts";
import {
  JsonFault,
  at,
  integerOrNull,
  isNone,
  itemsOf,
  textOf,
  textOr,
  wordOf,
} from "@jueming/core/disclosure/json/fields.ts";
import { placeToJson } from "@jueming/core/disclosure/json/places.ts";
import type { Place } from "@jueming/core/document/document.ts";
import type { StatedText } from "@jueming/core/document/stated-text.ts";
import { formatMillionths } from "@jueming/core/figures/figure.ts";
import { findUnit } from "@jueming/core/figures/unit.ts";
import type { Execution } from "@jueming/core/monitoring/execution-light.ts";
import { isKnown } from "@jueming/core/monitoring/execution-series.ts";
import type { Forecast } from "@jueming/core/monitoring/forecast.ts";
import type { Light } from "@jueming/core/monitoring/lights.ts";
import type { MonitoringInput, StatedProject } from "@jueming/core/monitoring/monitored-project.ts";
import { MONTHS, monitoredProject } from "@jueming/core/monitoring/monitored-project.ts";
import type { ProjectMonitoring } from "@jueming/core/monitoring/monitor-project.ts";
import type { UnitMonitoring } from "@jueming/core/monitoring/monitor-units.ts";
import type { MonitoringReport } from "@jueming/core/monitoring/monitoring-report.ts";
import { DocumentError } from "@jueming/documents/document-error.ts";

/** Names and versions of the JSON forms. */
export const MONITORING_SCHEMA = "jueming/monitoring/1";
export const MONITORING_REPORT_SCHEMA = "jueming/monitoring-report/1";

/** Reads the input; throws a DocumentError that says what is wrong and where. */
export function readMonitoringJson(text: string, source: string): MonitoringInput {
  let value: unknown;
  try {
    value = JSON.parse(text.replace(/^\uFEFF/u, ""));
  } catch (cause) {
    throw new DocumentError("damaged", `“${source}”不是完整的 JSON。请检查后重试。`, { cause });
  }
  try {
    return inputFromJson({ value, path: "" }, source);
  } catch (error) {
    if (!(error instanceof JsonFault)) throw error;
    throw new DocumentError("damaged", `“${source}”不是绩效运行监控数据：${error.message}。`, {
      cause: error,
    });
  }
}

function inputFromJson(field: Field, source: string): MonitoringInput {
  wordOf(at(field, "schema"), [MONITORING_SCHEMA]);
  const moneyUnit = findUnit(textOr(at(field, "moneyUnit"), "万元"));
  if (moneyUnit?.dimension !== "money") throw new JsonFault("moneyUnit", "应为元、万元或亿元");
  const division = at(field, "division");
  return {
    source,
    year: integerOrNull(at(field, "year")),
    division: isNone(division) ? null : textOf(division),
    basis: wordOf(at(field, "basis"), ["cumulative", "monthly"]),
    moneyUnit,
    projects: itemsOf(at(field, "projects")).map((one, index) =>
      monitoredProject(projectFromJson(one, index + 1), moneyUnit),
    ),
  };
}

/** JSON knows no lines: a project is a row, a month a column. */
function stated(field: Field, place: Place): StatedText {
  if (typeof field.value === "number")
    throw new JsonFault(field.path, '金额请写成文字，如 "12.50"，以免失去精度');
  return { text: isNone(field) ? "" : textOf(field), place };
}

function projectFromJson(field: Field, row: number): StatedProject {
  const name = textOf(at(field, "name"));
  return {
    name,
    code: textOr(at(field, "code"), ""),
    unit: textOr(at(field, "unit"), ""),
    initial: stated(at(field, "initial"), { row }),
    adjusted: stated(at(field, "adjusted"), { row }),
    executed: monthsFromJson(at(field, "executed"), row),
    plan: monthsFromJson(at(field, "plan"), row),
    indicators: itemsOf(at(field, "indicators")).map((one) => ({
      level1: textOr(at(one, "level1"), ""),
      level2: textOr(at(one, "level2"), ""),
      name: textOf(at(one, "name")),
      target: stated(at(one, "target"), { row }),
      progress: stated(at(one, "progress"), { row }),
    })),
    place: { row },
  };
}

function monthsFromJson(field: Field, row: number): readonly StatedText[] {
  const given = itemsOf(field);
  if (given.length > MONTHS) throw new JsonFault(field.path, "一年只有 12 个月");
  return Array.from({ length: MONTHS }, (_, index) =>
    stated(given[index] ?? { value: null, path: field.path }, { row, column: index + 1 }),
  );
}

/** The report of a month. */
export function toMonitoringJson({
  input,
  month,
  rules,
  projects,
  units,
  actions,
}: MonitoringReport): JsonObject {
  return {
    schema: MONITORING_REPORT_SCHEMA,
    source: input.source,
    year: input.year,
    month,
    basis: rules.basis,
    isConfiguration: rules.isConfiguration,
    projects: projects.map((one) => projectJson(one, input.source)),
    units: units.map(unitJson),
    actions: actions.map(({ monitoring, reasons, advice }) => ({
      project: monitoring.project.name,
      unit: monitoring.project.unit,
      colour: monitoring.colour ?? null,
      reasons,
      advice,
    })),
  };
}

function projectJson(monitoring: ProjectMonitoring, source: string): JsonObject {
  const { project, expected, targets, forecast, faults } = monitoring;
  return {
    name: project.name,
    code: project.code,
    unit: project.unit,
    ...executionJson(monitoring.execution),
    expected: expected.percent.toFixed(2),
    execution: lightJson(monitoring.executionLight),
    targets: targets.map(({ indicator, light }) => ({
      name: indicator.name,
      target: indicator.target?.raw ?? null,
      progress: indicator.actual?.raw ?? null,
      light: lightJson(light),
    })),
    targetColour: monitoring.targetColour ?? null,
    colour: monitoring.colour ?? null,
    forecast: forecastJson(forecast),
    faults: faults.map(({ code, message, place }) => ({ code, message, place: placeToJson(place, source) })),
  };
}

function unitJson(unit: UnitMonitoring): JsonObject {
  return {
    unit: unit.unit,
    projects: unit.projects,
    ...executionJson(unit.execution),
    leftOut: unit.leftOut,
    execution: lightJson(unit.executionLight),
    lead: lightJson(unit.leadLight),
    unspent: lightJson(unit.unspentLight),
    colour: unit.colour ?? null,
  };
}

/** Amounts in 元 with two decimals; null where they are not known. */
function executionJson({ budget, executed, rate }: Execution): JsonObject {
  return {
    budget: isKnown(budget) ? yuan(budget.fen) : null,
    executed: isKnown(executed) ? yuan(executed.fen) : null,
    rate: rate === null ? null : rate.toFixed(2),
  };
}

const MILLIONTHS_IN_FEN = 10_000n;

function yuan(fen: bigint): string {
  return formatMillionths(fen * MILLIONTHS_IN_FEN, 2);
}

function lightJson(light: Light): JsonObject {
  return light.colour === null
    ? { colour: null, reason: light.reason }
    : { colour: light.colour, derivation: light.derivation, basis: light.basis };
}

function forecastJson(forecast: Forecast): JsonObject {
  if (forecast.kind === "none") return { low: null, likely: null, high: null, reason: forecast.reason };
  const { low, likely, high, formula, note } = forecast;
  return { low: low.toFixed(2), likely: likely.toFixed(2), high: high.toFixed(2), formula, note };
}
