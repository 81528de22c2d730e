// The rows that a sentence lists: classes with money in them, or each 项 with the 类 and 款 above it.

import { economicRows } from "../../accounts/classification/economic-classification.ts";
import { findFunctionCode } from "../../accounts/classification/function-classification.ts";
import type { AccountsTable, Disclosure } from "../../disclosure/disclosure.ts";
import type { Part, RowName, RowSet, SentenceTemplate } from "../../sentences/template.ts";

/** What codes are called in the tables of the disclosure, else in the national list. */
export type CodeNames = (code: string) => string;

export function codeNamesOf({ tables, year }: Disclosure): CodeNames {
  const printed = new Map(
    tables.flatMap(({ rows }) =>
      rows.flatMap(({ code, name }) => (code === null || name === null ? [] : [[code, name] as const])),
    ),
  );
  return (code) => printed.get(code) ?? findFunctionCode(code, year ?? 0)?.name ?? code;
}

/** LEVEL: digits of a 类 and of a 项. */
const DIGITS = { class: 3, item: 7 } as const;

/** The rows of a classification as a sentence lists them. */
export function rowsOf(rows: RowSet, template: SentenceTemplate, disclosure: Disclosure): readonly RowName[] {
  if (rows.kind === "list") return rows.rows;
  if (rows.kind === "economic-codes")
    return economicRows.map(({ code, name }) => ({ key: code, names: [name] }));
  const names = codeNamesOf(disclosure);
  const table = disclosure.tables.find(({ concept }) => concept === conceptOf(template.parts));
  const level = rows.level ?? statedLevel(template, disclosure);
  return codesOf(table, DIGITS[level]).map((code) => ({
    key: code,
    names: [
      level === "item" ? chainOf(code, names) : `${names(code)}${rows.marked === true ? "（类）" : ""}`,
    ],
  }));
}

/** A unit that tells every 项 where the form lists 类 is followed in that. */
function statedLevel({ id }: SentenceTemplate, { narrative }: Disclosure): "class" | "item" {
  const codes = narrative
    .filter(({ template }) => template === id)
    .flatMap(({ figures }) => figures.map(({ refersTo }) => refersTo.code))
    .filter((code) => code !== undefined && code !== null);
  return codes.length > 0 && codes.every((code) => code.length === DIGITS.item) ? "item" : "class";
}

/** Codes of one level in the order of the table. */
function codesOf(table: AccountsTable | undefined, digits: number): readonly string[] {
  const codes = (table?.rows ?? []).map(({ code }) => code).filter((code) => code !== null);
  const own = codes.filter((code) => code.length === digits);
  return [...new Set(own)];
}

/** 教育支出（类）普通教育（款）小学教育（项） */
function chainOf(code: string, names: CodeNames): string {
  const levels = [
    [3, "类"],
    [5, "款"],
    [7, "项"],
  ] as const;
  return levels.map(([digits, sign]) => `${names(code.slice(0, digits))}（${sign}）`).join("");
}

/** The table whose codes a list runs over: that of the first fact with a row in it. */
function conceptOf(parts: readonly Part[]): string | undefined {
  for (const part of parts) {
    const found = conceptIn(part);
    if (found !== undefined) return found;
  }
  return undefined;
}

function conceptIn(part: Part): string | undefined {
  switch (part.kind) {
    case "figure": {
      const { of } = part.expression;
      return of.code === "$row" ? of.concept : undefined;
    }
    case "optional":
    case "each":
      return conceptOf(part.parts);
    case "choice":
      return conceptOf(part.alternatives.flatMap(({ parts }) => parts));
    default:
      return undefined;
  }
}
