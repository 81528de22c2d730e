// A scatter plot (散点图) as SVG: both axes from 0 to 100, a circle for each cell, its area by the count.

import { escaped } from "../html/markup.ts";
import type { ChartMark } from "./chart-frame.ts";
import { chartFrame, coordinate, linkedMark } from "./chart-frame.ts";

/** ChartPoint: a circle; x and y from 0 to 100, at its centre. */
export interface ChartPoint extends ChartMark {
  readonly x: number;
  readonly y: number;
  readonly count: number;
  readonly isMarked: boolean;
}

const WIDTH = 560;
const HEIGHT = 380;
const LEFT = 44;
const BASE = 330;
const PLOT_WIDTH = WIDTH - LEFT - 16;
const PLOT_HEIGHT = BASE - 16;
const LARGEST = 13;
const SMALLEST = 3.5;
const TICKS = [0, 20, 40, 60, 80, 100];

/** The circles, the large ones first so that the small ones stay in sight. */
export function scatterChart(
  {
    id,
    title,
    xAxis,
    yAxis,
  }: { readonly id: string; readonly title: string; readonly xAxis: string; readonly yAxis: string },
  points: readonly ChartPoint[],
): string {
  const most = Math.max(1, ...points.map(({ count }) => count));
  const total = points.reduce((sum, { count }) => sum + count, 0);
  const marked = points.filter(({ isMarked }) => isMarked).length;
  const description = `${total} 份自评，${points.length} 个圆；其中 ${marked} 个圆里有执行率低而得分高的，用另一种颜色和粗边标出。`;
  return chartFrame({ id, title, description, width: WIDTH, height: HEIGHT }, [
    ...TICKS.map(tickMarkup),
    ...points.toSorted((a, b) => b.count - a.count).map((point) => circleMarkup(point, most)),
    `<text class="name" x="${LEFT + PLOT_WIDTH / 2}" y="${HEIGHT - 6}" text-anchor="middle">${escaped(xAxis)}</text>`,
    `<text class="name" x="4" y="12">${escaped(yAxis)}</text>`,
  ]);
}

const acrossOf = (x: number): number => LEFT + (x / 100) * PLOT_WIDTH;
const upOf = (y: number): number => BASE - (y / 100) * (PLOT_HEIGHT - 12);

function tickMarkup(value: number): string {
  const [x, y] = [coordinate(acrossOf(value)), coordinate(upOf(value))];
  return [
    `<line class="grid" x1="${LEFT}" y1="${y}" x2="${LEFT + PLOT_WIDTH}" y2="${y}"/>`,
    `<line class="grid" x1="${x}" y1="${coordinate(upOf(100))}" x2="${x}" y2="${BASE}"/>`,
    `<text x="${LEFT - 6}" y="${y}" text-anchor="end" dominant-baseline="middle">${value}</text>`,
    `<text x="${x}" y="${BASE + 18}" text-anchor="middle">${value}</text>`,
  ].join("");
}

function circleMarkup(point: ChartPoint, most: number): string {
  const radius = SMALLEST + (LARGEST - SMALLEST) * Math.sqrt(point.count / most);
  const look = point.isMarked ? "mark marked" : "mark";
  const shape = `<circle class="${look}" cx="${coordinate(acrossOf(point.x))}" cy="${coordinate(upOf(point.y))}" r="${coordinate(radius)}"/>`;
  return linkedMark(point, shape);
}
