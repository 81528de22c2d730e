// Small pictures of progress. They repeat what stands beside them in figures, and are hidden from readers of screens.

import type { Execution } from "@jueming/core/monitoring/execution-light.ts";
import { isKnown } from "@jueming/core/monitoring/execution-series.ts";
import type { Expected } from "@jueming/core/monitoring/expected-progress.ts";
import type { LightColour } from "@jueming/core/monitoring/lights.ts";
import type { ProjectMonitoring } from "@jueming/core/monitoring/monitor-project.ts";
import { MONTHS } from "@jueming/core/monitoring/monitored-project.ts";

const WIDTH = 120;
const BAR = 10;
const LINE = 28;

/** A bar of a rate in percent, with a mark where it should be; more than 100 fills the bar. */
export function progressBar(
  rate: Execution["rate"],
  expected: Expected["percent"],
  colour: LightColour | null,
): string {
  const filled =
    rate === null ? "" : `<rect class="${colour ?? "none"}" width="${across(rate)}" height="${BAR}" y="2"/>`;
  const mark = across(expected);
  return `<svg aria-hidden="true" width="${WIDTH}" height="${BAR + 4}" viewBox="0 0 ${WIDTH} ${BAR + 4}"><rect class="ground" width="${WIDTH}" height="${BAR}" y="2"/>${filled}<line class="mark" x1="${mark}" x2="${mark}" y1="0" y2="${BAR + 4}"/></svg>`;
}

/** Pictures need no exact figures. */
function across(percent: Expected["percent"]): string {
  return ((Math.max(0, Math.min(100, percent.toNumber())) * WIDTH) / 100).toFixed(1);
}

/** The money spent by month against the budget; a month that is not known leaves a gap. */
export function yearLine({ spent, execution }: ProjectMonitoring): string {
  const { budget } = execution;
  if (!isKnown(budget) || budget.fen <= 0n) return "";
  const whole = Number(budget.fen);
  let path = "";
  let isBroken = true;
  for (const [index, sum] of spent.entries()) {
    if (isKnown(sum)) {
      const x = ((index + 1) * WIDTH) / MONTHS;
      const share = Math.max(0, Math.min(1, Number(sum.fen) / whole));
      path += `${isBroken ? "M" : "L"}${x.toFixed(1)} ${(LINE - share * (LINE - 2)).toFixed(1)}`;
    }
    isBroken = !isKnown(sum);
  }
  return `<svg aria-hidden="true" width="${WIDTH}" height="${LINE + 2}" viewBox="0 0 ${WIDTH} ${LINE + 2}"><path class="plan" d="M0 ${LINE}L${WIDTH} 2"/><path class="spark" d="${path}"/></svg>`;
}
