// 开放数据: what may be downloaded, and what each field means.

import type { OpenFile } from "../../contract/open-columns.ts";
import { OPEN_COLUMNS } from "../../contract/open-columns.ts";
import type { Markup } from "../html.ts";
import { html } from "../html.ts";
import type { PortalPage } from "../page.ts";
import { fieldTable } from "../parts/field-table.ts";

/** The page of the data dictionary. */
export function dictionaryPage(): PortalPage {
  return {
    title: "开放数据与数据字典",
    description: "按单位、地区、年度下载公开数据的地址，以及每个字段的含义。",
    canonical: "/data",
    crumbs: [
      { name: "首页", path: "/" },
      { name: "开放数据", path: "/data" },
    ],
    body: html`<h1>开放数据与数据字典</h1>
      <p class="lead">
        公开的全部数字都可以下载：CSV 可用电子表格软件打开，JSON 供程序使用。不需要登录，可自由再利用。
      </p>
      ${addresses()}
      <p class="note">
        CSV 为 UTF-8（带 BOM），逗号分隔；以 =、+、-、@
        开头的文字前加单引号，防止被电子表格软件当作公式。空单元格表示公开文件没有列示，与 0 不同。
      </p>
      ${OPEN_COLUMNS.map(fileFields)}
      <h2 id="fact">数字的地址 fact</h2>
      <p>
        <code>fact</code> 指明一个数字在公开表中的位置：<code>表/L行次/列</code> 或
        <code>表/C科目编码/列</code>，合计行的科目编码为空；<code>@prior</code> 为上年数，<code
          >@initial</code
        >
        为年初预算数。例如
        <code>income-expenditure-summary/L58/amount</code> 是收入支出决算总表的本年支出合计，<code
          >three-public/final.total</code
        >
        是“三公”经费决算合计。
      </p>`,
  };
}

const addresses = (): Markup =>
  html`<h2>下载地址</h2>
    <div class="scroll">
      <table>
        <thead>
          <tr>
            <th scope="col">内容</th>
            <th scope="col">地址</th>
            <th scope="col">格式</th>
          </tr>
        </thead>
        <tbody>
          <tr>
            <th scope="row">一个单位一年的全部数字</th>
            <td><code>/data/units/{单位}/{年度}.csv</code></td>
            <td>csv、json</td>
          </tr>
          <tr>
            <th scope="row">一个地区一年各单位的主要数字</th>
            <td><code>/data/regions/{区划代码}/{年度}.csv</code></td>
            <td>csv、json</td>
          </tr>
          <tr>
            <th scope="row">一个地区一年的全部数据</th>
            <td><code>/data/regions/{区划代码}/{年度}.zip</code></td>
            <td>zip，内含 reports.csv、projects.csv、figures.csv</td>
          </tr>
        </tbody>
      </table>
    </div>`;

const fileFields = ({ file, title, columns }: OpenFile): Markup =>
  html`<h2 id="${file}">${title} <code>${file}.csv</code></h2>
    ${fieldTable(columns)}`;
