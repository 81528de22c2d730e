// A place through the years: how many units have published, and what they spent together; as columns with the table
// beside them. The number of units stands under each column, for a year that has just begun has few.

import type { RegionTotal } from "../../store/public-reports.ts";
import { fenOf, yuanOfFen } from "../../work/public/public-projects.ts";
import { countText } from "../amounts.ts";
import { yearColumns } from "../charts/year-columns.ts";
import type { Piece } from "../html.ts";
import { html } from "../html.ts";
import { totalsTable } from "./totals-table.ts";

/** Sums over regions, in 元; null where none of them states it. */
export function sumOf(
  totals: readonly RegionTotal[],
  of: (total: RegionTotal) => string | null,
): string | null {
  const stated = totals.flatMap((total) => of(total) ?? []);
  return stated.length === 0 ? null : yuanOfFen(stated.reduce((sum, one) => sum + fenOf(one), 0n));
}

/** A count over regions. */
export const countOf = (totals: readonly RegionTotal[], of: (total: RegionTotal) => number): number =>
  totals.reduce((sum, one) => sum + of(one), 0);

/** The years of a place; nothing for a single one. */
export function placeYears(totals: readonly RegionTotal[]): Piece {
  const years = [...new Set(totals.map(({ year }) => year))].map((year) => {
    const own = totals.filter((total) => total.year === year);
    return {
      year,
      units: countOf(own, ({ units }) => units),
      projects: countOf(own, ({ projects }) => projects),
      expenditure: sumOf(own, ({ expenditure }) => expenditure),
      threePublic: sumOf(own, ({ threePublic }) => threePublic),
    };
  });
  if (years.length < 2) return null;
  const amounts = years.flatMap(({ year, units, expenditure }) =>
    expenditure === null ? [] : [{ year, yuan: expenditure, note: `${countText(units)} 家` }],
  );
  return html`<div class="beside">
    ${yearColumns({ id: "years", title: "历年支出合计" }, amounts)}
    ${totalsTable(
      { caption: "历年公开情况", first: "年度" },
      years.map((line) => ({ ...line, head: line.year })),
      html`<p class="note">年度之间公开的单位数不同的，合计不宜直接比较。</p>`,
    )}
  </div>`;
}
