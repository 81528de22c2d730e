// Rows of an EntryGroup to LibraryEntry; a row that is wrong is our own fault.

import { invariant } from "../document/invariant.ts";
import { halfWidthText } from "../figures/normalize.ts";
import type { EntryGroup, LibraryEntry } from "./entry-group.ts";
import { findLevel2 } from "./levels.ts";

const CATEGORIES_BASIS = "指标类别依据财预〔2021〕101号";
const COLUMNS = 9;

/** The entries of a category in the order of its rows. */
export function parseEntries(group: EntryGroup): readonly LibraryEntry[] {
  return group.rows
    .split("\n")
    .filter((row) => row.trim() !== "")
    .map((row) => parseRow(row, group));
}

function parseRow(row: string, group: EntryGroup): LibraryEntry {
  const cells = row.split("|").map((cell) => cell.trim());
  const [slug = "", level = "", name = "", target = "", points = "", formula = "", evidence = ""] = cells;
  const [aliases = "", topics = ""] = cells.slice(7);
  const level2 = findLevel2(level);
  invariant(cells.length <= COLUMNS, `columns of ${group.id}.${slug}`);
  invariant(level2 !== undefined, `level of ${group.id}.${slug}`);
  invariant(name !== "" && formula !== "" && evidence !== "", `words of ${group.id}.${slug}`);
  invariant(/^[1-9]\d?$/u.test(points), `points of ${group.id}.${slug}`);
  const isGeneralised = slug.endsWith("*");
  return {
    id: `${group.id}.${slug.replace("*", "")}`,
    category: group.id,
    categoryName: group.name,
    level2,
    name,
    ...targetOf(target),
    points: Number(points),
    formula,
    evidence: listed(evidence, "、"),
    aliases: listed(aliases, "、"),
    topics: listed(topics, " "),
    economicCodes: listed(group.economicCodes, " "),
    source: `${isGeneralised ? "示例文件中的常见指标，概括" : "通用"}；${CATEGORIES_BASIS}`,
  };
}

type Target = Pick<LibraryEntry, "target" | "targetIsAmount" | "kind" | "comparator" | "unit">;

function targetOf(printed: string): Target {
  const target = printed.replace("【金额】", "【】");
  const first = halfWidthText(target)[0];
  const comparator = first === "=" || first === "≥" || first === "≤" ? first : null;
  const isDate = target.endsWith("前");
  const isQuantity = comparator !== null || isDate;
  return {
    target,
    targetIsAmount: printed.includes("【金额】"),
    kind: isQuantity ? "quantitative" : "qualitative",
    comparator: isDate ? "≤" : comparator,
    unit: comparator === null ? "" : target.replace(/^.(?:【】|[\d.]+|万分之一)/u, ""),
  };
}

/** The words of a category; those that many kinds of projects bear tell little. */
export function keywordsOf(
  keywords: string,
): readonly { readonly word: string; readonly tellsLittle: boolean }[] {
  return listed(keywords, " ").map((word) => ({
    word: word.replace("?", ""),
    tellsLittle: word.endsWith("?"),
  }));
}

function listed(text: string, mark: string): readonly string[] {
  return text.split(mark).filter((part) => part !== "");
}
