// What people see when there is nothing to see.

import type { Problem } from "../../contract/problem.ts";
import { html } from "../html.ts";
import type { PortalPage } from "../page.ts";

/** 没有找到: a page that does not exist, or is no longer published. */
export function noSuchPage(): PortalPage {
  return messagePage(404, "没有找到这个页面", "可能地址有误，或内容尚未公开、已经撤回。");
}

/** A page in place of one that failed. */
export function errorPage({
  status,
  title,
  detail,
}: Pick<Problem, "status" | "title" | "detail">): PortalPage {
  return status === 404 ? noSuchPage() : messagePage(status, title, detail);
}

function messagePage(status: number, title: string, text: string): PortalPage {
  return {
    title,
    description: text,
    canonical: "/",
    crumbs: [],
    unlisted: true,
    status,
    body: html`<h1>${title}</h1>
      <p class="lead">${text}</p>
      <form class="search" action="/search" method="get" role="search">
        <input
          type="search"
          name="q"
          aria-label="单位或项目名称"
          placeholder="单位或项目名称，可用拼音首字母"
        />
        <button>查找</button>
      </form>
      <p><a href="/">回到首页</a></p>`,
  };
}
