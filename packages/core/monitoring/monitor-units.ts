// Units: their money in sum, and whether targets run ahead of money (目标完成与资金支出不匹配).

import { Decimal } from "decimal.js";

import { judgeTarget } from "../evaluation/target-judgement.ts";
import type { Execution } from "./execution-light.ts";
import { executionLight, executionOf, yuanText } from "./execution-light.ts";
import type { Known } from "./execution-series.ts";
import { isKnown } from "./execution-series.ts";
import { calendarProgress } from "./expected-progress.ts";
import type { Light, LightColour } from "./lights.ts";
import { noLight, percentText, worstColour } from "./lights.ts";
import { MONTHS } from "./monitored-project.ts";
import type { MonitoringSetting, ProjectMonitoring } from "./monitor-project.ts";
import { attainedShare } from "./target-light.ts";

/** UnitMonitoring (单位监控结果). */
export interface UnitMonitoring {
  readonly unit: string;
  readonly projects: number;
  readonly execution: Execution;
  /** Projects whose amounts are not known and therefore not in the sums. */
  readonly leftOut: readonly string[];
  readonly executionLight: Light;
  /** (S/90 − E/10) ÷ (S/90). */
  readonly leadLight: Light;
  /** Unspent share of the budget, judged at the end of the year. */
  readonly unspentLight: Light;
  readonly colour: LightColour | undefined;
}

/** Monitors the units of monitored projects, in the order in which they come. */
export function monitorUnits(
  projects: readonly ProjectMonitoring[],
  setting: MonitoringSetting,
): readonly UnitMonitoring[] {
  const byUnit = Map.groupBy(projects, ({ project }) => project.unit);
  return [...byUnit].map(([unit, own]) => monitorUnit(unit, own, setting));
}

function monitorUnit(
  unit: string,
  projects: readonly ProjectMonitoring[],
  setting: MonitoringSetting,
): UnitMonitoring {
  const counted = projects.filter(
    ({ execution }) => isKnown(execution.budget) && isKnown(execution.executed),
  );
  const leftOut = projects.filter((one) => !counted.includes(one)).map(({ project }) => project.name);
  const execution =
    counted.length === 0
      ? executionOf({ missing: "没有可合计的项目" }, { missing: "没有可合计的项目" })
      : executionOf(
          sumOf(counted.map(({ execution: { budget } }) => budget)),
          sumOf(counted.map(({ execution: { executed } }) => executed)),
        );
  const money = executionLight(execution, calendarProgress(setting.month, setting.rules), setting.rules);
  const lead = leadLight(counted, execution, setting);
  const unspent = unspentLight(execution, setting);
  return {
    unit,
    projects: projects.length,
    execution,
    leftOut,
    executionLight: money,
    leadLight: lead,
    unspentLight: unspent,
    colour: worstColour([money, lead, unspent]),
  };
}

function sumOf(amounts: readonly Known[]): Known {
  return { fen: amounts.reduce((sum, amount) => sum + (isKnown(amount) ? amount.fen : 0n), 0n) };
}

/**
 * Before December only what grows counts: levels such as 95 % are reached from the first month on, and a
 * limit is kept by doing nothing.
 */
function leadLight(
  projects: readonly ProjectMonitoring[],
  { rate }: Execution,
  { month, rules }: MonitoringSetting,
): Light {
  const shares = projects.flatMap(({ targets }) =>
    targets.flatMap(({ indicator }) => {
      const judgement = judgeTarget(indicator);
      if (judgement.kind === "not-comparable") return [];
      const grows = !indicator.isLevel && judgement.direction !== "lower-is-better";
      return month === MONTHS || grows ? [attainedShare(judgement)] : [];
    }),
  );
  if (rate === null) return noLight("执行率无法计算");
  if (shares.length === 0) return noLight("没有可比较的累计型目标");
  const attained = shares.reduce((sum, share) => sum.plus(share), new Decimal(0)).div(shares.length);
  if (attained.isZero()) return noLight("目标尚无进度");
  const spent = Decimal.min(1, rate.div(100));
  const lead = attained.minus(spent).div(attained);
  const how = `目标完成${percentText(attained.times(100))}（${shares.length}项平均），资金执行${percentText(spent.times(100))}，（目标−资金）÷目标＝${percentText(lead.times(100))}`;
  const limit = percentText(new Decimal(rules.targetLead).times(100));
  return lead.gt(rules.targetLead)
    ? { colour: "red", derivation: `${how}，高于${limit}`, basis: rules.basis }
    : { colour: "green", derivation: `${how}，不高于${limit}`, basis: rules.basis };
}

function unspentLight({ budget, executed }: Execution, { month, rules }: MonitoringSetting): Light {
  if (month < MONTHS) return noLight("年末才判断结余");
  if (!isKnown(budget) || !isKnown(executed)) return noLight("预算或执行数不全");
  if (budget.fen === 0n) return { colour: "yellow", derivation: "调整后预算为0", basis: rules.basis };
  const share = new Decimal((budget.fen - executed.fen).toString()).div(budget.fen.toString());
  const how = `（${yuanText(budget.fen)}−${yuanText(executed.fen)}）÷${yuanText(budget.fen)}＝${percentText(share.times(100))}`;
  const limit = percentText(new Decimal(rules.unspent).times(100));
  return share.gt(rules.unspent)
    ? { colour: "yellow", derivation: `${how}，高于${limit}`, basis: rules.basis }
    : { colour: "green", derivation: `${how}，不高于${limit}`, basis: rules.basis };
}
