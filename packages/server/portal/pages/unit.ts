// 单位: what it does, what it received and spent, how that compares, its projects, its documents and their quality.

import type { PublicAmount, PublicContent } from "../../contract/public-report.ts";
import type { Key } from "../../contract/reference.ts";
import { referenceTo } from "../../contract/reference.ts";
import type { Queries } from "../../database/database.ts";
import type { PublicLine, PublicProjectLine } from "../../store/public-reports.ts";
import { contentsOf, filesOf, projectsOf, regionsIn, reportsOfUnit } from "../../store/public-reports.ts";
import { changePiece, moneyPiece, notStated, shareOf, spokenMoney } from "../amounts.ts";
import { amountBars } from "../charts/amount-bars.ts";
import { yearColumns } from "../charts/year-columns.ts";
import type { Markup, Piece } from "../html.ts";
import { html } from "../html.ts";
import type { PortalPage } from "../page.ts";
import { amountTable } from "../parts/amount-table.ts";
import type { Column } from "../parts/columns-table.ts";
import { columnsTable } from "../parts/columns-table.ts";
import { qualityMarkup } from "../parts/findings.ts";
import { filesMarkup, projectTable, yearLinks } from "../parts/lists.ts";
import { regionPath, unitPath } from "../../contract/portal-paths.ts";

const TYPE_NAMES = {
  administrative: "行政单位",
  "civil-service-like": "参照公务员法管理事业单位",
  institution: "事业单位",
  mixed: "行政及事业单位",
} as const;

/** More projects than these are read in the open data. */
const MOST_PROJECTS = 60;

interface UnitYear {
  readonly key: Key;
  readonly ref: string;
  readonly year: number;
  readonly lines: readonly PublicLine[];
  /** Reports of the year. */
  readonly own: readonly PublicLine[];
  /** The final accounts of the year, else its first report. */
  readonly main: PublicLine;
  readonly contents: ReadonlyMap<string, PublicContent>;
  readonly projects: readonly PublicProjectLine[];
  readonly files: Awaited<ReturnType<typeof filesOf>>;
  readonly region: { readonly code: string; readonly name: string };
}

/** The page of a unit and year; undefined where nothing of it is published. */
export async function unitPage(
  queries: Queries,
  key: Key,
  wanted: number | null,
): Promise<PortalPage | undefined> {
  const shown = await unitYear(queries, key, wanted);
  if (shown === undefined) return undefined;
  const { ref, year, main, region } = shown;
  return {
    title: `${main.unitName} ${year} 年度决算与绩效`,
    description: descriptionOf(main),
    canonical: unitPath(ref, year),
    crumbs: [
      { name: "首页", path: "/" },
      { name: region.name, path: regionPath(region.code, year) },
      { name: main.unitName, path: unitPath(ref) },
    ],
    body: bodyOf(shown),
  };
}

async function unitYear(queries: Queries, key: Key, wanted: number | null): Promise<UnitYear | undefined> {
  const lines = await reportsOfUnit(queries, key);
  const year = wanted ?? lines[0]?.year;
  const own = lines.filter((line) => line.year === year);
  const main = own.find(({ kind }) => kind === "final-accounts") ?? own[0];
  if (main === undefined || year === undefined) return undefined;
  const before = lines.find((line) => line.year === year - 1 && line.kind === main.kind);
  const { shardRegion } = key;
  const ids = own.map(({ reportId }) => reportId);
  const [contents, projects, files, [region]] = await Promise.all([
    contentsOf(queries, shardRegion, before === undefined ? ids : [...ids, before.reportId]),
    projectsOf(queries, shardRegion, ids),
    filesOf(
      queries,
      shardRegion,
      own.map(({ publicationId }) => publicationId),
    ),
    regionsIn(queries, shardRegion),
  ]);
  const place = region ?? { code: shardRegion, name: shardRegion };
  return { key, ref: referenceTo(key), year, lines, own, main, contents, projects, files, region: place };
}

function descriptionOf({ unitName, year, income, expenditure, threePublic }: PublicLine): string {
  const parts = [
    income === null ? "" : `收入 ${spokenMoney(income)}`,
    expenditure === null ? "" : `支出 ${spokenMoney(expenditure)}`,
    threePublic === null ? "" : `“三公”经费 ${spokenMoney(threePublic)}`,
  ].filter((part) => part !== "");
  return `${unitName} ${year} 年度${parts.length === 0 ? "公开的决算与绩效自评" : parts.join("，")}。`;
}

function bodyOf(shown: UnitYear): Markup {
  const { main, year, lines, ref, own, contents, projects, files } = shown;
  const content = contents.get(main.reportId);
  const years = [...new Set(lines.map((line) => line.year))];
  return html`<h1>${main.unitName}</h1>
    <p class="lead">${identity(shown)}</p>
    ${yearLinks(years, year, (one) => unitPath(ref, one))} ${tiles(shown)}
    ${content !== undefined && sections(shown, content)} ${projects.length > 0 && projectSection(shown)}
    <h2 id="quality">公开质量</h2>
    ${own.map((line) => {
      const judged = contents.get(line.reportId);
      return judged !== undefined && qualityMarkup(line, judged);
    })}
    ${yearsSection(lines)}
    <h2 id="documents">正式文件</h2>
    ${filesMarkup(own, files)}
    <p>
      数据下载：<a href="/data/units/${ref}/${year}.csv">CSV</a>、<a href="/data/units/${ref}/${year}.json"
        >JSON</a
      >，字段说明见<a href="/data">数据字典</a>。 <a href="/compare?units=${ref}">与其他单位对比</a>
    </p>`;
}

function identity({ main, region }: UnitYear): Piece {
  const { departmentName, unitType, unitCode } = main;
  const parts: Piece[] = [html`<a href="${regionPath(region.code)}">${region.name}</a>`];
  if (departmentName !== null) parts.push(` · 主管部门：${departmentName}`);
  if (unitType !== null) parts.push(` · ${TYPE_NAMES[unitType]}`);
  if (unitCode !== null) parts.push(` · 单位代码 ${unitCode}`);
  return parts;
}

const tile = (name: string, yuan: string | null, more: Piece): Piece =>
  yuan !== null &&
  html`<div class="tile">
    <dt>${name}</dt>
    <dd class="value">${spoken(yuan)}</dd>
    <dd class="more">${more}</dd>
  </div>`;

const againstLastYear = (now: string | null, then: string | null | undefined): Piece =>
  then !== null && then !== undefined && html`比上年 ${changePiece(now, then, " 万元")}`;

function tiles({ main, lines, year }: UnitYear): Markup {
  const { income, expenditure, priorExpenditure, threePublic, threePublicBudget, projects, meanScore, rate } =
    main;
  const before = lines.find((line) => line.year === year - 1 && line.kind === main.kind);
  return html`<dl class="tiles">
    ${tile("本年收入", income, againstLastYear(income, before?.income))}
    ${tile("本年支出", expenditure, againstLastYear(expenditure, priorExpenditure ?? before?.expenditure))}
    ${tile("“三公”经费", threePublic, threePublicBudget !== null && `预算 ${spokenMoney(threePublicBudget)}`)}
    ${
      projects > 0 &&
      html`<div class="tile">
        <dt>项目绩效自评</dt>
        <dd class="value">${projects} <small>个项目</small></dd>
        <dd class="more">
          ${meanScore !== null && `平均 ${meanScore} 分`}${rate !== null && `，执行率 ${rate}%`}
        </dd>
      </div>`
    }
  </dl>`;
}

/** An amount with its unit in smaller letters. */
function spoken(yuan: string): Piece {
  const [number = "", unit = ""] = spokenMoney(yuan).split(" ");
  return html`${number} <small>${unit}</small>`;
}

function sections(shown: UnitYear, content: PublicContent): Markup {
  const { main, year, lines, contents } = shown;
  const before = lines.find((line) => line.year === year - 1 && line.kind === main.kind);
  const last = before === undefined ? undefined : contents.get(before.reportId);
  const { sections: own, counts, department } = content;
  const beside = (list: (from: PublicContent) => readonly PublicAmount[]): readonly PublicAmount[] =>
    withLastYear(list(content), last === undefined ? [] : list(last));
  const incomes = beside((from) => from.incomes);
  const expenditures = beside((from) => from.expenditures);
  const natures = beside((from) => from.natures);
  const threePublic = beside((from) => from.threePublic);
  const others = beside((from) => from.others);
  return html` ${
    own.length > 0 &&
    html`<h2 id="duties">做什么</h2>
      ${own.map(
        ({ heading, paragraphs }) =>
          html`<h3>${heading}</h3>
            ${paragraphs.map((text) => html`<p>${text}</p>`)}`,
      )}`
  }
  ${
    main.kind === "final-accounts" &&
    html` <h2 id="income">钱从哪里来</h2>
      ${amountTable({ caption: `${year} 年度收入，单位：万元`, amounts: incomes, whole: main.income })}
      <h2 id="expenditure">钱花到哪里去</h2>
      <div class="beside">
        ${amountBars({ id: "by-class", title: "按用途（支出功能分类）", before: "上年" }, barsOf(expenditures))}
        ${amountBars({ id: "by-nature", title: "按性质（基本支出、项目支出）", before: "上年" }, barsOf(natures))}
      </div>
      ${amountTable({ caption: `${year} 年度支出，按用途，单位：万元`, amounts: expenditures, whole: main.expenditure })}
      ${amountTable({ caption: `${year} 年度支出，按性质，单位：万元`, amounts: natures, whole: main.expenditure })}
      <h2 id="comparison">与上年、与预算相比</h2>
      ${amountTable({ caption: `收支总体情况，单位：万元`, amounts: beside((from) => from.totals) })}
      ${
        content.generalBudget.length > 0 &&
        amountTable({
          caption: `一般公共预算财政拨款支出，单位：万元`,
          amounts: beside((from) => from.generalBudget),
          isSum: ({ name }) => name === "合计",
        })
      }
      <h2 id="three-public">“三公”经费</h2>
      ${amountTable({ caption: `单位：万元`, amounts: threePublic, planName: "全年预算", isSum: ({ name }) => name.endsWith("合计") })}
      ${counts.length > 0 && html`<p>${counts.map(({ name, value }) => `${name} ${value}`).join("；")}。</p>`}
      ${
        others.length > 0 &&
        html`<h2 id="others">机关运行与政府采购</h2>
          ${amountTable({ caption: `单位：万元`, amounts: others })}`
      }`
  }
  ${
    department !== null &&
    html`<h2 id="department">部门整体绩效</h2>
      <p>
        自评得分 ${department.score ?? "未列示"}${department.grade !== null && `，等级 ${department.grade}`}。
      </p>
      ${department.goal !== null && html`<p>${department.goal}</p>`}`
  }`;
}

/** Last year's amounts as published then, where the report itself does not state them. */
function withLastYear(
  amounts: readonly PublicAmount[],
  last: readonly PublicAmount[],
): readonly PublicAmount[] {
  const before = new Map(last.map(({ fact, current }) => [fact, current]));
  return amounts.map((amount) => ({ ...amount, prior: amount.prior ?? before.get(amount.fact) ?? null }));
}

const barsOf = (amounts: readonly PublicAmount[]) =>
  amounts.flatMap(({ name, current, prior }) =>
    current === null || name.startsWith("其中：") ? [] : [{ name, yuan: current, before: prior }],
  );

function projectSection({ projects, year, ref }: UnitYear): Markup {
  const shown = projects.slice(0, MOST_PROJECTS);
  return html`<h2 id="projects">项目与绩效</h2>
    <p class="note">
      得分为单位自评；“按结果推算”是按评分规则由完成值算出的得分，两者不同的在项目页逐项说明。
    </p>
    ${projectTable(shown, `${year} 年度项目支出绩效自评，金额单位：万元`)}
    ${
      projects.length > shown.length &&
      html`<p>
        另有 ${projects.length - shown.length} 个项目，见<a href="/data/units/${ref}/${year}.csv">数据下载</a
        >。
      </p>`
    }`;
}

/** All years side by side. */
function yearsSection(all: readonly PublicLine[]): Piece {
  const lines = all.filter(({ kind }) => kind === "final-accounts");
  if (lines.length < 2) return null;
  const amounts = lines.flatMap(({ year, expenditure }) =>
    expenditure === null ? [] : [{ year, yuan: expenditure }],
  );
  return html`<h2 id="years">历年对照</h2>
    ${yearColumns({ id: "years-chart", title: "本年支出" }, amounts)}
    ${columnsTable(
      { caption: "金额单位：万元", first: "年度" },
      { columns: YEAR_COLUMNS, lines: lines.map((line) => ({ ...line, head: line.year })) },
    )}`;
}

const YEAR_COLUMNS: readonly Column<PublicLine & { readonly head: Piece }>[] = [
  ["本年收入", ({ income }) => moneyPiece(income)],
  ["本年支出", ({ expenditure }) => moneyPiece(expenditure)],
  ["基本支出", ({ basic }) => moneyPiece(basic)],
  ["项目支出", ({ project }) => moneyPiece(project)],
  ["“三公”经费", ({ threePublic }) => moneyPiece(threePublic)],
  [
    "“三公”占支出",
    ({ threePublic, expenditure }) => {
      const share = shareOf(threePublic, expenditure);
      return share === null ? notStated() : `${share}%`;
    },
  ],
  ["项目平均分", ({ meanScore }) => meanScore ?? notStated()],
];
