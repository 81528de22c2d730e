// Lists that several pages show: projects, files, years, units.

import type { PublicLine, PublicProjectLine } from "../../store/public-reports.ts";
import type { publicationFile } from "../../store/schema/index.ts";
import { documentPath, projectPath } from "../../contract/portal-paths.ts";
import { KIND_NAMES } from "../../contract/report-states.ts";
import { moneyPiece, notStated } from "../amounts.ts";
import type { Markup, Piece } from "../html.ts";
import { html } from "../html.ts";

/** A score with the one that follows from the results where they differ. */
export function scorePiece(printed: string | null, computed: string | null): Piece {
  if (printed === null) return computed === null ? notStated() : computed;
  if (computed === null || Number(printed) === Number(computed)) return printed;
  return html`${printed} <span class="note">（按结果推算 ${computed}）</span>`;
}

/** Projects with money, score and grade. */
export function projectTable(projects: readonly PublicProjectLine[], caption: string): Markup {
  return html`<div class="scroll">
    <table class="folding">
      <caption>
        ${caption}
      </caption>
      <thead>
        <tr>
          <th scope="col">项目</th>
          <th scope="col" class="n">全年预算</th>
          <th scope="col" class="n">实际支出</th>
          <th scope="col" class="n">执行率</th>
          <th scope="col" class="n">自评得分</th>
          <th scope="col" class="n">等级</th>
        </tr>
      </thead>
      <tbody>
        ${projects.map(
          (one) =>
            html`<tr>
              <th scope="row"><a href="${projectPath(one)}">${one.name}</a></th>
              <td class="n" data-name="全年预算">${moneyPiece(one.adjusted)}</td>
              <td class="n" data-name="实际支出">${moneyPiece(one.executed)}</td>
              <td class="n" data-name="执行率">${one.rate === null ? notStated() : `${one.rate}%`}</td>
              <td class="n" data-name="自评得分">${scorePiece(one.score, one.computedScore)}</td>
              <td class="n" data-name="等级">${one.grade ?? notStated()}</td>
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`;
}

const FORMAT_NAMES = {
  pdf: "PDF",
  docx: "Word",
  xlsx: "Excel",
  html: "网页",
  json: "机读 JSON",
} as const;

/** The official files of reports, in every format. */
export function filesMarkup(
  lines: readonly PublicLine[],
  files: readonly (typeof publicationFile.$inferSelect)[],
): Markup {
  return html`${lines.map(({ publicationId, shardRegion, kind, year }) => {
    const own = files.filter((file) => file.publicationId === publicationId);
    if (own.length === 0) return null;
    return html`<h3>${year} 年度${KIND_NAMES[kind]}</h3>
      <ul class="files">
        ${(["pdf", "docx", "xlsx", "html", "json"] as const).map((format) => {
          const file = own.find((one) => one.format === format);
          if (file === undefined) return null;
          return html`<li>
            <a href="${documentPath({ shardRegion, id: publicationId }, format)}"
              >${FORMAT_NAMES[format]} <small>${sizeText(file.size)}</small></a
            >
          </li>`;
        })}
      </ul>`;
  })}`;
}

const sizeText = (bytes: number): string =>
  bytes >= 1_048_576 ? `${(bytes / 1_048_576).toFixed(1)} MB` : `${Math.max(1, Math.round(bytes / 1024))} KB`;

/** The years of a thing, the shown one marked. */
export function yearLinks(years: readonly number[], shown: number, path: (year: number) => string): Markup {
  return html`<nav class="years" aria-label="年度">
    ${years.map((year) =>
      year === shown
        ? html`<span aria-current="page">${year} 年度</span>`
        : html`<a href="${path(year)}">${year} 年度</a>`,
    )}
  </nav>`;
}
