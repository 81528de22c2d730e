// What a page of the portal is, and the frame around all of them.

import { readFileSync } from "node:fs";

import { sha256 } from "../identifiers.ts";
import type { Markup, Piece } from "./html.ts";
import { html } from "./html.ts";

/** Crumb: a step of the way from the front page to here; the last one is the page itself. */
export interface Crumb {
  readonly name: string;
  readonly path: string;
}

/** PortalPage: a page without its frame. */
export interface PortalPage {
  readonly title: string;
  /** For search engines: one sentence. */
  readonly description: string;
  /** The one address of this content. */
  readonly canonical: string;
  readonly crumbs: readonly Crumb[];
  readonly body: Markup;
  /** True for pages that search engines should not list, such as results of a search. */
  readonly unlisted?: boolean;
  readonly status?: number;
}

export const STYLE = readFileSync(new URL("portal.css", import.meta.url), "utf8");
/** The style's address holds its content, so that browsers keep it for good. */
export const STYLE_PATH = `/portal/portal.${sha256(STYLE).slice(0, 10)}.css`;

const SITE = "决明 · 部门决算与绩效公开";

/** The whole document. */
export function framed({ title, description, canonical, crumbs, body, unlisted }: PortalPage): string {
  const head = title === "" ? SITE : `${title} · 决明`;
  return html`<!DOCTYPE html>
    <html lang="zh-CN">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${head}</title>
        <meta name="description" content="${description}" />
        <link rel="canonical" href="${canonical}" />
        ${unlisted === true && html`<meta name="robots" content="noindex" />`}
        <link rel="stylesheet" href="${STYLE_PATH}" />
        <link rel="icon" href="/portal/mark.svg" type="image/svg+xml" />
      </head>
      <body>
        <a class="skip" href="#main">跳到正文</a>
        ${header()} ${crumbs.length > 1 && breadcrumbs(crumbs)}
        <main id="main">${body}</main>
        ${footer()}
      </body>
    </html>`.text;
}

const LINKS: readonly (readonly [string, string])[] = [
  ["/search", "查单位、项目"],
  ["/compare", "单位对比"],
  ["/glossary", "名词解释"],
  ["/data", "开放数据"],
  ["/about", "关于"],
];

const links = (): Piece => LINKS.map(([path, name]) => html`<li><a href="${path}">${name}</a></li>`);

const header = (): Markup =>
  html`<header class="top">
    <div class="wide">
      <a class="home" href="/"
        ><span class="mark" aria-hidden="true">决明</span><span>部门决算与绩效公开</span></a
      >
      <nav aria-label="主导航">
        <ul>
          ${links()}
        </ul>
      </nav>
    </div>
  </header>`;

const breadcrumbs = (crumbs: readonly Crumb[]): Markup =>
  html`<nav class="crumbs wide" aria-label="所在位置">
    <ol>
      ${crumbs.map(({ name, path }, index) =>
        index === crumbs.length - 1
          ? html`<li aria-current="page">${name}</li>`
          : html`<li><a href="${path}">${name}</a></li>`,
      )}
    </ol>
  </nav>`;

const footer = (): Markup =>
  html`<footer class="bottom">
    <div class="wide">
      <p>
        数据来自各部门、单位依法公开的决算和绩效自评，数字以公开的正式文件为准。
        发现与正式文件不一致的，请向公开单位或财政部门反映。
      </p>
      <p class="links">
        <a href="/about">口径说明</a> · <a href="/data">数据字典</a> · <a href="/api/docs">接口文档</a> ·
        <a href="/app/">工作台登录</a>
      </p>
    </div>
  </footer>`;
