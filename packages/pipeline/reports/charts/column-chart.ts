// A histogram (分布图) as SVG: a column for each bin, its count above and its label below.

import { escaped } from "../html/markup.ts";
import type { ChartMark } from "./chart-frame.ts";
import { chartFrame, coordinate, linkedMark } from "./chart-frame.ts";

/** ChartColumn: one column. */
export interface ChartColumn extends ChartMark {
  readonly label: string;
  readonly count: number;
}

const WIDTH = 560;
const HEIGHT = 230;
const TOP = 24;
const BASE = 190;

/** The columns from left to right. */
export function columnChart(
  { id, title, axis }: { readonly id: string; readonly title: string; readonly axis: string },
  columns: readonly ChartColumn[],
): string {
  const most = Math.max(1, ...columns.map(({ count }) => count));
  const step = WIDTH / Math.max(1, columns.length);
  const description = columns.map(({ label, count }) => `${label}：${count}`).join("，");
  return chartFrame({ id, title, description, width: WIDTH, height: HEIGHT }, [
    `<line class="axis" x1="0" y1="${BASE}" x2="${WIDTH}" y2="${BASE}"/>`,
    ...columns.map((column, index) => columnMarkup(column, { left: index * step, step, most })),
    `<text class="name" x="${WIDTH / 2}" y="${HEIGHT - 4}" text-anchor="middle">${escaped(axis)}</text>`,
  ]);
}

function columnMarkup(
  column: ChartColumn,
  { left, step, most }: { readonly left: number; readonly step: number; readonly most: number },
): string {
  const { label, count } = column;
  // What is not nothing must be seen.
  const height = count === 0 ? 0 : Math.max(2, (count / most) * (BASE - TOP));
  const middle = coordinate(left + step / 2);
  const width = Math.min(step * 0.72, 90);
  const shape = `<rect class="mark" x="${coordinate(left + (step - width) / 2)}" y="${coordinate(BASE - height)}" width="${coordinate(width)}" height="${coordinate(height)}"/>`;
  return [
    count === 0 ? "" : linkedMark(column, shape),
    `<text class="count" x="${middle}" y="${coordinate(BASE - height - 6)}" text-anchor="middle">${count}</text>`,
    `<text x="${middle}" y="${BASE + 18}" text-anchor="middle">${escaped(label)}</text>`,
  ].join("");
}
