// 查找: units and projects by name, by pinyin and by initials.

import { referenceTo } from "../../contract/reference.ts";
import type { Queries } from "../../database/database.ts";
import type { PublicProjectLine } from "../../store/public-reports.ts";
import { findProjects, findUnits, regionTotals } from "../../store/public-reports.ts";
import type { Question } from "../../work/public/search-words.ts";
import { comparableName, questionOf } from "../../work/public/search-words.ts";
import { spokenMoney } from "../amounts.ts";
import type { Markup, Piece } from "../html.ts";
import { html } from "../html.ts";
import type { PortalPage } from "../page.ts";
import { searchForm } from "../parts/search-form.ts";
import { projectPath, unitPath } from "../../contract/portal-paths.ts";
import { yearIn } from "./page-route.ts";

const MOST_SHOWN = 30;

type FoundUnit = Awaited<ReturnType<typeof findUnits>>[number];

/** The page of what was found. */
export async function searchPage(
  queries: Queries,
  query: Readonly<Record<string, string>>,
): Promise<PortalPage> {
  const asked = (query["q"] ?? "").trim().slice(0, 60);
  const { question, year } = questionAndYear(asked, yearIn(query["year"]));
  const totals = await regionTotals(queries, null);
  const years = [...new Set(totals.map((total) => total.year))];
  const form = searchForm(asked, { all: years, chosen: year });
  return {
    title: asked === "" ? "查单位、项目" : `查找“${asked}”`,
    description: "按名称、拼音或拼音首字母查找公开的单位和项目。",
    canonical: "/search",
    crumbs: [
      { name: "首页", path: "/" },
      { name: "查找", path: "/search" },
    ],
    unlisted: true,
    body: html`<h1>查单位、项目</h1>
      ${form}
      <p class="note">
        可输入名称的一部分、全拼或拼音首字母，如“教育局”“jiaoyuju”“jyj”；后面加年份可只看一年。
      </p>
      ${question !== undefined && (await found(queries, question, year))}`,
  };
}

/** A year at the end of what was asked is meant as the year. */
function questionAndYear(
  asked: string,
  chosen: number | null,
): { readonly question: Question | undefined; readonly year: number | null } {
  const [, words, year] = /^(.*?)\s*(20\d\d)\s*(?:年度?)?$/u.exec(asked) ?? [];
  if (words !== undefined && words !== "" && year !== undefined)
    return { question: questionOf(words), year: chosen ?? Number(year) };
  return { question: questionOf(asked), year: chosen };
}

async function found(queries: Queries, question: Question, year: number | null): Promise<Markup> {
  const [allUnits, allProjects] = await Promise.all([
    findUnits(queries, question),
    findProjects(queries, question, year),
  ]);
  const units = bestFirst(question, allUnits).filter(
    ({ firstYear, lastYear }) => year === null || (firstYear <= year && year <= lastYear),
  );
  const projects = bestFirst(
    question,
    allProjects.map((one) => ({ ...one, pinyin: "", initials: "" })),
  );
  if (units.length === 0 && projects.length === 0)
    return html`<p class="lead">没有找到。请少输几个字再试，或从<a href="/">首页</a>按地区查看。</p>`;
  return html` ${
    units.length > 0 &&
    html`<h2>单位</h2>
      <ul class="list">
        ${units.slice(0, MOST_SHOWN).map((unit) => unitItem(unit, year))}
      </ul>
      ${more(units.length)}`
  }
  ${
    projects.length > 0 &&
    html`<h2>项目</h2>
      <ul class="list">
        ${projects.slice(0, MOST_SHOWN).map(projectItem)}
      </ul>
      ${more(projects.length)}`
  }`;
}

const more = (count: number): Piece =>
  count > MOST_SHOWN && html`<p class="note">只列出前 ${MOST_SHOWN} 个，请输入更多字缩小范围。</p>`;

/** What holds the whole question before what only holds its pieces; what begins with it first. */
function bestFirst<
  Item extends { readonly name: string; readonly pinyin: string; readonly initials: string },
>({ text }: Question, items: readonly Item[]): readonly Item[] {
  const rank = ({ name, pinyin, initials }: Item): number => {
    const at = [comparableName(name), initials, pinyin].map((one) => one.indexOf(text));
    if (at.includes(0)) return 0;
    return at.some((one) => one > 0) ? 1 : 2;
  };
  const ranked = items.map((item) => ({ item, rank: rank(item) }));
  const isLatin = /^[a-z0-9]+$/u.test(text);
  return ranked
    .filter((one) => one.rank < 2 || !isLatin || one.item.pinyin === "")
    .toSorted((a, b) => a.rank - b.rank || a.item.name.length - b.item.name.length)
    .map(({ item }) => item);
}

function unitItem(
  { shardRegion, unitId, name, regionName, departmentName, firstYear, lastYear }: FoundUnit,
  year: number | null,
): Markup {
  const years = firstYear === lastYear ? `${lastYear}` : `${firstYear}–${lastYear}`;
  const ref = referenceTo({ shardRegion, id: unitId });
  return html`<li>
    <a href="${unitPath(ref, year ?? undefined)}">${name}</a>
    <span class="soft"
      >${regionName}${departmentName !== null && ` · ${departmentName}`} · 已公开 ${years} 年度</span
    >
  </li>`;
}

function projectItem(one: PublicProjectLine): Markup {
  return html`<li>
    <a href="${projectPath(one)}">${one.name}</a>
    <span class="soft"
      >${one.unitName} · ${one.year}
      年度${one.adjusted !== null && ` · 全年预算 ${spokenMoney(one.adjusted)}`}${one.score !== null && ` · 自评 ${one.score} 分`}</span
    >
  </li>`;
}
