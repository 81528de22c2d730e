// What all charts share: an SVG with title and description for those who cannot see it, and marks that are links.

import { escaped } from "../html/markup.ts";

/** ChartMark: what a mark says, and the anchor of the list behind it. */
export interface ChartMark {
  readonly words: string;
  readonly anchor: string;
}

/** A chart as SVG; its content is markup already. */
export function chartFrame(
  { id, title, description, width, height }: ChartFrame,
  content: readonly string[],
): string {
  return [
    `<svg class="chart" viewBox="0 0 ${width} ${height}" role="group" aria-labelledby="${id}-t ${id}-d">`,
    `<title id="${id}-t">${escaped(title)}</title><desc id="${id}-d">${escaped(description)}</desc>`,
    ...content,
    `</svg>`,
  ].join("");
}

/** ChartFrame: size and words of a chart. */
export interface ChartFrame {
  readonly id: string;
  readonly title: string;
  readonly description: string;
  readonly width: number;
  readonly height: number;
}

/** A mark that leads to its list; its words are shown where one points at it. */
export function linkedMark({ words, anchor }: ChartMark, shape: string): string {
  return `<a href="#${anchor}" aria-label="${escaped(words)}"><title>${escaped(words)}</title>${shape}</a>`;
}

/** A number for SVG: one decimal at most. */
export function coordinate(value: number): string {
  return String(Math.round(value * 10) / 10);
}
