// The field by which people find a unit or a project.

import type { Markup } from "../html.ts";
import { html } from "../html.ts";

/** The form, with what was asked for and, on the page of results, the year. */
export const searchForm = (
  asked = "",
  years: { readonly all: readonly number[]; readonly chosen: number | null } | null = null,
): Markup =>
  html`<form class="search" action="/search" method="get" role="search">
    <input
      type="search"
      name="q"
      value="${asked}"
      maxlength="60"
      aria-label="单位或项目名称"
      placeholder="单位或项目名称，可用拼音首字母"
    />
    ${
      years !== null &&
      html`<select name="year" aria-label="年度">
        <option value="">全部年度</option>
        ${years.all.map(
          (year) =>
            html`<option value="${year}" ${year === years.chosen && html` selected`}>${year} 年度</option>`,
        )}
      </select>`
    }
    <button>查找</button>
  </form>`;
