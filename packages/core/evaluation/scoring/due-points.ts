// The points that a result earns, before and after rounding (应得分). Most scores follow from three small whole
// numbers, points × result ÷ target, and are reckoned as such; decimals are made only where that is not sure to
// give the same digits, or where somebody asks for the score before rounding.

import type { Decimal } from "decimal.js";

import {
  compareFigures,
  exact,
  powerOfTen,
  wholeOf,
  wholeRatio,
  type WholeRatio,
} from "../../figures/whole-number.ts";
import { decimalFrom } from "./printed-scores.ts";
import { roundScore, roundedText, type RoundingRule } from "./rounding.ts";
import type { PlainFormula } from "./scoring-rules.ts";
import { bounded, shareOf } from "./share-of-points.ts";

/** DuePoints (应得分): the score that is due. */
export interface DuePoints {
  /** With the decimals of the rules. */
  readonly rounded: Decimal;
  /** As people write it. */
  readonly text: string;
  /** True where all points are due. */
  readonly isFull: boolean;
  /** Before rounding; a division, so only for those who ask. */
  readonly exact: () => Decimal;
}

/** All points of an indicator. */
export function fullPoints(points: Decimal, rule: RoundingRule): DuePoints {
  return pointsOf(points, points, rule);
}

/** A number of points that has been reckoned as a decimal. */
export function pointsOf(due: Decimal, points: Decimal, rule: RoundingRule): DuePoints {
  const rounded = roundScore(due, rule);
  return {
    rounded,
    text: roundedText(rounded, rule),
    isFull: compareFigures(due, points) === 0,
    exact: () => due,
  };
}

/** What the points are multiplied with: a formula of two figures, the second above 0. */
export interface PlainShare {
  readonly formula: PlainFormula;
  readonly actual: Decimal;
  readonly target: Decimal;
}

/** The points that a share earns, never less than 0 or more than all. */
export function sharedPoints(share: PlainShare, points: Decimal, rule: RoundingRule): DuePoints {
  return inWholeNumbers(share, points, rule) ?? inDecimals(share, points, rule);
}

/** The same reckoned with decimals alone: the definition, and the way for figures of many digits. */
export function inDecimals(share: PlainShare, points: Decimal, rule: RoundingRule): DuePoints {
  return pointsOf(unrounded(share, points), points, rule);
}

const unrounded = ({ formula, actual, target }: PlainShare, points: Decimal): Decimal =>
  bounded(shareOf(formula, actual.div(target))).times(points);

/** Undefined where whole numbers cannot be sure of the digits that decimals give. */
function inWholeNumbers(share: PlainShare, points: Decimal, rule: RoundingRule): DuePoints | undefined {
  const ratio = wholeRatio(share.actual, share.target);
  if (ratio === undefined || points.isZero() || rule.rounding !== "half-up") return undefined;
  const part = wholeShare(share.formula, ratio);
  if (part.over <= 0 || part.over >= part.under) return undefined;
  const units = roundedUnits(part, points, rule.scoreDecimals);
  if (units === undefined) return undefined;
  const text = unitsText(units, rule.scoreDecimals);
  return { rounded: decimalFrom(text), text, isFull: false, exact: () => unrounded(share, points) };
}

function wholeShare(formula: PlainFormula, { over, under }: WholeRatio): WholeRatio {
  switch (formula) {
    case "proportional":
      return { over, under };
    case "two-minus-ratio":
      return { over: 2 * under - over, under };
    case "inverse-ratio":
      return { over: under, under: over };
  }
}

/**
 * The score in units of its last decimal, rounded half up. Decimals carry twenty digits, so that theirs is wrong
 * by less than 1e-18 of the points; the score lies at least 1 ÷ (2 × divisor) from a half unit, which is more as
 * long as all products are below 2^53. Exactly at a half, the digits that decimals cut off decide: theirs to say.
 */
function roundedUnits({ over, under }: WholeRatio, points: Decimal, decimals: number): number | undefined {
  const pointDecimals = points.decimalPlaces();
  const [whole, pointScale, scale] = [
    wholeOf(points, pointDecimals),
    powerOfTen(pointDecimals),
    powerOfTen(decimals),
  ];
  if (whole === undefined || pointScale === undefined || scale === undefined) return undefined;
  const largest = exact(under * whole * scale);
  const divisor = exact(under * pointScale);
  if (largest === undefined || divisor === undefined) return undefined;
  const dividend = over * whole * scale;
  const rest = dividend % divisor;
  const twice = 2 * rest;
  if (twice === divisor) return undefined;
  return (dividend - rest) / divisor + (twice > divisor ? 1 : 0);
}

/** Hundredths as "7" or "7.50", as scores are written. */
function unitsText(units: number, decimals: number): string {
  const scale = powerOfTen(decimals) ?? 1;
  const fraction = units % scale;
  const whole = `${(units - fraction) / scale}`;
  return fraction === 0 ? whole : `${whole}.${`${fraction}`.padStart(decimals, "0")}`;
}
