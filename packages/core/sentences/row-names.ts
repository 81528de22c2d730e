// Names of the rows of an `each`, run backwards: a printed name gives the row's key.

import { economicRows } from "../accounts/classification/economic-classification.ts";
import { functionCodes } from "../accounts/classification/function-classification.ts";
import { CLAUSE, plainWords, ROW, SENTENCE } from "./plain-words.ts";
import type { RowSet } from "./template.ts";

/** Names that the document's own tables print for codes; the list of 项 is never complete. */
export interface PrintedName {
  readonly code: string;
  readonly name: string;
}

/** RowsFound: the plain text with every row name replaced by one sign, and their keys in order. */
export interface RowsFound {
  readonly text: string;
  readonly keys: readonly string[];
}

/** RowFinder: finds the names of a set of rows in plain words. */
export type RowFinder = (plain: string) => RowsFound;

/** Key of a named row that no list knows; the name follows. */
export const UNKNOWN_ROW = "?";

interface PlainName {
  readonly key: string;
  readonly name: string;
}

/** Makes the finder of a set of rows, once per document. */
export function rowFinder(rows: RowSet, printed: readonly PrintedName[]): RowFinder {
  if (rows.kind === "function-codes") return functionFinder(printed);
  const names: readonly PlainName[] =
    rows.kind === "list"
      ? rows.rows.flatMap(({ key, names }) => names.map((name) => ({ key, name: plainWords(name) })))
      : economicRows.map(({ code, name }) => ({ key: code, name: plainWords(name) }));
  return listFinder(names);
}

function listFinder(names: readonly PlainName[]): RowFinder {
  const keys = new Map<string, string>();
  for (const { key, name } of names) if (!keys.has(name)) keys.set(name, key);
  const pattern = alternation([...keys.keys()]);
  return (plain) => {
    const found: string[] = [];
    const text = plain.replace(pattern, (name) => {
      found.push(keys.get(name) ?? UNKNOWN_ROW);
      return ROW;
    });
    return { text, keys: found };
  };
}

const alternation = (names: readonly string[]): RegExp =>
  new RegExp(
    names
      .filter((name) => name !== "")
      .toSorted((a, b) => b.length - a.length)
      .map((name) => name.replace(/[|\\{}()[\]^$+*?.]/gu, "\\$&"))
      .join("|"),
    "gu",
  );

/** 类, and after it 款 and 项 named in a chain; the deepest one named is the row. */
function functionFinder(printed: readonly PrintedName[]): RowFinder {
  const ofFunctions = printed.filter(({ code }) => /^2(?:\d\d){1,3}$/u.test(code));
  const listed = [...ofFunctions, ...functionCodes].map(({ code, name }) => ({
    code,
    name: plainWords(name),
  }));
  const classes = listed.filter(({ code }) => code.length === 3);
  const classCode = new Map(classes.toReversed().map(({ code, name }) => [name, code]));
  const items = listed.filter(({ code, name }) => code.length === 7 && name.length >= 4);
  const itemCode = new Map(items.toReversed().map(({ code, name }) => [name, code]));
  const pattern = alternation([...classCode.keys()]);
  const itemPattern =
    ofFunctions.length === 0
      ? null
      : alternation(ofFunctions.filter(({ code }) => code.length === 7).map(({ name }) => plainWords(name)));
  const chain = new RegExp(
    `(${pattern.source})(?:类(?:([^类款${CLAUSE}${SENTENCE}]{2,30})款)?(?:([^类款${CLAUSE}${SENTENCE}]{2,40}?)项(?!目))?)?`,
    "gu",
  );
  return (plain) => {
    const keys: string[] = [];
    const text = plain.replace(chain, (_, className: string, section?: string, item?: string) => {
      const top = classCode.get(className) ?? UNKNOWN_ROW;
      keys.push(deepest(listed, top, section, item));
      return ROW;
    });
    if (keys.length > 0 || itemPattern === null) return { text, keys };
    const byItem = plain.replace(itemPattern, (name) => {
      keys.push(itemCode.get(name) ?? UNKNOWN_ROW);
      return ROW;
    });
    return { text: byItem, keys };
  };
}

function deepest(
  listed: readonly { code: string; name: string }[],
  top: string,
  section: string | undefined,
  item: string | undefined,
): string {
  if (section === undefined && item === undefined) return top;
  const below = listed.filter(({ code }) => code.startsWith(top));
  const sectionCode =
    section === undefined ? top : below.find(({ code, name }) => code.length === 5 && name === section)?.code;
  if (item === undefined) return sectionCode ?? `${UNKNOWN_ROW}${section ?? ""}`;
  const candidates = below.filter(({ code, name }) => code.length === 7 && name === item);
  const inSection = candidates.find(({ code }) => sectionCode !== undefined && code.startsWith(sectionCode));
  const only = candidates.length === 1 ? candidates[0] : undefined;
  return (inSection ?? only)?.code ?? `${UNKNOWN_ROW}${item}`;
}
