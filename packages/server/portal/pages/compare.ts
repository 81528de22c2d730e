// 对比: up to five units of one year side by side.

import type { Key } from "../../contract/reference.ts";
import { keyOf, reference, referenceTo } from "../../contract/reference.ts";
import type { Queries } from "../../database/database.ts";
import type { PublicLine } from "../../store/public-reports.ts";
import { findUnits, reportsOfUnit, unitsOf } from "../../store/public-reports.ts";
import { questionOf } from "../../work/public/search-words.ts";
import { moneyPiece, notStated, shareOf } from "../amounts.ts";
import { amountBars } from "../charts/amount-bars.ts";
import type { Markup, Piece } from "../html.ts";
import { html } from "../html.ts";
import type { PortalPage } from "../page.ts";
import { scorePiece, yearLinks } from "../parts/lists.ts";
import { unitPath } from "../../contract/portal-paths.ts";
import { COMPARISON_CAVEATS } from "./about.ts";
import { yearIn } from "./page-route.ts";

const MOST_UNITS = 5;
const MOST_FOUND = 12;

type ComparedUnit = Awaited<ReturnType<typeof unitsOf>>[number];

/** The page of a comparison. */
export async function comparePage(
  queries: Queries,
  query: Readonly<Record<string, string>>,
): Promise<PortalPage> {
  const keys = keysIn(query["units"] ?? "");
  const [units, lists] = await Promise.all([
    unitsOf(queries, keys),
    Promise.all(keys.map((key) => reportsOfUnit(queries, key))),
  ]);
  const lines = lists.flat().filter(({ kind }) => kind === "final-accounts");
  const years = [...new Set(lines.map(({ year }) => year))].toSorted((a, b) => b - a);
  const year = yearIn(query["year"]) ?? mostPublished(years, lines);
  const refs = units.map(({ shardRegion, unitId }) => referenceTo({ shardRegion, id: unitId }));
  const path = comparePath(refs, year);
  return {
    title: units.length === 0 ? "单位对比" : `${units.map(({ name }) => name).join("、")}对比`,
    description: "把最多五个单位同一年度的决算和绩效放在一起看。",
    canonical: path,
    crumbs: [
      { name: "首页", path: "/" },
      { name: "单位对比", path: "/compare" },
    ],
    unlisted: true,
    body: html`<h1>单位对比</h1>
      ${
        units.length > 0 &&
        year !== null &&
        html`${yearLinks(years, year, (one) => comparePath(refs, one))}${chosenUnits(units, { refs, year })}${comparison({ units, lines, year })}`
      }
      ${units.length < MOST_UNITS && (await adding(queries, { refs, year, asked: query["add"] ?? "" }))}
      <h2>比较时要注意</h2>
      ${COMPARISON_CAVEATS}`,
  };
}

/** The year of which most of the units have published, the newest of these. */
function mostPublished(years: readonly number[], lines: readonly PublicLine[]): number | null {
  const count = (year: number): number => lines.filter((line) => line.year === year).length;
  return years.toSorted((a, b) => count(b) - count(a) || b - a)[0] ?? null;
}

/** The units that are compared, each with a link that takes it away. */
const chosenUnits = (
  units: readonly ComparedUnit[],
  { refs, year }: { readonly refs: readonly string[]; readonly year: number },
): Markup =>
  html`<ul class="chosen">
    ${units.map(({ name }, index) => {
      const others = refs.filter((ref) => ref !== refs[index]);
      return html`<li>
        <a href="${unitPath(refs[index] ?? "")}">${name}</a>
        <a class="note" href="${comparePath(others, year)}" aria-label="去掉${name}">去掉</a>
      </li>`;
    })}
  </ul>`;

function keysIn(text: string): readonly Key[] {
  const refs = [...new Set(text.split(","))].filter((ref) => reference.safeParse(ref).success);
  return refs.slice(0, MOST_UNITS).map(keyOf);
}

const comparePath = (refs: readonly string[], year: number | null): string =>
  refs.length === 0 ? "/compare" : `/compare?units=${refs.join(",")}${year === null ? "" : `&year=${year}`}`;

interface Comparison {
  readonly units: readonly ComparedUnit[];
  readonly lines: readonly PublicLine[];
  readonly year: number;
}

const ROWS: readonly (readonly [string, (line: PublicLine) => Piece])[] = [
  ["本年收入", ({ income }) => moneyPiece(income)],
  ["本年支出", ({ expenditure }) => moneyPiece(expenditure)],
  ["基本支出占比", ({ basic, expenditure }) => percent(shareOf(basic, expenditure))],
  ["人员经费", ({ personnel }) => moneyPiece(personnel)],
  ["项目支出", ({ project }) => moneyPiece(project)],
  ["“三公”经费", ({ threePublic }) => moneyPiece(threePublic)],
  ["“三公”经费占支出", ({ threePublic, expenditure }) => percent(shareOf(threePublic, expenditure))],
  [
    "“三公”完成预算",
    ({ threePublic, threePublicBudget }) => percent(shareOf(threePublic, threePublicBudget)),
  ],
  ["公务接待费", ({ reception }) => moneyPiece(reception)],
  ["自评项目数", ({ projects }) => projects],
  ["项目预算执行率", ({ rate }) => percent(rate)],
  ["项目平均分（推算）", ({ meanScore }) => scorePiece(meanScore, null)],
  ["待改正的错误", ({ errors }) => errors],
];

const percent = (share: string | null): Piece => (share === null ? notStated() : `${share}%`);

function comparison({ units, lines, year }: Comparison): Markup {
  const shown = units.map((unit) => lines.find((line) => line.unitId === unit.unitId && line.year === year));
  const bars = units.flatMap(({ name }, index) => {
    const yuan = shown[index]?.expenditure ?? null;
    return yuan === null ? [] : [{ name, yuan, before: shown[index]?.priorExpenditure ?? null }];
  });
  return html`<div class="scroll">
      <table class="folding">
        <caption>
          ${year} 年度，金额单位：万元
        </caption>
        <thead>
          <tr>
            <th scope="col">项目</th>
            ${units.map(({ name }) => html`<th scope="col" class="n">${name}</th>`)}
          </tr>
        </thead>
        <tbody>
          ${ROWS.map(
            ([name, cell]) =>
              html`<tr>
                <th scope="row">${name}</th>
                ${shown.map((line, index) => html`<td class="n" data-name="${units[index]?.name}">${line === undefined ? "未公开" : cell(line)}</td>`)}
              </tr>`,
          )}
        </tbody>
      </table>
    </div>
    ${amountBars({ id: "compare", title: `${year} 年度支出`, before: "上年" }, bars)}`;
}

/** The form by which a unit is added, and what it found. */
async function adding(
  queries: Queries,
  {
    refs,
    year,
    asked,
  }: { readonly refs: readonly string[]; readonly year: number | null; readonly asked: string },
): Promise<Markup> {
  const question = questionOf(asked);
  const units = question === undefined ? [] : await findUnits(queries, question);
  const others = units.filter(
    ({ shardRegion, unitId }) => !refs.includes(referenceTo({ shardRegion, id: unitId })),
  );
  return html`<h2>${refs.length === 0 ? "选择单位" : "再加一个单位"}</h2>
    <form class="search" action="/compare" method="get">
      <input type="hidden" name="units" value="${refs.join(",")}" />
      ${year !== null && html`<input type="hidden" name="year" value="${year}" />`}
      <input
        type="search"
        name="add"
        value="${asked}"
        maxlength="60"
        aria-label="单位名称"
        placeholder="单位名称，可用拼音首字母"
      />
      <button>查找</button>
    </form>
    ${question !== undefined && others.length === 0 && html`<p class="soft">没有找到其他单位。</p>`}
    ${
      others.length > 0 &&
      html`<ul class="list">
        ${others.slice(0, MOST_FOUND).map(({ shardRegion, unitId, name, regionName }) => {
          const path = comparePath([...refs, referenceTo({ shardRegion, id: unitId })], null);
          return html`<li><a href="${path}">${name}</a><span class="soft">${regionName}</span></li>`;
        })}
      </ul>`
    }`;
}
