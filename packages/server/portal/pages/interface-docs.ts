// 接口文档: what a program may ask for without an account, read from the description of the interface.

import { html } from "../html.ts";
import type { PortalPage } from "../page.ts";

/** InterfaceRoute: one address of the interface. */
export interface InterfaceRoute {
  readonly method: string;
  readonly path: string;
  readonly summary: string;
}

/** The routes that a description (OpenAPI) names. */
export function routesOf(description: { readonly paths?: unknown }): readonly InterfaceRoute[] {
  const { paths } = description;
  if (typeof paths !== "object" || paths === null) return [];
  return Object.entries(paths).flatMap(([path, methods]) =>
    typeof methods !== "object" || methods === null
      ? []
      : Object.entries(methods).map(([method, about]: [string, unknown]) => ({
          method: method.toUpperCase(),
          path,
          summary:
            typeof about === "object" &&
            about !== null &&
            "summary" in about &&
            typeof about.summary === "string"
              ? about.summary
              : "",
        })),
  );
}

/** The page of the interface. */
export function interfacePage(routes: readonly InterfaceRoute[]): PortalPage {
  return {
    title: "接口文档",
    description: "程序可以调用的地址。",
    canonical: "/api/docs",
    crumbs: [
      { name: "首页", path: "/" },
      { name: "接口文档", path: "/api/docs" },
    ],
    body: html`<h1>接口文档</h1>
      <p class="lead">
        完整的机读描述（OpenAPI 3.1）见 <a href="/api/v1/openapi.json">/api/v1/openapi.json</a>。
      </p>
      <p>公开数据请用<a href="/data">开放数据</a>的下载地址，不需要账号。下列地址供登录后的工作台使用。</p>
      <div class="scroll">
        <table>
          <thead>
            <tr>
              <th scope="col">方法</th>
              <th scope="col">地址</th>
              <th scope="col">说明</th>
            </tr>
          </thead>
          <tbody>
            ${routes.map(
              ({ method, path, summary }) =>
                html`<tr>
                  <td>${method}</td>
                  <th scope="row"><code>${path}</code></th>
                  <td>${summary}</td>
                </tr>`,
            )}
          </tbody>
        </table>
      </div>`,
  };
}
