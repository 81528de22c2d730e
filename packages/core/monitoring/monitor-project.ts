// One project under both lights (双监控): money, targets, the worse of both, the forecast and what to do.

import type { Decimal } from "decimal.js";

import type { Execution } from "./execution-light.ts";
import { executionLight, executionOf } from "./execution-light.ts";
import type { Known } from "./execution-series.ts";
import { budgetOf, cumulativeSums, isKnown } from "./execution-series.ts";
import type { Expected } from "./expected-progress.ts";
import { calendarProgress, plannedProgress } from "./expected-progress.ts";
import type { Forecast } from "./forecast.ts";
import { forecastOf } from "./forecast.ts";
import type { Light, LightColour } from "./lights.ts";
import { worstColour } from "./lights.ts";
import type { AmountBasis, MonitoredIndicator, MonitoredProject } from "./monitored-project.ts";
import type { MonitoringRules } from "./monitoring-rules.ts";
import type { ReportFault } from "./report-faults.ts";
import { faultsOf } from "./report-faults.ts";
import { targetLight } from "./target-light.ts";

/** TargetMonitoring: an indicator and its light. */
export interface TargetMonitoring {
  readonly indicator: MonitoredIndicator;
  readonly light: Light;
}

/** ProjectMonitoring (项目监控结果). */
export interface ProjectMonitoring {
  readonly project: MonitoredProject;
  readonly execution: Execution;
  /** Sums by month up to the month of monitoring, for a line of its course. */
  readonly spent: readonly Known[];
  readonly expected: Expected;
  readonly executionLight: Light;
  readonly targets: readonly TargetMonitoring[];
  /** The worst light of the targets; undefined where none has a light. */
  readonly targetColour: LightColour | undefined;
  /** Of both; undefined where there is neither, and where the targets are green and the money is not known. */
  readonly colour: LightColour | undefined;
  readonly forecast: Forecast;
  readonly faults: readonly ReportFault[];
}

/** MonitoringSetting: the month that is looked at, and by which rules. */
export interface MonitoringSetting {
  readonly month: number;
  readonly basis: AmountBasis;
  readonly rules: MonitoringRules;
}

/** Monitors a project at the end of a month. */
export function monitorProject(project: MonitoredProject, setting: MonitoringSetting): ProjectMonitoring {
  const { month, basis, rules } = setting;
  const spent = cumulativeSums(project.executed, basis, "执行数");
  const planned = cumulativeSums(project.plan, basis, "用款计划");
  const budget = budgetOf(project);
  const execution = executionOf(budget, spent[month - 1] ?? { missing: `${month}月执行数未填` });
  const calendar = calendarProgress(month, rules);
  const expected =
    (isKnown(budget) ? plannedProgress(planned[month - 1], budget.fen, month) : undefined) ?? calendar;
  const money = executionLight(execution, expected, rules);
  const targets = project.indicators.map((indicator) => ({
    indicator,
    light: targetLight(indicator, calendar, rules),
  }));
  const lights = targets.map(({ light }) => light);
  return {
    project,
    execution,
    spent: spent.slice(0, month),
    expected,
    executionLight: money,
    targets,
    targetColour: worstColour(lights),
    colour: combinedColour(money, lights),
    forecast: forecastOf({ month, execution, spent, planned }),
    faults: faultsOf({ project, basis, budget, spent, month }),
  };
}

function combinedColour(money: Light, targets: readonly Light[]): LightColour | undefined {
  const worst = worstColour([money, ...targets]);
  return money.colour === null && worst === "green" ? undefined : worst;
}

/** How much less was spent than is due, in percent of the budget; 0 where nothing is short or known. */
export function shortfallOf({ execution, expected }: ProjectMonitoring): Decimal | null {
  return execution.rate === null ? null : expected.percent.minus(execution.rate);
}
