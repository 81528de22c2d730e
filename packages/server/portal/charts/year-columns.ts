// One amount through the years as columns, the newest at the right.

import { chartFrame, coordinate } from "@jueming/pipeline/reports/charts/chart-frame.ts";

import { escaped } from "@jueming/pipeline/reports/html/markup.ts";

import { wanYuan } from "../amounts.ts";
import type { Markup } from "../html.ts";
import { html, ownMarkup } from "../html.ts";

/** YearAmount: an amount of a year in 元. */
export interface YearAmount {
  readonly year: number;
  readonly yuan: string;
  /** What stands under the year, such as how many units it is of. */
  readonly note?: string;
}

const WIDTH = 400;
const HEIGHT = 190;
const NOTE = 20;
const TOP = 24;
const BASE = 162;
const MOST_YEARS = 8;

/** A figure with a column a year; nothing for a single year. */
export function yearColumns(
  { id, title }: { readonly id: string; readonly title: string },
  amounts: readonly YearAmount[],
): Markup {
  const shown = amounts.toSorted((a, b) => a.year - b.year).slice(-MOST_YEARS);
  if (shown.length < 2) return ownMarkup("");
  const most = Math.max(1, ...shown.map(({ yuan }) => Number(yuan)));
  const step = WIDTH / shown.length;
  const description = shown.map(({ year, yuan }) => `${year} 年 ${wanYuan(yuan)} 万元`).join("，");
  const hasNotes = shown.some(({ note }) => note !== undefined);
  const columns = shown.map(({ year, yuan, note }, index) => {
    const height = Math.max(Number(yuan) > 0 ? 2 : 0, (Number(yuan) / most) * (BASE - TOP));
    const middle = coordinate(index * step + step / 2);
    const width = Math.min(step * 0.6, 64);
    const isLast = index === shown.length - 1;
    return [
      `<rect class="${isLast ? "mark" : "before"}" x="${coordinate(index * step + (step - width) / 2)}" y="${coordinate(BASE - height)}" width="${coordinate(width)}" height="${coordinate(height)}" rx="2"/>`,
      `<text x="${middle}" y="${coordinate(BASE - height - 7)}" text-anchor="middle">${wanYuan(yuan)}</text>`,
      `<text class="soft" x="${middle}" y="${BASE + 20}" text-anchor="middle">${year}</text>`,
      note === undefined
        ? ""
        : `<text class="soft" x="${middle}" y="${BASE + 20 + NOTE}" text-anchor="middle">${escaped(note)}</text>`,
    ].join("");
  });
  const axis = `<line class="axis" x1="0" y1="${BASE}" x2="${WIDTH}" y2="${BASE}"/>`;
  const chart = chartFrame({ id, title, description, width: WIDTH, height: HEIGHT + (hasNotes ? NOTE : 0) }, [
    axis,
    ...columns,
  ]);
  return html`<figure>
    <figcaption>${title}，万元</figcaption>
    ${ownMarkup(chart)}
  </figure>`;
}
