import { createHash } from "node:crypto";

import type { EvaluationExtract } from "@jueming/core/signals/evaluation-extract.ts";
import { findSignals } from "@jueming/core/signals/find-signals.ts";
import { madeTotal, madeUnit } from "@jueming/core/signals/testing/made-extract.ts";
import { expect, test } from "vitest";

import { signalsCsv } from "./signals-csv.ts";
import { signalsPage } from "./signals-page.ts";

const NOTHING = { failures: [], withoutEvaluations: [] };

function pageOf(extracts: readonly EvaluationExtract[]): string {
  return [...signalsPage(findSignals(extracts, { by: "unit" }), NOTHING)].join("");
}

const strong = madeUnit(5, (at) => ({
  total: madeTotal("99"),
  rate: 5000 + at * 1000,
  project: at === 0 ? `<script>alert("一")</script>` : `项目${at}`,
  money: { initial: 1n, adjusted: 5n, executed: 0n },
}));

test("every mark and link of the page leads to an anchor that is there once", () => {
  const page = pageOf(strong);
  const ids = [...page.matchAll(/ id="([^"]+)"/gu)].map(([, id]) => id);
  const links = [...page.matchAll(/href="#([^"]+)"/gu)].map(([, id]) => id);
  expect(new Set(ids).size).toBe(ids.length);
  expect(links.filter((id) => !ids.includes(id))).toEqual([]);
  expect(links.length).toBeGreaterThan(8);
});

test("each chart has a title, a description and its data beside it", () => {
  const page = pageOf(strong);
  const charts = page.split("<svg").slice(1);
  expect(charts.length).toBeGreaterThan(2);
  for (const chart of charts) {
    expect(chart).toMatch(
      /^ class="chart"[^>]+aria-labelledby="(\S+) (\S+)"><title id="\1">[^<]+<\/title><desc id="\2">[^<]+</u,
    );
  }
});

test("the page has no script and its policy allows its own style alone", () => {
  const page = pageOf(strong);
  const [, style = ""] = /<style>([\s\S]*?)<\/style>/u.exec(page) ?? [];
  const hash = createHash("sha256").update(style).digest("base64");
  expect(page).toContain(`content="default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'`);
  expect(page).not.toMatch(/<script|style="|https?:/u);
  expect(page).toContain("&lt;script&gt;alert");
});

test("signals for which nothing could be judged stand apart from those that did not appear", () => {
  const page = pageOf(strong);
  expect(page.indexOf("没有出现的信号")).toBeGreaterThan(0);
  expect(page.slice(page.indexOf("无从判断的信号"))).toContain("指标值低于上年已达到的水平");
});

test("a page of nothing says so", () => {
  expect(pageOf([])).toContain("没有可判断的项目支出绩效自评");
  expect(pageOf([])).toContain("无从判断的信号");
  expect(pageOf([])).not.toContain("没有出现的信号");
});

test("the lists as CSV: one line for each member, safe for spreadsheet programs", () => {
  const extracts = strong.map((extract) => ({ ...extract, project: `=1+1${extract.project}` }));
  const report = findSignals(extracts, { by: "unit" });
  const lines = [...signalsCsv(report)].join("").split("\r\n");
  const members = report.signals.flatMap(({ groups }) => groups.flatMap((group) => group.members));
  expect(lines.length).toBe(members.length + 2);
  expect(lines[0]).toMatch(/^\uFEFF信号代号,信号,/u);
  expect(lines[1]).toContain("'=1+1");
});
