// Horizontal bars as SVG: names at the left, a bar from 0 to 100 for each, its value at its end.

import { escaped } from "../html/markup.ts";
import type { ChartMark } from "./chart-frame.ts";
import { chartFrame, coordinate, linkedMark } from "./chart-frame.ts";

/** ChartBar: one bar; value from 0 to 100. */
export interface ChartBar extends ChartMark {
  readonly name: string;
  readonly value: number;
}

const WIDTH = 560;
const ROW = 26;
const NAMES = 220;
const LONGEST_NAME = 15;

/** The bars from top to bottom. */
export function barChart(
  { id, title }: { readonly id: string; readonly title: string },
  bars: readonly ChartBar[],
): string {
  const description = bars.map(({ name, value }) => `${name}：${value}`).join("，");
  return chartFrame(
    { id, title, description, width: WIDTH, height: bars.length * ROW + 4 },
    bars.map((bar, index) => barMarkup(bar, index * ROW)),
  );
}

function barMarkup(bar: ChartBar, top: number): string {
  const width = Math.max(2, (bar.value / 100) * (WIDTH - NAMES - 50));
  const middle = top + ROW / 2;
  const name = Array.from(bar.name);
  // The ends of names tell units apart; their beginnings are the district's.
  const shown = name.length > LONGEST_NAME ? `…${name.slice(1 - LONGEST_NAME).join("")}` : bar.name;
  const shape = `<rect class="mark" x="${NAMES}" y="${top + 5}" width="${coordinate(width)}" height="${ROW - 10}"/>`;
  return [
    `<text x="${NAMES - 8}" y="${middle}" text-anchor="end" dominant-baseline="middle">${escaped(shown)}</text>`,
    linkedMark(bar, shape),
    `<text class="count" x="${coordinate(NAMES + width + 8)}" y="${middle}" dominant-baseline="middle">${bar.value}</text>`,
  ].join("");
}
