// 地区: its totals through the years, the units that have published, and those that are late.

import { findDivision, ancestors } from "@jueming/core/regions/gazetteer/divisions.ts";

import { referenceTo } from "../../contract/reference.ts";
import { KIND_NAMES } from "../../contract/report-states.ts";
import type { Services } from "../../services.ts";
import { awaitedUnits } from "../../store/awaited-publications.ts";
import type { AwaitedUnits } from "../../store/awaited-publications.ts";
import type { PublicLine, RegionTotal } from "../../store/public-reports.ts";
import { regionsIn, regionTotals, reportsOfPlace } from "../../store/public-reports.ts";
import { countText, moneyPiece, notStated } from "../amounts.ts";
import { amountBars } from "../charts/amount-bars.ts";
import type { Markup, Piece } from "../html.ts";
import { html } from "../html.ts";
import type { Crumb, PortalPage } from "../page.ts";
import { yearLinks } from "../parts/lists.ts";
import { countOf, placeYears, sumOf } from "../parts/years.ts";
import { regionPath, unitPath } from "../../contract/portal-paths.ts";
import { moneyTile } from "./front.ts";
import type { Asked } from "./page-route.ts";
import { codeIn, yearIn } from "./page-route.ts";

const PAGE = 100;
const MOST_AWAITED = 60;

/** The page of a division; undefined where nothing of it is published. */
export async function regionPage(
  { database, now }: Services,
  { params, query }: Asked,
): Promise<PortalPage | undefined> {
  const code = codeIn(params["code"]);
  if (code === undefined) return undefined;
  const [totals, regions] = await Promise.all([regionTotals(database, code), regionsIn(database, code)]);
  const years = [...new Set(totals.map(({ year }) => year))];
  const year = yearIn(query["year"]) ?? years[0];
  if (year === undefined || !years.includes(year)) return undefined;
  const after = afterIn(query["after"]);
  const today = new Date(now().getTime() + 8 * 3_600_000).toISOString().slice(0, 10);
  const [reports, awaited] = await Promise.all([
    reportsOfPlace(database, { place: code, year, after, limit: PAGE + 1 }),
    awaitedUnits(database, { place: code, year, today, most: MOST_AWAITED }),
  ]);
  const name = regions.length === 1 ? (regions[0]?.fullName ?? code) : (findDivision(code)?.name ?? code);
  const names = new Map(regions.map((region) => [region.shardRegion, region.name]));
  return {
    title: `${name} ${year} 年度部门决算公开`,
    description: `${name} ${year} 年度已公开决算的部门和单位，收支合计，逾期未公开的单位。`,
    canonical: regionPath(code, year),
    crumbs: crumbsOf(code, name),
    ...(after === null ? {} : { unlisted: true }),
    body: html`<h1>${name}</h1>
      ${yearLinks(years, year, (one) => regionPath(code, one))} ${summary(totals, year)}
      ${charts({ code, totals, year, names })} ${unitSection({ code, year, reports, after })}
      ${awaited.count > 0 && awaitedMarkup(awaited)}
      <h2>数据与排名</h2>
      <p><a href="/rankings/${code}?year=${year}">按支出、“三公”经费、执行率、得分排名</a></p>
      <p>
        数据下载：<a href="/data/regions/${code}/${year}.csv">CSV</a>、<a
          href="/data/regions/${code}/${year}.json"
          >JSON</a
        >、<a href="/data/regions/${code}/${year}.zip">ZIP（报告、项目、全部数字）</a>，字段说明见<a
          href="/data"
          >数据字典</a
        >。
      </p>`,
  };
}

/** The divisions above, which have pages of their own. */
export function crumbsOf(code: string, name: string): readonly Crumb[] {
  const above = ancestors(code).map((one) => ({ name: one.name, path: regionPath(one.code) }));
  return [{ name: "首页", path: "/" }, ...above, { name, path: regionPath(code) }];
}

const countTile = (name: string, value: number, unit: string, more = ""): Markup =>
  html`<div class="tile">
    <dt>${name}</dt>
    <dd class="value">${countText(value)} <small>${unit}</small></dd>
    ${more !== "" && html`<dd class="more">${more}</dd>`}
  </div>`;

function summary(all: readonly RegionTotal[], year: number): Markup {
  const totals = all.filter((total) => total.year === year);
  const count = (of: (total: RegionTotal) => number): number => countOf(totals, of);
  const [late, faulty] = [count((one) => one.late), count((one) => one.faulty)];
  return html`<dl class="tiles">
      ${countTile(
        "已公开单位",
        count(({ units }) => units),
        "家",
        `${late === 0 ? "都按时公开" : `${late} 份超过期限`}${faulty === 0 ? "" : `，${faulty} 份有待改正的错误`}`,
      )}
      ${moneyTile(
        "支出合计",
        sumOf(totals, ({ expenditure }) => expenditure),
      )}
      ${moneyTile(
        "“三公”经费合计",
        sumOf(totals, ({ threePublic }) => threePublic),
      )}
      ${countTile(
        "绩效自评项目",
        count(({ projects }) => projects),
        "个",
      )}
    </dl>
    <p class="note">
      合计为已公开单位决算数的简单相加；主管部门的部门决算含所属单位的，会重复计算，仅供了解规模。
    </p>`;
}

interface Charted {
  readonly code: string;
  readonly totals: readonly RegionTotal[];
  readonly year: number;
  readonly names: ReadonlyMap<string, string>;
}

function charts({ totals, year, names }: Charted): Piece {
  const own = totals.filter((total) => total.year === year);
  const bars = own.flatMap(({ shardRegion, expenditure }) =>
    expenditure === null
      ? []
      : [{ name: names.get(shardRegion) ?? shardRegion, yuan: expenditure, before: null }],
  );
  const largest = bars.toSorted((a, b) => Number(b.yuan) - Number(a.yuan));
  return html`${placeYears(totals)}
  ${
    bars.length > 1 &&
    html`<h2 id="parts">下属地区</h2>
      ${amountBars({ id: "parts-chart", title: "下属地区支出合计", before: null }, largest)}`
  }
  ${
    bars.length > 1 &&
    html`<div class="scroll">
      <table class="folding">
        <caption>
          下属地区，金额单位：万元
        </caption>
        <thead>
          <tr>
            <th scope="col">地区</th>
            <th scope="col" class="n">已公开单位</th>
            <th scope="col" class="n">支出合计</th>
          </tr>
        </thead>
        <tbody>
          ${own.map(
            ({ shardRegion, units, expenditure }) =>
              html`<tr>
                <th scope="row">
                  <a href="${regionPath(shardRegion, year)}">${names.get(shardRegion) ?? shardRegion}</a>
                </th>
                <td class="n" data-name="已公开单位">${countText(units)}</td>
                <td class="n" data-name="支出合计">${moneyPiece(expenditure)}</td>
              </tr>`,
          )}
        </tbody>
      </table>
    </div>`
  }`;
}

interface UnitSection {
  readonly code: string;
  readonly year: number;
  readonly reports: readonly PublicLine[];
  readonly after: readonly [string, string] | null;
}

function unitSection({ code, year, reports, after }: UnitSection): Markup {
  const shown = reports.slice(0, PAGE);
  const last = reports.length > PAGE ? shown.at(-1) : undefined;
  return html`<h2 id="units">已公开的单位</h2>
    <div class="scroll">
      <table class="folding">
        <caption>
          按名称排列，金额单位：万元
        </caption>
        <thead>
          <tr>
            <th scope="col">单位</th>
            <th scope="col" class="n">收入</th>
            <th scope="col" class="n">支出</th>
            <th scope="col" class="n">“三公”经费</th>
            <th scope="col" class="n">项目平均分</th>
            <th scope="col">公开质量</th>
          </tr>
        </thead>
        <tbody>
          ${shown.map(unitRow)}
        </tbody>
      </table>
    </div>
    <nav class="pager" aria-label="分页">
      ${after !== null && html`<a href="${regionPath(code, year)}#units">回到第一页</a>`}${
        last !== undefined &&
        html`<a
          href="${regionPath(code, year)}&amp;after=${encodeURIComponent(`${last.unitName}~${last.reportId}`)}#units"
          >下一页</a
        >`
      }
    </nav>`;
}

function unitRow(line: PublicLine): Markup {
  const { shardRegion, unitId, unitName, year, kind, income, expenditure, threePublic, meanScore } = line;
  return html`<tr>
    <th scope="row">
      <a href="${unitPath(referenceTo({ shardRegion, id: unitId }), year)}">${unitName}</a>${
        kind !== "final-accounts" && html` <span class="note">${KIND_NAMES[kind]}</span>`
      }
    </th>
    <td class="n" data-name="收入">${moneyPiece(income)}</td>
    <td class="n" data-name="支出">${moneyPiece(expenditure)}</td>
    <td class="n" data-name="“三公”经费">${moneyPiece(threePublic)}</td>
    <td class="n" data-name="项目平均分">${meanScore ?? notStated()}</td>
    <td data-name="公开质量">${qualityWord(line)}</td>
  </tr>`;
}

function qualityWord({ timely, errors, warnings }: PublicLine): Markup {
  if (errors > 0) return html`<span class="severity error">${errors} 处错误</span>`;
  if (timely === false) return html`<span class="severity warning">超过期限</span>`;
  if (warnings > 0) return html`<span class="severity warning">${warnings} 处待说明</span>`;
  return html`<span class="severity good">良好</span>`;
}

const awaitedMarkup = ({ count, units }: AwaitedUnits): Markup =>
  html`<h2 id="awaited">逾期未公开的单位</h2>
    <p class="note">应公开而在规定日期前没有公开的单位共 ${countText(count)} 家。</p>
    <ul class="columns">
      ${units.map(({ name }) => html`<li>${name}</li>`)}
    </ul>
    ${count > units.length && html`<p class="note">只列出前 ${units.length} 家。</p>`}`;

/** Where a page of the list begins: name and report of the last line before it. */
function afterIn(text: string | undefined): readonly [string, string] | null {
  const [, name, id] = /^(.{1,200})~([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/u.exec(text ?? "") ?? [];
  return name === undefined || id === undefined ? null : [name, id];
}
