// How monitoring is told to people, in text, page and workbook alike.

import type { Forecast } from "@jueming/core/monitoring/forecast.ts";
import type { Execution } from "@jueming/core/monitoring/execution-light.ts";
import { yuanText } from "@jueming/core/monitoring/execution-light.ts";
import type { Known } from "@jueming/core/monitoring/execution-series.ts";
import { isKnown } from "@jueming/core/monitoring/execution-series.ts";
import type { Light, LightColour } from "@jueming/core/monitoring/lights.ts";
import { LIGHT_WORDS, percentText } from "@jueming/core/monitoring/lights.ts";
import type { MonitoringReport } from "@jueming/core/monitoring/monitoring-report.ts";

export const NO_LIGHT = "未判断";

export const colourWord = (colour: LightColour | null | undefined): string =>
  colour === undefined || colour === null ? NO_LIGHT : LIGHT_WORDS[colour];

export const amountText = (amount: Known): string => (isKnown(amount) ? yuanText(amount.fen) : "未知");

export const rateText = ({ rate }: Execution): string => (rate === null ? "—" : percentText(rate));

/** The line a light follows from, or why there is none. */
export const lightText = (light: Light): string => (light.colour === null ? light.reason : light.derivation);

/** Low–likely–high, or why nothing is forecast. */
export function forecastText(forecast: Forecast): string {
  if (forecast.kind === "none") return `不预测：${forecast.reason}`;
  const { low, likely, high, note } = forecast;
  const range = low.eq(high)
    ? percentText(likely)
    : `${percentText(likely)}（${percentText(low)}—${percentText(high)}）`;
  return note === null ? range : `${range}，${note}`;
}

/** 2025年9月. */
export const monthText = ({ input, month }: MonitoringReport): string =>
  `${input.year === null ? "" : `${input.year}年`}${month}月`;
