// The words in which differences are told to people.

import type { DifferenceKind, DifferenceSide } from "@jueming/core/compare/difference.ts";

import { placeText } from "../wording.ts";

export const KIND_NAMES: Readonly<Record<DifferenceKind, string>> = {
  figure: "数字",
  sentence: "说明",
  indicator: "指标",
  score: "得分",
  text: "文字",
};

/** What a side states: its value, or that it states nothing. */
export const sideText = ({ value, place }: DifferenceSide): string =>
  value === null || value === "" ? (place === null ? "无" : "空白") : value;

/** Where a side states it; "" where it states nothing. */
export const sidePlace = ({ place }: DifferenceSide, source: string): string =>
  place === null ? "" : placeText(place, source);
