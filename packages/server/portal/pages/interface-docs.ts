// 接口文档: what a program may ask for without an account, read from the description of the interface; the addresses
// of the workbench after it.

import type { Markup } from "../html.ts";
import { html } from "../html.ts";
import type { PortalPage } from "../page.ts";
import { fieldTable } from "../parts/field-table.ts";
import type { InterfaceRoute } from "./described-interface.ts";

/** The page of the interface. */
export function interfacePage(routes: readonly InterfaceRoute[], requestsAMinute: number): PortalPage {
  const open = routes.filter(({ isOpen }) => isOpen);
  const others = routes.filter(({ isOpen }) => !isOpen);
  return {
    title: "接口文档",
    description: "程序可以调用的地址：公开数据接口，无需登录。",
    canonical: "/api/docs",
    crumbs: [
      { name: "首页", path: "/" },
      { name: "开放数据", path: "/data" },
      { name: "接口文档", path: "/api/docs" },
    ],
    body: html`<h1>接口文档</h1>
      <p class="lead">
        公开数据接口无需登录，可自由再利用。机读描述（OpenAPI 3.1）见
        <a href="/api/v1/openapi.json">/api/v1/openapi.json</a>；整份下载见<a href="/data">开放数据</a>。
      </p>
      ${commonRules(requestsAMinute)}
      <nav aria-label="公开数据接口">
        <ul class="plain">
          ${open.map(({ path, summary }) => html`<li><a href="#${anchorOf(path)}">${summary}</a></li>`)}
        </ul>
      </nav>
      ${open.map(openRoute)} ${workbenchRoutes(others)}`,
  };
}

const commonRules = (requestsAMinute: number): Markup =>
  html`<h2>通用约定</h2>
    <ul>
      <li>答复为 JSON。金额是以元计、保留两位小数的字符串；没有列示的为 <code>null</code>，与 0 不同。</li>
      <li>
        列表按页给出：<code>items</code> 为本页内容，<code>next</code> 为下一页的 <code>cursor</code>，<code
          >null</code
        >
        表示没有下一页。各页合起来不重不漏。
      </li>
      <li>
        答复带 <code>ETag</code>；再次请求时用 <code>If-None-Match</code> 带回，内容没变的答复
        304。接受压缩的（<code>Accept-Encoding: gzip</code>）答复压缩后的内容。
      </li>
      <li>任何网站的页面都可以用脚本读取（CORS）。报告撤回后，它的数字立即不再给出。</li>
      <li>
        错误按 RFC 9457 给出：<code>application/problem+json</code>，<code>detail</code> 说明原因和办法。
      </li>
      <li>
        每个地址每分钟最多请求 ${requestsAMinute} 次；超过的答复 429，<code>Retry-After</code>
        说明多少秒后再试。
      </li>
    </ul>
    <pre tabindex="0" aria-label="示例"><code>${EXAMPLE}</code></pre>`;

const EXAMPLE = `curl '/api/v1/public/figures?year=2024&table=income-expenditure-summary&line=58&column=amount'

{"items":[{"region":"431299","unit":"431299.…","unitName":"示例县档案馆","year":2024,
  "fact":"income-expenditure-summary/L58/amount","table":"收入支出决算总表",
  "row":"本年支出合计","column":"金额","value":"4605800.00"}, …],
 "next":"JTVCJTIy…"}`;

const anchorOf = (path: string): string =>
  path.replace("/api/v1/public/", "").replaceAll(/[{}]/gu, "").replaceAll("/", "-");

const openRoute = ({ method, path, summary, parameters, fields }: InterfaceRoute): Markup =>
  html`<h2 id="${anchorOf(path)}">${summary}</h2>
    <p><code>${method} ${path}</code></p>
    ${parameters.length > 0 && fieldTable(parameters, "参数")}
    ${
      fields.some(({ name }) => name !== "") &&
      html`<details>
        <summary>答复的字段</summary>
        ${fieldTable(fields, "答复的字段")}
      </details>`
    }`;

const workbenchRoutes = (routes: readonly InterfaceRoute[]): Markup =>
  html`<h2 id="workbench">工作台的接口</h2>
    <p>登录后按岗位使用，每个地址都核对权限和单位范围；参数和答复见机读描述。</p>
    <details>
      <summary>共 ${routes.length} 个地址</summary>
      <div class="scroll">
        <table>
          <thead>
            <tr>
              <th scope="col">方法</th>
              <th scope="col">地址</th>
              <th scope="col">谁可以用</th>
            </tr>
          </thead>
          <tbody>
            ${routes.map(
              ({ method, path, summary }) =>
                html`<tr>
                  <td>${method}</td>
                  <th scope="row"><code>${path.replace("/api/v1", "")}</code></th>
                  <td>${summary}</td>
                </tr>`,
            )}
          </tbody>
        </table>
      </div>
    </details>`;
