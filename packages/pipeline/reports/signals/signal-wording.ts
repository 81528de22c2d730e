// Words of signals as all their reports print them.

import type { GroupLevel, ReasonCount, Signal, SignalMember } from "@jueming/core/signals/signal.ts";

import { placeText } from "../wording.ts";

export const GROUP_LEVELS: Readonly<Record<GroupLevel, string>> = {
  unit: "单位",
  department: "部门",
  district: "地区",
};

/** What a signal counts, with its measure word. */
export const COUNTED_THINGS: Readonly<Record<Signal["counts"], string>> = {
  evaluation: "份自评",
  indicator: "项",
  text: "段文字",
};

/** Source and place of a member. */
export function memberPlaceText({ source, place }: SignalMember): string {
  return `${source} ${placeText(place, source)}`.trim();
}

/** Reasons with their counts in one line. */
export function reasonsText(reasons: readonly ReasonCount[]): string {
  return reasons.map(({ reason, count }) => `${reason} ${count}`).join("，");
}

/** The figures of a member in one line. */
export function figuresText({ figures }: SignalMember): string {
  return figures.map(({ name, value }) => `${name} ${value}`).join("，");
}

/** QuietSignals: signals without a group, told apart by whether there was anything to judge. */
export interface QuietSignals {
  readonly title: string;
  readonly signals: readonly Signal[];
}

/** Signals that did not appear, and apart those for which nothing could be judged: silence is no pass. */
export function quietSignals(signals: readonly Signal[]): readonly QuietSignals[] {
  const quiet = signals.filter(({ groups }) => groups.length === 0);
  return [
    { title: "没有出现的信号", signals: quiet.filter(({ judged }) => judged > 0) },
    { title: "无从判断的信号", signals: quiet.filter(({ judged }) => judged === 0) },
  ].filter((part) => part.signals.length > 0);
}

/** What is said where no signal appears. */
export function nothingShown(evaluations: number): string {
  return evaluations === 0 ? "没有可判断的项目支出绩效自评。" : "没有发现信号。";
}
