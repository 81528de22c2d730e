// 名词解释: every term that the pages use, with the words of the official guidance where it has them.

import { html } from "../html.ts";
import type { PortalPage } from "../page.ts";
import { TERMS } from "../parts/term.ts";

/** The page of terms. */
export function glossaryPage(): PortalPage {
  return {
    title: "名词解释",
    description: "部门决算和绩效自评中常用名词的含义。",
    canonical: "/glossary",
    crumbs: [
      { name: "首页", path: "/" },
      { name: "名词解释", path: "/glossary" },
    ],
    body: html`<h1>名词解释</h1>
      <p class="lead">表格里带点线的名词都可以点到这里。</p>
      <dl>
        ${TERMS.map(
          ({ anchor, name, meaning }) =>
            html`<dt id="${anchor}"><b>${name}</b></dt>
              <dd><p>${meaning}</p></dd>`,
        )}
      </dl>`,
  };
}
