// 首页: search, what was published last, the districts, and the totals of a year.

import { referenceTo } from "../../contract/reference.ts";
import { KIND_NAMES } from "../../contract/report-states.ts";
import type { Queries } from "../../database/database.ts";
import type { RegionTotal } from "../../store/public-reports.ts";
import { newestReports, regionsIn, regionTotals } from "../../store/public-reports.ts";
import { countText, dayText, spokenMoney } from "../amounts.ts";
import { amountBars } from "../charts/amount-bars.ts";
import type { Markup, Piece } from "../html.ts";
import { html } from "../html.ts";
import type { PortalPage } from "../page.ts";
import { searchForm } from "../parts/search-form.ts";
import { totalsTable } from "../parts/totals-table.ts";
import { placeYears, sumOf } from "../parts/years.ts";
import { regionPath, unitPath } from "../../contract/portal-paths.ts";

const MOST_NEW = 12;

/** The front page. */
export async function frontPage(queries: Queries): Promise<PortalPage> {
  const [totals, regions, newest] = await Promise.all([
    regionTotals(queries, null),
    regionsIn(queries, null),
    newestReports(queries, MOST_NEW),
  ]);
  const names = new Map(regions.map(({ shardRegion, name }) => [shardRegion, name]));
  return {
    title: "",
    description: "查找部门、单位公开的决算、“三公”经费、项目绩效自评：收了多少、花在哪里、效果怎样。",
    canonical: "/",
    crumbs: [],
    body: html`<h1>公共资金，花在哪里，效果怎样</h1>
      <p class="lead">
        查部门、单位公开的决算和项目绩效：收入、支出、“三公”经费，每一个数字旁边是单位自己说明的原因。
      </p>
      ${searchForm()} ${totals.length === 0 ? emptyMarkup() : yearMarkup(totals, names)}
      ${newest.length > 0 && newestMarkup(newest)}`,
  };
}

const emptyMarkup = (): Markup =>
  html`<p class="lead">目前还没有公开的报告。单位按规定完成审核并公开后，会在这里列出。</p>`;

function yearMarkup(all: readonly RegionTotal[], names: ReadonlyMap<string, string>): Markup {
  const year = Math.max(...all.map((total) => total.year));
  const totals = all.filter((total) => total.year === year);
  const units = totals.reduce((sum, total) => sum + total.units, 0);
  const projects = totals.reduce((sum, total) => sum + total.projects, 0);
  return html`<h2>${year} 年度概览</h2>
    <dl class="tiles">
      ${tile("已公开单位", html`${countText(units)} <small>家</small>`)}
      ${moneyTile(
        "支出合计",
        sumOf(totals, ({ expenditure }) => expenditure),
      )}
      ${moneyTile(
        "“三公”经费合计",
        sumOf(totals, ({ threePublic }) => threePublic),
      )}
      ${tile("绩效自评项目", html`${countText(projects)} <small>个</small>`)}
    </dl>
    <p class="note">
      合计为已公开单位决算数的简单相加；主管部门的部门决算含所属单位的，会重复计算，仅供了解规模。
    </p>
    ${chartMarkup(all, totals, names)}
    ${totalsTable(
      { caption: `各地 ${year} 年度公开情况`, first: "地区" },
      totals.map((total) => ({
        ...total,
        head: html`<a href="${regionPath(total.shardRegion, year)}"
          >${names.get(total.shardRegion) ?? total.shardRegion}</a
        >`,
      })),
    )}`;
}

function chartMarkup(
  all: readonly RegionTotal[],
  totals: readonly RegionTotal[],
  names: ReadonlyMap<string, string>,
): Piece {
  if (totals.length > 1) {
    const bars = totals.flatMap(({ shardRegion, expenditure }) =>
      expenditure === null
        ? []
        : [{ name: names.get(shardRegion) ?? shardRegion, yuan: expenditure, before: null }],
    );
    const largest = bars.toSorted((a, b) => Number(b.yuan) - Number(a.yuan));
    return amountBars({ id: "regions", title: "各地支出合计", before: null }, largest);
  }
  return placeYears(all);
}

const tile = (name: string, value: Piece): Markup =>
  html`<div class="tile">
    <dt>${name}</dt>
    <dd class="value">${value}</dd>
  </div>`;

export function moneyTile(name: string, yuan: string | null): Piece {
  if (yuan === null) return null;
  const [number = "", unit = ""] = spokenMoney(yuan).split(" ");
  return tile(name, html`${number} <small>${unit}</small>`);
}

const newestMarkup = (newest: Awaited<ReturnType<typeof newestReports>>): Markup =>
  html`<h2>最近公开</h2>
    <ul class="list">
      ${newest.map(
        ({ shardRegion, unitId, unitName, year, kind, regionName, publishedAt, expenditure }) =>
          html`<li>
            <a href="${unitPath(referenceTo({ shardRegion, id: unitId }), year)}"
              >${unitName} ${year} 年度${KIND_NAMES[kind]}</a
            >
            <span class="soft"
              >${regionName} ·
              ${dayText(publishedAt)}公开${expenditure !== null && ` · 支出 ${spokenMoney(expenditure)}`}</span
            >
          </li>`,
      )}
    </ul>`;
