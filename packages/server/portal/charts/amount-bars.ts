// Amounts as horizontal bars, each beside the same of another year or of the plan. The name stands above its bar, so
// that the chart can be read on a phone; the table beside it says the same in figures.

import { chartFrame, coordinate } from "@jueming/pipeline/reports/charts/chart-frame.ts";
import { escaped } from "@jueming/pipeline/reports/html/markup.ts";

import { wanYuan } from "../amounts.ts";
import type { Markup } from "../html.ts";
import { html, ownMarkup } from "../html.ts";

/** AmountBar: one name with its amount in 元, and the amount that it is held against. */
export interface AmountBar {
  readonly name: string;
  readonly yuan: string;
  readonly before: string | null;
}

interface ChartWords {
  readonly id: string;
  readonly title: string;
  /** What the paler bars are: 上年决算. */
  readonly before: string | null;
}

const WIDTH = 400;
const NAME = 20;
const THICK = 15;
const THIN = 7;
const GAP = 14;
const MOST_BARS = 8;

/** A figure with the bars from top to bottom; nothing where there is nothing to show. */
export function amountBars({ id, title, before }: ChartWords, bars: readonly AmountBar[]): Markup {
  const shown = bars.filter(({ yuan }) => Number(yuan) > 0).slice(0, MOST_BARS);
  if (shown.length === 0) return ownMarkup("");
  // The length of a bar is a picture, not an amount: here a float is in order.
  const most = Math.max(...shown.flatMap(({ yuan, before: other }) => [Number(yuan), Number(other ?? 0)]));
  const hasBefore = before !== null && shown.some((bar) => bar.before !== null);
  const height = NAME + THICK + (hasBefore ? THIN + 2 : 0) + GAP;
  const description = shown.map(({ name, yuan }) => `${name} ${wanYuan(yuan)} 万元`).join("，");
  const chart = chartFrame(
    { id, title, description, width: WIDTH, height: shown.length * height },
    shown.map((bar, index) => barMarkup(bar, { top: index * height, most, hasBefore })),
  );
  const key = hasBefore ? `（深色：本年；浅色：${before}）` : "";
  return html`<figure>
    <figcaption>${title}，万元${key}</figcaption>
    ${ownMarkup(chart)}
  </figure>`;
}

function barMarkup(
  { name, yuan, before }: AmountBar,
  { top, most, hasBefore }: { readonly top: number; readonly most: number; readonly hasBefore: boolean },
): string {
  const wide = (amount: string): string => coordinate(Math.max(2, (Number(amount) / most) * WIDTH));
  return [
    `<text x="0" y="${top + 14}">${escaped(name)}</text>`,
    `<text class="soft" x="${WIDTH}" y="${top + 14}" text-anchor="end">${wanYuan(yuan)}</text>`,
    `<rect class="mark" x="0" y="${top + NAME}" width="${wide(yuan)}" height="${THICK}" rx="2"/>`,
    hasBefore && before !== null && Number(before) > 0
      ? `<rect class="before" x="0" y="${top + NAME + THICK + 2}" width="${wide(before)}" height="${THIN}" rx="2"/>`
      : "",
  ].join("");
}
