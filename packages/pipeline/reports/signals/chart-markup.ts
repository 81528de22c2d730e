// A signal's charts, each with its data and the lists behind its marks beside it.

import type { Signal, SignalChart, SignalMember } from "@jueming/core/signals/signal.ts";

import { barChart } from "../charts/bar-chart.ts";
import { columnChart } from "../charts/column-chart.ts";
import { scatterChart } from "../charts/scatter-chart.ts";
import { escaped } from "../html/markup.ts";
import { memberTable } from "./member-markup.ts";

/** Members of one mark that a page lists: a district's page must stay small. */
const MEMBERS_SHOWN = 50;
const BARS_SHOWN = 15;

/** The charts of a signal. */
export function chartsMarkup({ id, charts }: Signal): string {
  return charts.map((chart, index) => chartMarkup(chart, `${id}-c${index + 1}`)).join("");
}

interface Mark {
  readonly words: string;
  readonly anchor: string;
  readonly members: readonly SignalMember[];
}

function chartMarkup(chart: SignalChart, id: string): string {
  if (chart.kind === "histogram") {
    const columns = chart.bins.map(({ label, members }, index) => ({
      label,
      members,
      count: members.length,
      words: `${chart.axis} ${label}：${members.length} 份`,
      anchor: `${id}-${index + 1}`,
    }));
    return figureMarkup(chart.title, columnChart({ ...chart, id }, columns), columns);
  }
  const { cellSize } = chart;
  const points = chart.cells.map(({ x, y, shows, members }, index) => ({
    x: middleOf(x, cellSize),
    y: middleOf(y, cellSize),
    isMarked: shows,
    members,
    count: members.length,
    words: `${chart.xAxis} ${rangeText(x, cellSize)}，${chart.yAxis} ${rangeText(y, cellSize)}：${members.length} 份`,
    anchor: `${id}-${index + 1}`,
  }));
  return figureMarkup(chart.title, scatterChart({ ...chart, id }, points), points);
}

/** The last cell holds only what is 100 or more. */
function middleOf(low: number, size: number): number {
  return Math.min(100, low === 10_000 ? 100 : (low + size / 2) / 100);
}

function rangeText(low: number, size: number): string {
  return low === 10_000 ? "100" : `${low / 100}–${(low + size) / 100}`;
}

function figureMarkup(title: string, chart: string, marks: readonly Mark[]): string {
  const lists = marks
    .filter(({ members }) => members.length > 0)
    .map(
      ({ anchor, words, members }) =>
        `<details id="${anchor}"><summary>${escaped(words)}</summary>${memberTable(members, MEMBERS_SHOWN)}</details>`,
    )
    .join("");
  return `<figure><figcaption>${escaped(title)}</figcaption>${chart}<details><summary>数据和名单</summary>${lists}</details></figure>`;
}

/** The strongest groups as bars that lead to their lists. */
export function groupBars({ id, groups }: Signal): string {
  if (groups.length < 2) return "";
  const bars = groups.slice(0, BARS_SHOWN).map(({ name, year, strength, shown, judged }, index) => ({
    name,
    value: strength,
    words: `${name}${year === null ? "" : `，${year} 年度`}：强度 ${strength}（${shown}/${judged}）`,
    anchor: `${id}-g${index + 1}`,
  }));
  const title = groups.length > BARS_SHOWN ? `强度最高的 ${BARS_SHOWN} 组` : "各组强度";
  return `<figure><figcaption>${title}</figcaption>${barChart({ id: `${id}-b`, title }, bars)}</figure>`;
}
