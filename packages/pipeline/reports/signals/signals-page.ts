// Signals as one HTML page that needs nothing else: no script, no network; charts with the lists behind them.

import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";

import type { SignalsReport } from "@jueming/core/signals/find-signals.ts";
import type { Signal, SignalGroup } from "@jueming/core/signals/signal.ts";

import type { ReadSources } from "../../signals/signals-json.ts";
import { escaped } from "../html/markup.ts";
import { failuresMarkup } from "../html/summary-markup.ts";
import { chartsMarkup, groupBars } from "./chart-markup.ts";
import { memberTable } from "./member-markup.ts";
import type { QuietSignals } from "./signal-wording.ts";
import { COUNTED_THINGS, GROUP_LEVELS, nothingShown, quietSignals, reasonsText } from "./signal-wording.ts";

/** Groups and members that a page lists: a district's page must stay small. */
const GROUPS_SHOWN = 100;
const MEMBERS_SHOWN = 100;

const STYLE = ["../html/page.css", "../html/narrow-and-print.css", "./signals.css"].map(ownFile).join("");

function ownFile(name: string): string {
  return readFileSync(new URL(name, import.meta.url), "utf8");
}

/** The page, in pieces as they are made. */
export function* signalsPage(report: SignalsReport, sources: ReadSources): Iterable<string> {
  yield headMarkup();
  yield originMarkup(report, sources);
  yield failuresMarkup(sources.failures);
  yield `<main id="signals" tabindex="-1">`;
  const shown = report.signals.filter(({ groups }) => groups.length > 0);
  yield overviewMarkup(shown, report.evaluations);
  yield distributionMarkup(report.signals.filter(({ charts }) => charts.length > 0));
  for (const signal of shown) yield signalMarkup(signal);
  for (const part of quietSignals(report.signals)) yield quietMarkup(part);
  yield `</main></body></html>\n`;
}

function headMarkup(): string {
  const hash = createHash("sha256").update(STYLE).digest("base64");
  const policy = `default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'`;
  return [
    `<!DOCTYPE html><html lang="zh-CN"><head><meta charset="utf-8">`,
    `<meta http-equiv="Content-Security-Policy" content="${policy}">`,
    `<meta name="viewport" content="width=device-width, initial-scale=1">`,
    `<meta name="referrer" content="no-referrer"><title>绩效自评信号</title>`,
    `<style>${STYLE}</style></head><body><a class="skip" href="#signals">跳到信号</a>\n`,
  ].join("");
}

function originMarkup(report: SignalsReport, sources: ReadSources): string {
  const { by, evaluations, units, years, duplicates, signals } = report;
  const notes = [
    "信号只提示值得核实之处，不是结论。强度为命中数÷（已判断数＋2），数量少的自然较弱。",
    ...(duplicates === 0 ? [] : [`${duplicates} 份自评重复给出，只计一次。`]),
    ...(sources.withoutEvaluations.length === 0
      ? []
      : [`${sources.withoutEvaluations.length} 个文件没有项目支出绩效自评。`]),
  ];
  const tiles = [
    [evaluations, "份自评"],
    [units, "个单位"],
    [signals.filter(({ groups }) => groups.length > 0).length, "种信号"],
  ].map(
    ([count, label]) =>
      `<div class="tile"><span class="count">${count}</span><span class="label">${label}</span></div>`,
  );
  return [
    `<header><h1>绩效自评信号</h1><p class="origin">${years.length === 0 ? "年度不明" : `${years.join("、")} 年度`}　按${GROUP_LEVELS[by]}归集</p>`,
    ...notes.map((note) => `<p class="note">${escaped(note)}</p>`),
    `<div class="tiles">${tiles.join("")}</div></header>`,
  ].join("");
}

function overviewMarkup(shown: readonly Signal[], evaluations: number): string {
  if (shown.length === 0) return `<p class="note">${nothingShown(evaluations)}</p>`;
  const rows = shown.map(({ id, title, groups, shown: count, judged, counts }) => {
    const cells = [groups.length, count, `${judged} ${COUNTED_THINGS[counts]}`];
    return `<tr><td>${strengthMarkup(groups[0]?.strength ?? 0)}</td><th scope="row"><a href="#${id}">${escaped(title)}</a></th>${cells.map((cell) => `<td class="n">${cell}</td>`).join("")}</tr>`;
  });
  return `<div class="scroll"><table class="plain"><thead><tr><th scope="col">最强</th><th scope="col">信号</th><th scope="col" class="n">组</th><th scope="col" class="n">名单</th><th scope="col" class="n">已判断</th></tr></thead><tbody>${rows.join("")}</tbody></table></div>`;
}

/** The distributions, which are worth seeing even where nothing is wrong with them. */
function distributionMarkup(signals: readonly Signal[]): string {
  const figures = signals
    .flatMap((signal) => signal.figures)
    .map(({ name, value }) => `<dt>${escaped(name)}</dt><dd>${escaped(value)}</dd>`);
  const about = `<dl class="about">${figures.join("")}</dl>`;
  return `<section class="signal" id="distributions"><h2>分布</h2>${about}<div class="figures">${signals.map(chartsMarkup).join("")}</div></section>\n`;
}

function strengthMarkup(strength: number): string {
  const look = strength >= 60 ? " strong" : strength >= 30 ? " middle" : "";
  return `<span class="strength${look}">${strength}</span>`;
}

function signalMarkup(signal: Signal): string {
  const { id, title, why, groups } = signal;
  const more = groups.length - GROUPS_SHOWN;
  return [
    `<section class="signal" id="${id}"><h2>${escaped(title)}</h2><p>${escaped(why)}</p>`,
    aboutMarkup(signal),
    groupBars(signal),
    ...groups
      .slice(0, GROUPS_SHOWN)
      .map((group, index) => groupMarkup(group, { id: `${id}-g${index + 1}`, isFirst: index === 0 })),
    more > 0 ? `<p class="rest">另有 ${more} 组未列；完整名单见 CSV 或 JSON 格式。</p>` : "",
    `</section>\n`,
  ].join("");
}

function aboutMarkup(signal: Signal): string {
  const { basis, method, silence } = signal;
  const parts = [
    ["依据", basis],
    ["怎样算", method],
    ["何时不作声", silence],
    ["判断了多少", judgedText(signal)],
  ] as const;
  const items = parts.map(([name, text]) => `<dt>${name}</dt><dd>${escaped(text)}</dd>`);
  return `<dl class="about">${items.join("")}</dl>`;
}

function judgedText({ judged, shown, counts, apart, notJudged, silentGroups }: Signal): string {
  return [
    `已判断 ${judged} ${COUNTED_THINGS[counts]}，列入名单 ${shown}`,
    ...(apart.length === 0 ? [] : [`另计：${reasonsText(apart)}`]),
    ...(notJudged.length === 0 ? [] : [`未判断：${reasonsText(notJudged)}`]),
    ...(silentGroups === 0 ? [] : [`${silentGroups} 组数量太少，不作判断`]),
  ].join("；");
}

function groupMarkup(
  { name, year, strength, shown, judged, passage, members }: SignalGroup,
  { id, isFirst }: { readonly id: string; readonly isFirst: boolean },
): string {
  const when = year === null ? "" : `，${year} 年度`;
  const quote = passage === null ? "" : `<blockquote>${escaped(passage)}</blockquote>`;
  return `<details id="${id}"${isFirst ? " open" : ""}><summary>${strengthMarkup(strength)}${escaped(name)}${when}（${shown}/${judged}）</summary>${quote}${memberTable(members, MEMBERS_SHOWN)}</details>`;
}

function quietMarkup({ title, signals }: QuietSignals): string {
  const rows = signals.map(
    (signal) =>
      `<tr><th scope="row">${escaped(signal.title)}</th><td>${escaped(judgedText(signal))}</td></tr>`,
  );
  return `<section class="signal"><h2>${title}</h2><div class="scroll"><table class="plain"><thead><tr><th scope="col">信号</th><th scope="col">判断了多少</th></tr></thead><tbody>${rows.join("")}</tbody></table></div></section>`;
}
