// Indicators as people read them: entries found, a suggested set, reviews, and near-duplicates.

import type { LibraryEntry } from "@jueming/core/indicators/entry-group.ts";
import type { NearDuplicate } from "@jueming/core/indicators/review/near-duplicates.ts";
import type { IndicatorReview } from "@jueming/core/indicators/review/review-indicators.ts";
import type { SuggestedLevel, SuggestedSet } from "@jueming/core/indicators/suggest/suggest-indicators.ts";
import type { Edition } from "@jueming/core/regions/edition.ts";

import type { Paint } from "./paint.ts";
import { alignedRows, printable } from "./printed-width.ts";

const RIGHT = { side: "right" } as const;
const FORMULA = { limit: 64 };

/** Entries of the library, one a line. */
export function textEntries(entries: readonly LibraryEntry[], paint: Paint): string {
  if (entries.length === 0) return "没有找到合适的指标。请换用别的词，或减少筛选条件。\n";
  const rows = entries.map((entry) => [
    entry.level2,
    entry.name,
    entry.target,
    entry.categoryName,
    entry.formula,
    entry.evidence.join("、"),
  ]);
  const head = ["二级指标", "指标名称", "常用指标值", "项目类别", "计算方法", "佐证材料"];
  const [first = "", ...lines] = alignedRows([head, ...rows], [{}, {}, {}, {}, FORMULA, {}]);
  return `${[paint.faint(first), ...lines].join("\n")}\n\n共 ${entries.length} 项。【】为应按项目实际填写的数值。\n`;
}

interface Setting {
  readonly project: string;
  readonly edition: Edition;
}

/** A suggested set, level by level. */
export function textSuggestions(set: SuggestedSet, { project, edition }: Setting, paint: Paint): string {
  const told =
    set.categories.length === 0
      ? "未能判断项目类别，以下为各类项目通用的指标；可用 --category 指定类别"
      : set.categories.map(({ group, why }) => `${group.name}（依据${why}）`).join("、");
  const suggested = set.levels.flatMap(({ suggestions }) => suggestions);
  const head = ["二级指标", "指标名称", "指标值", "分值", "计算方法", "建议理由"];
  const rows = set.levels.flatMap((level) => rowsOf(level));
  const [first = "", ...lines] = alignedRows([head, ...rows], [{}, { limit: 44 }, {}, RIGHT, FORMULA, {}]);
  const toFill = suggested.filter((one) => one.toFill).length;
  let at = 0;
  const parts = set.levels.map((level) => {
    const { length } = rowsOf(level);
    const own = lines.slice(at, at + length);
    at += length;
    const note = level.note === null ? [] : [level.note];
    return [paint.strong(`${level.level1}（${level.points.toFixed()}分）`), ...own, ...note].join("\n");
  });
  const unplaced = set.unplaced.map(({ name }) => `“${name}”`).join("、");
  return [
    `${paint.strong("绩效指标建议")}  ${printable(project)}`,
    `项目类别：${told}`,
    `分值依据：${edition.name}；预算执行率另计`,
    "",
    paint.faint(first),
    ...parts,
    "",
    `建议 ${suggested.length} 项指标，其中 ${toFill} 项的指标值须按项目实际填写【】。`,
    ...(unplaced === "" ? [] : [`已有指标${printable(unplaced)}所在的一级指标没有分值，未计入。`]),
    "",
  ].join("\n");
}

function rowsOf({ kept, suggestions }: SuggestedLevel): readonly (readonly string[])[] {
  return [
    ...kept.map(({ indicator, points }) => [
      indicator.level2,
      indicator.name,
      "",
      points.toFixed(),
      "",
      indicator.points === null ? "已有指标，分值为建议" : "已有指标",
    ]),
    ...suggestions.map(({ entry, level2, target, points, reason }) => [
      level2,
      entry.name,
      target,
      points.toFixed(),
      entry.formula,
      reason,
    ]),
  ];
}

/** Reviews of the projects of one document. */
export function textReviews(reviews: readonly IndicatorReview[], source: string, paint: Paint): string {
  const head = `${paint.strong("指标质量提示")}  ${printable(source)}\n`;
  if (reviews.length === 0) return `${head}没有项目支出绩效自评。\n`;
  const parts = reviews.map(({ project, indicators, hints, known }, index) => {
    const lines = hints.map(
      ({ severity, message, advice, basis }) =>
        `  ${severity === "warning" ? "警告" : "提示"}  ${printable(message)}\n        ${printable(advice)}${paint.faint(`［${basis}］`)}`,
    );
    const title = paint.strong(`${index + 1}. ${printable(project)}`);
    return [
      `${title}  ${indicators} 项指标（${known.length} 项与指标库中的相同），${hints.length} 条提示`,
      ...lines,
    ].join("\n");
  });
  const total = reviews.reduce((sum, { hints }) => sum + hints.length, 0);
  return `${head}\n${parts.join("\n\n")}\n\n${reviews.length} 个项目，共 ${total} 条提示。提示供修改时参考，不是核对结论。\n`;
}

const SCOPES = { "within-project": "项目内", "across-projects": "项目间" } as const;

/** Near-duplicates, one a line. */
export function textDuplicates(duplicates: readonly NearDuplicate[], projects: number, paint: Paint): string {
  if (projects === 0) return "没有项目支出绩效自评。\n";
  if (duplicates.length === 0) return `${projects} 个项目，没有相似的指标。\n`;
  const rows = duplicates.map(({ scope, left, right, likeness, explanation }) => [
    SCOPES[scope],
    likeness.toFixed(2),
    `${left.project}：${left.name}`,
    `${right.project}：${right.name}`,
    explanation,
  ]);
  const head = ["范围", "相似度", "指标", "相似的指标", "相似之处"];
  const [first = "", ...lines] = alignedRows([head, ...rows], [{}, RIGHT, { limit: 44 }, { limit: 44 }, {}]);
  return `${[paint.faint(first), ...lines].join("\n")}\n\n${projects} 个项目，${duplicates.length} 处相似。\n`;
}
