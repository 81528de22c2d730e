// Lights (红黄绿灯): each with the line of arithmetic it follows from, or the reason why there is none.

import { Decimal } from "decimal.js";

import type { MonitoringRules } from "./monitoring-rules.ts";

export type LightColour = "green" | "yellow" | "red";

/** Light (监控灯): a colour with its derivation and basis; null is no light, with the reason. */
export type Light =
  | { readonly colour: LightColour; readonly derivation: string; readonly basis: string }
  | { readonly colour: null; readonly reason: string };

export const LIGHT_WORDS: Readonly<Record<LightColour, string>> = {
  green: "绿灯",
  yellow: "黄灯",
  red: "红灯",
};

const WORST_FIRST: readonly LightColour[] = ["red", "yellow", "green"];

/** The worst of the lights that there are; undefined where there is none. */
export function worstColour(lights: readonly Light[]): LightColour | undefined {
  return WORST_FIRST.find((colour) => lights.some((light) => light.colour === colour));
}

export const noLight = (reason: string): Light => ({ colour: null, reason });

const PACE_DECIMALS = 10;

/** The light of a pace in percent by the thresholds; the derivation says which was applied. */
export function paceLight(quotient: Decimal, how: string, rules: MonitoringRules): Light {
  // ⅓ ÷ 5⁄12 is 80 % and not a little less: quotients of quotients end in digits that nobody meant.
  const pace = quotient.toDecimalPlaces(PACE_DECIMALS, Decimal.ROUND_HALF_UP);
  const { redBelow, yellowBelow, basis } = rules;
  const text = `${how}${percentText(pace)}`;
  if (pace.lt(redBelow)) return { colour: "red", derivation: `${text}，低于${redBelow}%`, basis };
  if (pace.lt(yellowBelow))
    return { colour: "yellow", derivation: `${text}，不低于${redBelow}%而低于${yellowBelow}%`, basis };
  return { colour: "green", derivation: `${text}，不低于${yellowBelow}%`, basis };
}

/** A percentage with two decimals. */
export function percentText(percent: Decimal): string {
  return `${percent.toFixed(2, Decimal.ROUND_HALF_UP)}%`;
}
