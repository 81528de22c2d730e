// What monitoring is told of a project: budget, money spent by month, its plan, and how far the targets are.

import type { Place } from "../document/document.ts";
import type { StatedText } from "../document/stated-text.ts";
import type { Indicator } from "../evaluation/project-evaluation.ts";
import { readIndicatorValue } from "../evaluation/indicator-value.ts";
import type { CellValue } from "../figures/figure.ts";
import { parseFigure } from "../figures/parse-figure.ts";
import type { Unit } from "../figures/unit.ts";

/** AmountBasis (口径): amounts by month are cumulative from January (累计), or of the month alone (当月). */
export type AmountBasis = "cumulative" | "monthly";

export const MONTHS = 12;

/** MonitoredIndicator (监控指标): an indicator whose result is the progress so far. */
export interface MonitoredIndicator extends Indicator {
  /** 累计型 targets grow through the year; a rate such as 95 % is a level from the first month on. */
  readonly isLevel: boolean;
}

/** MonitoredProject (监控项目). */
export interface MonitoredProject {
  readonly name: string;
  readonly code: string;
  readonly unit: string;
  readonly initial: CellValue;
  readonly adjusted: CellValue;
  /** One value a month; a month that is not reported is blank, never 0. */
  readonly executed: readonly CellValue[];
  /** 用款计划; empty where none is given. */
  readonly plan: readonly CellValue[];
  readonly indicators: readonly MonitoredIndicator[];
  readonly place: Place;
}

/** MonitoringInput: the projects of one year. */
export interface MonitoringInput {
  readonly source: string;
  readonly year: number | null;
  /** Division code from which the rules follow; null for the national ones. */
  readonly division: string | null;
  readonly basis: AmountBasis;
  readonly moneyUnit: Unit;
  readonly projects: readonly MonitoredProject[];
}

/** StatedProject: a project as its cells stand, before anything is read as a figure. */
export interface StatedProject {
  readonly name: string;
  readonly code: string;
  readonly unit: string;
  readonly initial: StatedText;
  readonly adjusted: StatedText;
  readonly executed: readonly StatedText[];
  readonly plan: readonly StatedText[];
  readonly indicators: readonly StatedIndicator[];
  readonly place: Place;
}

/** StatedIndicator: an indicator as its cells stand. */
export interface StatedIndicator {
  readonly level1: string;
  readonly level2: string;
  readonly name: string;
  readonly target: StatedText;
  readonly progress: StatedText;
}

/** Reads the cells of a project in its unit of money. */
export function monitoredProject(stated: StatedProject, moneyUnit: Unit): MonitoredProject {
  const amount = ({ text, place }: StatedText): CellValue => parseFigure(text, moneyUnit, place);
  const plan = stated.plan.map(amount);
  return {
    ...stated,
    initial: amount(stated.initial),
    adjusted: amount(stated.adjusted),
    executed: stated.executed.map(amount),
    plan: plan.every(({ kind }) => kind === "blank") ? [] : plan,
    indicators: stated.indicators.map(monitoredIndicator),
  };
}

const LEVEL_UNIT = /^(?:%|‰|个?百分点)$/u;

function monitoredIndicator(stated: StatedIndicator): MonitoredIndicator {
  const { level1, level2, name, target, progress } = stated;
  const asked = readIndicatorValue(target.text, target.place)?.value ?? null;
  return {
    level1,
    level2,
    name,
    target: asked,
    initialTarget: null,
    actual:
      readIndicatorValue(progress.text, progress.place, { expectedUnit: asked?.unit ?? null })?.value ?? null,
    points: null,
    score: null,
    reason: null,
    place: target.place,
    doubtful: false,
    isLevel: LEVEL_UNIT.test(asked?.unit ?? ""),
  };
}
