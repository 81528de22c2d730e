// The report as one HTML file that needs nothing else: findings worst first, each beside the piece of the
// document that it rests on. Texts of documents are hostile until escaped, and the policy of the page
// lets no other style or script run than its own.

import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";

import type { Severity } from "@jueming/core/checks/finding.ts";
import type { Place } from "@jueming/core/document/document.ts";

import type { CheckedFile } from "../../check.ts";
import { isFailure } from "../../read.ts";
import type { Checked, Judged, ShownFinding } from "../checked.ts";
import { isJudged, resultName, shownFindings, sourceOf, unitName } from "../checked.ts";
import type { ExcerptIndex } from "../excerpts/excerpt-index.ts";
import { excerptIndex } from "../excerpts/excerpt-index.ts";
import type { ExcerptSource } from "../excerpts/excerpts.ts";
import { excerptsOf } from "../excerpts/excerpts.ts";
import { coverageMarkup } from "./coverage-markup.ts";
import { filterMarkup } from "./filter-markup.ts";
import { findingMarkup } from "./finding-markup.ts";
import { escaped } from "./markup.ts";
import { countsMarkup, failuresMarkup, unitsTable } from "./summary-markup.ts";

/** The report on all results, in pieces as they are made. */
export function* htmlReport(results: readonly Checked[], least: Severity): Iterable<string> {
  const checked = results.filter(isJudged);
  const failures = results.filter(isFailure);
  const shown = checked.map((result) => shownFindings(result.result, least));
  const [only] = checked.length === 1 ? checked : [];
  const title = only === undefined ? "核对结果" : `${unitName(only.about)} 核对结果`;
  yield headMarkup(title);
  yield `<header><h1>${escaped(title)}</h1>`;
  yield only === undefined ? manyMarkup(checked, failures.length) : originMarkup(only);
  yield `</header>`;
  yield failuresMarkup(failures);
  yield filterMarkup(shown.flat());
  yield `<main id="findings" tabindex="-1">`;
  const isLarge = shown.flat().length > FINDINGS_WITH_EXCERPTS;
  if (isLarge) yield `<p class="note">问题很多，提示一级不附原文；请按单位分别核对，或见检查底稿。</p>`;
  for (const [index, result] of checked.entries()) {
    yield* resultMarkup(result, shown[index] ?? [], {
      number: index + 1,
      isOnly: only !== undefined,
      isLarge,
      source: excerptSource(result, checked),
    });
  }
  yield `</main><script>${SCRIPT}</script></body></html>\n`;
}

/** Findings up to which hints, too, stand beside the document: a larger page is slow to open. */
const FINDINGS_WITH_EXCERPTS = 3000;

const STYLE = ["page.css", "findings.css", "narrow-and-print.css"].map(ownFile).join("");
const SCRIPT = ownFile("filter.js");

function ownFile(name: string): string {
  return readFileSync(new URL(name, import.meta.url), "utf8");
}

function hashSource(text: string): string {
  return `'sha256-${createHash("sha256").update(text).digest("base64")}'`;
}

function headMarkup(title: string): string {
  const policy = [
    "default-src 'none'",
    `style-src ${hashSource(STYLE)}`,
    `script-src ${hashSource(SCRIPT)}`,
    "base-uri 'none'",
    "form-action 'none'",
  ].join("; ");
  return [
    `<!DOCTYPE html><html lang="zh-CN"><head><meta charset="utf-8">`,
    `<meta http-equiv="Content-Security-Policy" content="${policy}">`,
    `<meta name="viewport" content="width=device-width, initial-scale=1">`,
    `<meta name="referrer" content="no-referrer"><title>${escaped(title)}</title>`,
    `<style>${STYLE}</style></head><body>`,
    `<a class="skip" href="#findings">跳到问题</a>\n`,
  ].join("");
}

function manyMarkup(checked: readonly Judged[], failures: number): string {
  const failed = failures === 0 ? "" : `，${failures} 个文件未能读取`;
  const count = `<p class="origin">${checked.length} 份结果${failed}</p>`;
  return checked.length === 0 ? count : count + unitsTable(checked);
}

/** Where the result comes from, and its counts. */
function originMarkup(result: Judged): string {
  const { year, problems } = result.about;
  const where = "sources" in result ? `合并核对：${result.sources.join("、")}` : result.source;
  const duplicates = "sources" in result ? result.duplicates : [];
  const notes = [
    ...duplicates.map(({ source, of }) => `“${source}”与“${of}”是同一份材料，只计一次。`),
    ...(problems.length === 0 ? [] : [`识读时有 ${problems.length} 处存疑。`]),
  ];
  return [
    `<p class="origin">${year === null ? "年度不明" : `${year} 年度`}　${escaped(where)}</p>`,
    ...notes.map((note) => `<p class="note">${escaped(note)}</p>`),
    countsMarkup(result.result.summary),
  ].join("");
}

interface ResultSetting {
  readonly number: number;
  readonly isOnly: boolean;
  readonly isLarge: boolean;
  readonly source: ExcerptSource;
}

/** The findings and the coverage of one result. */
function* resultMarkup(
  result: Judged,
  shown: readonly ShownFinding[],
  { number, isOnly, isLarge, source }: ResultSetting,
): Iterable<string> {
  yield `<section class="result-section${isOnly ? " only" : ""}" id="u${number}">\n`;
  if (!isOnly) yield `<h2>${escaped(resultName(result))}</h2>${originMarkup(result)}`;
  else yield `<h2 class="skip">问题</h2>`;
  yield `<div class="findings">`;
  if (shown.length === 0) yield `<p class="note">没有要显示的问题。</p>`;
  for (const [index, one] of shown.entries()) {
    yield findingMarkup(one, {
      id: `u${number}-${index + 1}`,
      source: sourceOf(result),
      excerpts:
        isLarge && one.finding.severity === "hint"
          ? { shown: [], leftOut: 0 }
          : excerptsOf(one.finding, source),
    });
  }
  yield `</div>${coverageMarkup(result.result, { withRules: !isLarge })}</section>\n`;
}

/** Finds excerpts in the result's own document, or in the one that a place names; each is indexed once. */
function excerptSource(result: Judged, checked: readonly Judged[]): ExcerptSource {
  const indexes = new Map<CheckedFile, ExcerptIndex>();
  const indexOf = (file: CheckedFile): ExcerptIndex => {
    const known = indexes.get(file) ?? excerptIndex(file.disclosure());
    indexes.set(file, known);
    return known;
  };
  const own = "sources" in result ? null : result;
  const at = ({ source }: Place): ExcerptIndex | null => {
    if (own !== null && (source === undefined || source === own.source || source === own.about.source))
      return indexOf(own);
    const other = checked.find((one): one is CheckedFile => "source" in one && one.source === source);
    return other === undefined ? null : indexOf(other);
  };
  return { at, own: own === null ? null : indexOf(own) };
}
