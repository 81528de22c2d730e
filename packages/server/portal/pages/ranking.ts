// 排名: the units of a district and year by a measure, always with what a rank does not say.

import { findDivision } from "@jueming/core/regions/gazetteer/divisions.ts";

import { referenceTo } from "../../contract/reference.ts";
import type { Queries } from "../../database/database.ts";
import type { Measure } from "../../store/public-reports.ts";
import { rankedReports, regionsIn, regionTotals } from "../../store/public-reports.ts";
import { countText, wanYuan } from "../amounts.ts";
import type { Markup } from "../html.ts";
import { html } from "../html.ts";
import type { PortalPage } from "../page.ts";
import { regionPath, unitPath } from "../../contract/portal-paths.ts";
import { COMPARISON_CAVEATS } from "./about.ts";
import type { Asked } from "./page-route.ts";
import { codeIn, offsetIn, yearIn } from "./page-route.ts";
import { crumbsOf } from "./region.ts";

const PAGE = 50;

interface MeasureWords {
  readonly name: string;
  readonly unit: string;
  readonly note: string;
  readonly show: (value: string) => string;
}

const asPercent = (value: string): string => `${value}%`;
const asIs = (value: string): string => value;

const MEASURES: Readonly<Record<Measure, MeasureWords>> = {
  expenditure: {
    name: "本年支出",
    unit: "万元",
    note: "支出规模取决于职责和所属单位，不说明好坏。",
    show: wanYuan,
  },
  income: {
    name: "本年收入",
    unit: "万元",
    note: "收入规模取决于职责和所属单位，不说明好坏。",
    show: wanYuan,
  },
  threePublic: {
    name: "“三公”经费",
    unit: "万元",
    note: "含执法执勤等业务用车的单位，公务用车费会较高。",
    show: wanYuan,
  },
  threePublicShare: {
    name: "“三公”经费占支出",
    unit: "",
    note: "支出很少的单位，比重容易偏高。",
    show: asPercent,
  },
  basicShare: {
    name: "基本支出占支出",
    unit: "",
    note: "事业单位、学校以人员支出为主，比重自然较高。",
    show: asPercent,
  },
  rate: {
    name: "项目预算执行率",
    unit: "",
    note: "只含列示了全年预算和执行数的自评项目；执行率高不等于效果好。",
    show: asPercent,
  },
  meanScore: {
    name: "项目平均分（推算）",
    unit: "分",
    note: "由完成值按评分规则推算；由人评判的指标按自评得分计。",
    show: asIs,
  },
};

const isMeasure = (text: string): text is Measure => Object.hasOwn(MEASURES, text);

/** The page of a ranking; undefined where nothing of the place is published. */
export async function rankingPage(
  queries: Queries,
  { params, query }: Asked,
): Promise<PortalPage | undefined> {
  const code = codeIn(params["code"]);
  if (code === undefined) return undefined;
  const [totals, regions] = await Promise.all([regionTotals(queries, code), regionsIn(queries, code)]);
  const years = [...new Set(totals.map(({ year }) => year))];
  const year = yearIn(query["year"]) ?? years[0];
  if (year === undefined || !years.includes(year)) return undefined;
  const asked = query["measure"] ?? "expenditure";
  const measure = isMeasure(asked) ? asked : "expenditure";
  const ascending = query["order"] === "low";
  const offset = offsetIn(query["from"]);
  const rows = await rankedReports(queries, { place: code, year, measure, ascending, offset, limit: PAGE });
  const name = regions.length === 1 ? (regions[0]?.name ?? code) : (findDivision(code)?.name ?? code);
  const path = `/rankings/${code}`;
  const words = MEASURES[measure];
  return {
    title: `${name} ${year} 年度单位排名：${words.name}`,
    description: `${name} ${year} 年度已公开单位按${words.name}排列。`,
    canonical: `${path}?year=${year}&measure=${measure}`,
    crumbs: [...crumbsOf(code, name), { name: "排名", path }],
    ...(offset > 0 || ascending ? { unlisted: true } : {}),
    body: html`<h1>${name} ${year} 年度单位排名</h1>
      ${formMarkup({ path, years, year, measure, ascending })}
      <p>${words.note}排名只说明数字的大小。</p>
      ${rows.length === 0 ? html`<p class="soft">没有单位列示这项数字。</p>` : tableMarkup(rows, words)}
      ${pager({ path: `${path}?year=${year}&measure=${measure}${ascending ? "&order=low" : ""}`, offset, count: rows[0]?.count ?? 0 })}
      <h2>比较时要注意</h2>
      ${COMPARISON_CAVEATS}
      <p><a href="${regionPath(code, year)}">回到${name}</a></p>`,
  };
}

interface RankingForm {
  readonly path: string;
  readonly years: readonly number[];
  readonly year: number;
  readonly measure: Measure;
  readonly ascending: boolean;
}

const option = (value: string, name: string, isChosen: boolean): Markup =>
  html`<option value="${value}" ${isChosen && html` selected`}>${name}</option>`;

function formMarkup({ path, years, year, measure, ascending }: RankingForm): Markup {
  return html`<form class="search" action="${path}" method="get">
    <label
      >年度<select name="year">
        ${years.map((one) => option(String(one), `${one} 年度`, one === year))}
      </select></label
    >
    <label
      >指标<select name="measure">
        ${Object.entries(MEASURES).map(([id, { name }]) => option(id, name, id === measure))}
      </select></label
    >
    <label
      >顺序<select name="order">
        ${option("high", "从大到小", !ascending)}${option("low", "从小到大", ascending)}
      </select></label
    >
    <label>&nbsp;<button>排列</button></label>
  </form>`;
}

function tableMarkup(
  rows: Awaited<ReturnType<typeof rankedReports>>,
  { name, unit, show }: MeasureWords,
): Markup {
  return html`<div class="scroll">
    <table>
      <caption>
        共 ${countText(rows[0]?.count ?? 0)} 份报告列示了这项数字
      </caption>
      <thead>
        <tr>
          <th scope="col" class="n">名次</th>
          <th scope="col">单位</th>
          <th scope="col" class="n">${name}${unit !== "" && `（${unit}）`}</th>
        </tr>
      </thead>
      <tbody>
        ${rows.map(
          ({ rank, shardRegion, unitId, unitName, departmentName, year, value }) =>
            html`<tr>
              <td class="n">${rank}</td>
              <th scope="row">
                <a href="${unitPath(referenceTo({ shardRegion, id: unitId }), year)}">${unitName}</a
                >${departmentName !== null && html`<span class="reason">${departmentName}</span>`}
              </th>
              <td class="n">${show(value)}</td>
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`;
}

function pager({
  path,
  offset,
  count,
}: {
  readonly path: string;
  readonly offset: number;
  readonly count: number;
}): Markup {
  return html`<nav class="pager" aria-label="分页">
    ${offset > 0 && html`<a href="${path}&from=${Math.max(0, offset - PAGE)}">上一页</a>`}
    ${offset + PAGE < count && html`<a href="${path}&from=${offset + PAGE}">下一页</a>`}
  </nav>`;
}
