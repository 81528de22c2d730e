// Names of the rows of an `each`, run backwards: a printed name gives the row's key.

import { remembered } from "../figures/remembered.ts";
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

/** Makes the finder of a set of rows, once per document; words after one figure are words before the next. */
export function rowFinder(rows: RowSet, printed: readonly PrintedName[]): RowFinder {
  return remembered(finderOf(rows, printed));
}

function finderOf(rows: RowSet, printed: readonly PrintedName[]): RowFinder {
  if (rows.kind === "function-codes") return functionFinder(printed);
  const names: readonly PlainName[] =
    rows.kind === "list"
      ? rows.rows.flatMap(({ key, names }) => names.map((name) => ({ key, name: plainWords(name) })))
      : economicRows.map(({ code, name }) => ({ key: code, name: plainWords(name) }));
  return listFinder(names);
}

/** One character in four may be misread in a name that begins a clause, where a row should be named. */
const MISREAD_SHARE = 4;

/** The last misread name of a text; print that names a row exactly needs no guess. */
function misreadName(plain: string, names: readonly PlainName[]): { at: number; found: PlainName } | null {
  for (let at = plain.length - MISREAD_SHARE; at >= 0; at -= 1) {
    if (!beginsClause(plain, at)) continue;
    const found = names.find(
      ({ name }) =>
        name.length >= MISREAD_SHARE &&
        differences(plain.slice(at, at + name.length), name) <= name.length / MISREAD_SHARE,
    );
    if (found !== undefined) return { at, found };
  }
  return null;
}

const beginsClause = (plain: string, at: number): boolean =>
  at === 0 || plain[at - 1] === CLAUSE || plain[at - 1] === SENTENCE || plain.slice(at - 2, at) === "其中";

function differences(printed: string, name: string): number {
  let count = 0;
  const most = name.length / MISREAD_SHARE;
  for (let at = 0; at < name.length && count <= most; at += 1) if (printed[at] !== name[at]) count += 1;
  return count;
}

const byLength = (names: readonly PlainName[]): readonly PlainName[] =>
  names.toSorted((a, b) => b.name.length - a.name.length);

function listFinder(names: readonly PlainName[]): RowFinder {
  const keys = new Map<string, string>();
  for (const { key, name } of names) if (!keys.has(name)) keys.set(name, key);
  const pattern = alternation([...keys.keys()]);
  const longestFirst = byLength(names);
  return (plain) => {
    const found: string[] = [];
    const text = plain.replace(pattern, (name) => {
      found.push(keys.get(name) ?? UNKNOWN_ROW);
      return ROW;
    });
    const misread = found.length > 0 ? null : misreadName(plain, longestFirst);
    if (misread === null) return { text, keys: found };
    const { at, found: meant } = misread;
    return { text: plain.slice(0, at) + ROW + plain.slice(at + meant.name.length), keys: [meant.key] };
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

/** Shorter ones (教育, 其他) are words of any sentence. */
const SHORTEST_ALONE = 4;

/** Names that classes carried before; offices go on printing them. */
const formerClasses: readonly ListedName[] = (
  [
    ["207", "文化体育与传媒支出"],
    ["210", "医疗卫生与计划生育支出"],
    ["215", "资源勘探信息等支出"],
    ["220", "国土海洋气象等支出"],
  ] as const
).map(([code, name]) => ({ code, name: plainWords(name) }));

/** 类, and after it 款 and 项 named in a chain; the deepest one named is the row. */
function functionFinder(printed: readonly PrintedName[]): RowFinder {
  const ofFunctions = printed.filter(({ code }) => /^2(?:\d\d){1,3}$/u.test(code));
  const listed = [...ofFunctions, ...functionCodes].map(({ code, name }) => ({
    code,
    name: plainWords(name),
  }));
  const classes = listed.filter(({ code }) => code.length === 3);
  const classCode = new Map(
    [...formerClasses, ...classes].toReversed().map(({ code, name }) => [name, code]),
  );
  const items = listed.filter(({ code, name }) => code.length === 7 && name.length >= 4);
  const itemCode = new Map(items.toReversed().map(({ code, name }) => [name, code]));
  const shortNames = withoutExpenditure(classCode);
  for (const [name, code] of shortNames) classCode.set(name, code);
  // "住房保障（类）支出" puts the sign of the level inside the name.
  const shortPattern = alternation([...shortNames.keys()]).source;
  // … and a list may print the short name alone before its amount (1.“一般公共服务”306.90万元).
  const alone = alternation([...shortNames.keys()].filter((name) => name.length >= SHORTEST_ALONE)).source;
  const pattern = `${alternation([...classCode.keys()].filter((name) => !shortNames.has(name))).source}|(?:${shortPattern})(?=类)|(?<=^|[${CLAUSE}${SENTENCE}\\d])(?:${alone})(?=$)`;
  const itemPattern =
    ofFunctions.length === 0
      ? null
      : alternation(ofFunctions.filter(({ code }) => code.length === 7).map(({ name }) => plainWords(name)));
  const top = new RegExp(`(${pattern})(?:(类)(?:支出(?=$|年初|预算))?)?`, "gu");
  const classNames = byLength(classes.map(({ code, name }) => ({ key: code, name })));
  const chained = (plain: string): RowsFound => {
    const keys: string[] = [];
    let text = "";
    let from = 0;
    for (let match = top.exec(plain); match !== null; match = top.exec(plain)) {
      const code = classCode.get(match[1] ?? "") ?? UNKNOWN_ROW;
      const named =
        match[2] === undefined ? { key: code, length: 0 } : below(listed, code, plain.slice(top.lastIndex));
      keys.push(named.key);
      text += plain.slice(from, match.index) + ROW;
      from = top.lastIndex + named.length;
      top.lastIndex = from;
    }
    return { text: text + plain.slice(from), keys };
  };
  return (plain) => {
    const exact = chained(plain);
    if (exact.keys.length > 0) return exact;
    const misread = misreadName(plain, classNames);
    if (misread !== null) {
      const { at, found } = misread;
      return chained(plain.slice(0, at) + found.name + plain.slice(at + found.name.length));
    }
    const keys: string[] = [];
    if (itemPattern === null) return exact;
    const byItem = plain.replace(itemPattern, (name) => {
      keys.push(itemCode.get(name) ?? UNKNOWN_ROW);
      return ROW;
    });
    return { text: byItem, keys };
  };
}

/** Names of classes without their last word, and their codes. */
function withoutExpenditure(classCode: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
  return new Map(
    [...classCode].flatMap(([name, code]) => {
      const short = name.replace(/支出$/u, "");
      return short === name || classCode.has(short) ? [] : [[short, code] as const];
    }),
  );
}

interface ListedName {
  readonly code: string;
  readonly name: string;
}

const SECTION_NAME = new RegExp(`^([^类款${CLAUSE}${SENTENCE}]{2,30})款`, "u");
const ITEM_NAMES = [
  // A name may hold the sign itself (文化产业发展专项支出); what follows the sign tells.
  new RegExp(`^([^类款${CLAUSE}${SENTENCE}]{2,40}?)项(?=$|[${CLAUSE}${SENTENCE}]|主要|年初|支出决算)`, "u"),
  new RegExp(`^([^类款${CLAUSE}${SENTENCE}]{2,40}?)项(?!目)`, "u"),
];

/** 款 and 项 named after a class, and how long their words are. */
function below(
  listed: readonly ListedName[],
  top: string,
  plain: string,
): { readonly key: string; readonly length: number } {
  const ofTop = listed.filter(({ code }) => code.startsWith(top));
  const section = levelName(ofTop, 5, "款", plain) ?? SECTION_NAME.exec(plain)?.[1];
  const afterSection = section === undefined ? 0 : section.length + 1;
  const rest = plain.slice(afterSection);
  const item =
    levelName(ofTop, 7, "项", rest) ??
    ITEM_NAMES.map((pattern) => pattern.exec(rest)?.[1]).find((name) => name !== undefined);
  return {
    key: deepest(listed, top, section, item),
    length: afterSection + (item === undefined ? 0 : item.length + 1),
  };
}

/** The longest listed name of a level that the words begin with, marked as such; names may hold marks themselves. */
function levelName(
  listed: readonly ListedName[],
  digits: number,
  mark: string,
  plain: string,
): string | undefined {
  return listed
    .filter(({ code, name }) => code.length === digits && plain.startsWith(name + mark))
    .map(({ name }) => name)
    .toSorted((a, b) => b.length - a.length)[0];
}

function deepest(
  listed: readonly { code: string; name: string }[],
  top: string,
  section: string | undefined,
  item: string | undefined,
): string {
  if (section === undefined && item === undefined) return top;
  const ofTop = listed.filter(({ code }) => code.startsWith(top));
  const sectionCode =
    section === undefined ? top : ofTop.find(({ code, name }) => code.length === 5 && name === section)?.code;
  if (item === undefined) return sectionCode ?? `${UNKNOWN_ROW}${section ?? ""}`;
  // Several tables print the same 项.
  const candidates = [
    ...new Set(ofTop.filter(({ code, name }) => code.length === 7 && name === item).map(({ code }) => code)),
  ];
  const inSection = candidates.find((code) => sectionCode !== undefined && code.startsWith(sectionCode));
  const only = candidates.length === 1 ? candidates[0] : undefined;
  return inSection ?? only ?? `${UNKNOWN_ROW}${item}`;
}
