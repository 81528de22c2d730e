// The whole of a month's monitoring: projects, units, and what needs action, worst first.

import { Decimal } from "decimal.js";

import { isKnown, lastReportedMonth } from "./execution-series.ts";
import type { LightColour } from "./lights.ts";
import type { MonitoringInput } from "./monitored-project.ts";
import type { ProjectMonitoring } from "./monitor-project.ts";
import { monitorProject, shortfallOf } from "./monitor-project.ts";
import type { UnitMonitoring } from "./monitor-units.ts";
import { monitorUnits } from "./monitor-units.ts";
import type { MonitoringRules } from "./monitoring-rules.ts";

/** NeededAction (应处理事项): a project that needs something to be done, why, and what. */
export interface NeededAction {
  readonly monitoring: ProjectMonitoring;
  readonly reasons: readonly string[];
  readonly advice: string;
}

/** MonitoringReport (监控报告) at the end of a month. */
export interface MonitoringReport {
  readonly input: MonitoringInput;
  readonly month: number;
  readonly rules: MonitoringRules;
  readonly projects: readonly ProjectMonitoring[];
  readonly units: readonly UnitMonitoring[];
  readonly actions: readonly NeededAction[];
}

/** Monitors all projects at a month, or at the last that is reported; undefined where none is. */
export function monitor(
  input: MonitoringInput,
  rules: MonitoringRules,
  wanted?: number,
): MonitoringReport | undefined {
  const month = wanted ?? lastReportedMonth(input.projects);
  if (month === undefined) return undefined;
  const setting = { month, basis: input.basis, rules };
  const projects = input.projects.map((project) => monitorProject(project, setting));
  return {
    input,
    month,
    rules,
    projects,
    units: monitorUnits(projects, setting),
    actions: actionsOf(projects),
  };
}

const RANK: Readonly<Record<LightColour, number>> = { red: 0, yellow: 1, green: 3 };
/** Amounts that are not reported come after yellow lights and before the rest. */
const UNREPORTED = 2;

/** Red before yellow; both lights red before one; then by the money that is behind. */
function actionsOf(projects: readonly ProjectMonitoring[]): readonly NeededAction[] {
  return projects
    .filter(needsAction)
    .map((monitoring) => ({ monitoring, rank: rankOf(monitoring), behind: moneyBehind(monitoring) }))
    .toSorted((a, b) => a.rank - b.rank || b.behind.cmp(a.behind))
    .map(({ monitoring }) => ({
      monitoring,
      reasons: reasonsOf(monitoring),
      advice: adviceFor(monitoring),
    }));
}

function needsAction({ colour, faults, executionLight }: ProjectMonitoring): boolean {
  return colour === "red" || colour === "yellow" || faults.length > 0 || executionLight.colour === null;
}

function rankOf({ colour, executionLight, targetColour }: ProjectMonitoring): number {
  const reds = [executionLight.colour, targetColour].filter((one) => one === "red").length;
  const rank = colour === undefined || executionLight.colour === null ? UNREPORTED : RANK[colour];
  return Math.min(rank, colour === undefined ? UNREPORTED : RANK[colour]) - reds / 4;
}

function moneyBehind(monitoring: ProjectMonitoring): Decimal {
  const { budget } = monitoring.execution;
  const short = shortfallOf(monitoring);
  return short === null || !isKnown(budget) ? new Decimal(0) : short.times(budget.fen.toString());
}

function reasonsOf({ executionLight, targets, faults }: ProjectMonitoring): readonly string[] {
  const money =
    executionLight.colour === null
      ? [`${executionLight.reason}。`]
      : executionLight.colour === "green"
        ? []
        : [executionLight.derivation];
  const behind = targets.flatMap(({ indicator, light }) =>
    light.colour === "red" || light.colour === "yellow" ? [`${indicator.name}：${light.derivation}`] : [],
  );
  return [...new Set([...money, ...behind, ...faults.map(({ message }) => message)])];
}

/** What both lights together say to do; configuration of our own. */
function adviceFor({ executionLight, targetColour, faults, forecast }: ProjectMonitoring): string {
  const advice: string[] = [];
  if (faults.length > 0) advice.push("请先核实并更正填报的数字。");
  if (executionLight.colour === null) advice.push("请补报预算或执行数。");
  if (isBehind(executionLight.colour) && isBehind(targetColour))
    advice.push("资金和目标都慢：请查明原因，限期纠偏；确实难以实施的，按程序调整目标或收回预算。");
  else if (isBehind(executionLight.colour))
    advice.push(
      targetColour === "green"
        ? "目标已跟上而支付偏慢：请加快结算支付，或核实目标进度是否属实。"
        : "请加快执行，并补报目标进度。",
    );
  else if (isBehind(targetColour))
    advice.push("资金已支出而目标未跟上：请核实支出与目标是否相符，落实责任，加快实施。");
  if (forecast.kind === "forecast" && forecast.high.lt(LOW_FORECAST) && isBehind(executionLight.colour))
    advice.push(`年末执行率预计不超过${forecast.high.toFixed(2)}%，请考虑调减或收回。`);
  return advice.join("");
}

const LOW_FORECAST = 80;

function isBehind(colour: LightColour | null | undefined): boolean {
  return colour === "red" || colour === "yellow";
}
