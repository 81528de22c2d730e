// The one tokenizer of prose: finds every figure of a text, and keeps out what only looks like one
// (years, dates, ordinals, document numbers, codes). Ranges and limits are found and marked, because
// they state no fact.

import type { Place } from "../document/document.ts";
import type { StatedFigure, Unreadable } from "./figure.ts";
import { statedFigure } from "./figure.ts";
import { halfWidthText } from "./normalize.ts";
import { parseNumber, proposeNumber } from "./parse-figure.ts";
import type { Unit } from "./unit.ts";
import { countUnit, unitAtStart, WAN_YUAN, YI_YUAN } from "./unit.ts";

/** FigureRole: a figure states a fact; a range (3-5个) and a limit (8%以内, 100万元以上) state none. */
type FigureRole = "figure" | "range" | "limit";

/** FoundFigure: a figure where it stands in a text. */
export interface FoundFigure {
  readonly offset: number;
  readonly length: number;
  /** As printed, unit included. */
  readonly raw: string;
  readonly role: FigureRole;
  /** Plain decimal string; null when what is printed is no number. */
  readonly value: string | null;
  readonly proposal?: string;
  readonly unit: Unit | null;
  readonly doubt?: string;
}

interface NumberToken {
  readonly start: number;
  readonly end: number;
  readonly digits: string;
}

const NUMBER = /\d+(?:(?:\s*\.\s*|,)\d+)*/gu;
const YEAR = /^(?:19|20)\d\d$/u;
const LIMIT_AFTER = /^(?:\((?:含|不含)[^)]*\))?(?:及|或|和)?(?:以上|以内|以下|以外|之内|左右|上下)/u;
const LIMIT_BEFORE =
  /(?:不超过|不高于|不低于|不少于|不得超过|不得低于|不大于|不小于|超过|高于|低于|大于|小于|多于|少于|至少|最多|最高|近|约|[≥≤<>])\s*$/u;
const APPROXIMATE = /^\s*(?:多|余|几)/u;
const RANGE_JOINT = /^\s*(?:[-—–―~～至到]|--|——)\s*$/u;
const DURATION = /^\s*(?:小时|分钟|秒|个月|周|月|日|时|点|号|届|级|楼|层|室|轮|版)/u;
const PER =
  /^(?:\/(?:人次|人|名|年|月|天|日|次|台|套|辆|户|个|项|件|份|平方米|米|公里|亩|吨|学期|季度|批次|场)){1,3}/u;
const CLAUSE_EDGE = /^[\s。.，,、;；:：)）」”"'!！?？%]/u;

/** The words right before a place; looking farther back would make long paragraphs slow. */
const before = (plain: string, at: number): string =>
  plain.slice(Math.max(0, at - LOOK_BACK), Math.max(0, at));
const LOOK_BACK = 48;

/** Finds all figures of a text in order. */
export function findFigures(text: string): readonly FoundFigure[] {
  const plain = halfWidthText(text);
  const tokens = [...plain.matchAll(NUMBER)].flatMap((match) => splitToken(match[0], match.index, text));
  const found: FoundFigure[] = [];
  for (let index = 0; index < tokens.length; index += 1) {
    const token = tokens[index];
    if (token === undefined) continue;
    const next = tokens[index + 1];
    const range = next === undefined ? undefined : rangeOf(plain, token, next);
    if (range !== undefined) {
      index += 1;
      if (range !== "nothing")
        found.push({ ...range, raw: text.slice(range.offset, range.offset + range.length) });
      continue;
    }
    const figure = figureAt(plain, text, token);
    if (figure !== undefined) found.push(figure);
  }
  return found;
}

/** The found figure as a value with its place: a figure, or unreadable with a proposal. */
export function statedFound(found: FoundFigure, place: Place): StatedFigure | Unreadable {
  const figure = found.value === null ? undefined : statedFigure(found.value, found.unit, place, found.raw);
  if (figure !== undefined) return found.doubt === undefined ? figure : { ...figure, doubt: found.doubt };
  return {
    kind: "unreadable",
    raw: found.raw,
    place,
    ...(found.proposal === undefined ? {} : { proposal: found.proposal }),
  };
}

/** A comma that separates no thousands, and a full stop that ends a list number, part two numbers. */
function splitToken(matched: string, start: number, text: string): readonly NumberToken[] {
  const whole = (): readonly NumberToken[] => [{ start, end: start + matched.length, digits: matched }];
  const listNumber = /^(\d{1,2})\.\s*((?:19|20)\d\d)$/u.exec(matched);
  if (listNumber !== null && /^\s*年/u.test(text.slice(start + matched.length))) {
    const offset = matched.length - (listNumber[2] ?? "").length;
    return [{ start: start + offset, end: start + matched.length, digits: listNumber[2] ?? "" }];
  }
  if (!matched.includes(",") || parseNumber(matched) !== undefined || matched.includes(".")) return whole();
  let offset = 0;
  return matched.split(",").map((digits) => {
    const token = { start: start + offset, end: start + offset + digits.length, digits };
    offset += digits.length + 1;
    return token;
  });
}

function rangeOf(
  plain: string,
  from: NumberToken,
  to: NumberToken,
): Omit<FoundFigure, "raw"> | "nothing" | undefined {
  const between = plain.slice(from.end, to.start);
  const unit = unitAt(plain, to.end);
  const firstUnit = unitAtStart(between.trimStart());
  const joint = firstUnit === undefined ? between : between.trimStart().slice(firstUnit.name.length);
  if (/^\s*[*×xX/]\s*$/u.test(between) && !isYearOrDate(plain, to)) return "nothing";
  if (!RANGE_JOINT.test(joint)) return undefined;
  if (YEAR.test(from.digits) || isYearOrDate(plain, to) || DURATION.test(plain.slice(to.end)))
    return "nothing";
  if (unit === undefined) return firstUnit === undefined && between.includes("-") ? "nothing" : undefined;
  return {
    offset: from.start,
    length: unit.end - from.start,
    role: "range",
    value: parseNumber(from.digits) ?? null,
    unit: unit.unit,
  };
}

function figureAt(plain: string, text: string, token: NumberToken): FoundFigure | undefined {
  if (isYearOrDate(plain, token) || isOrdinal(plain, token) || isPartOfCode(plain, token)) return undefined;
  const sign = signBefore(plain, token.start);
  const printed = unitAt(plain, token.end);
  const value = parseNumber(`${sign}${token.digits}`);
  if (printed === undefined && !standsAlone(plain, token, value)) return undefined;
  const offset = token.start - sign.length;
  const end = printed?.end ?? token.end;
  const raw = text.slice(offset, end).trim();
  const after = plain.slice(end);
  const isLimit =
    printed?.approximate === true || LIMIT_AFTER.test(after) || LIMIT_BEFORE.test(before(plain, offset));
  const proposal = value === undefined ? proposed(token.digits) : undefined;
  return {
    offset,
    length: end - offset,
    raw,
    role: isLimit ? "limit" : "figure",
    value: value ?? null,
    unit: printed?.unit ?? null,
    ...(proposal === undefined ? {} : { proposal }),
    ...(printed?.doubt === undefined ? {} : { doubt: printed.doubt }),
  };
}

const proposed = (digits: string): string | undefined =>
  proposeNumber(digits) ?? parseNumber(digits.replace(/[,\s]/gu, ""));

interface PrintedUnit {
  readonly unit: Unit;
  readonly end: number;
  readonly approximate?: boolean;
  readonly doubt?: string;
}

/** The unit printed after a number, compound units (万元/人/年) as a name of their own. */
function unitAt(plain: string, at: number): PrintedUnit | undefined {
  const rest = plain.slice(at, at + 24);
  const lead = /^\s*(?:多|余|几)?\s*/u.exec(rest)?.[0] ?? "";
  const body = rest.slice(lead.length);
  const approximate = APPROXIMATE.test(rest) || /^[万亿](?:多|余)/u.test(body);
  const base = body.replace(/^([万亿])(?:多|余)/u, "$1");
  const skipped = body.length - base.length;
  const start = at + lead.length + skipped;
  const known = unitAtStart(base) ?? largeCount(base);
  if (known === undefined) return undefined;
  if ("unit" in known) {
    const doubt = known.doubt === undefined ? {} : { doubt: known.doubt };
    return { unit: known.unit, end: start + known.length, approximate, ...doubt };
  }
  if (isOtherWord(base, known.name)) return undefined;
  const compound = PER.exec(base.slice(known.name.length))?.[0] ?? "";
  const unit = compound === "" ? known : countUnit(known.name + compound);
  return { unit, end: start + known.name.length + compound.length, approximate };
}

/** "3万人次" counts; "0.39万" with nothing after it lost its 元. */
function largeCount(base: string): { unit: Unit; length: number; doubt?: string } | undefined {
  const large = base[0];
  if (large !== "万" && large !== "亿") return undefined;
  const scale = large === "万" ? 10_000n : 100_000_000n;
  const counted = unitAtStart(base.slice(1));
  if (counted?.dimension === "count") {
    const name = large + counted.name;
    return { unit: { name, dimension: "count", scale }, length: name.length };
  }
  if (base.length > 1 && !/^[\s。，,、;:()]/u.test(base.slice(1))) return undefined;
  const unit = large === "万" ? WAN_YUAN : YI_YUAN;
  return { unit, length: 1, doubt: `单位只印“${large}”，按“${unit.name}”读` };
}

const OTHER_WORDS: Readonly<Record<string, RegExp>> = {
  年: /^年(?:度|初|末|底|级)/u,
  月: /^月/u,
  日: /^日/u,
  分: /^分(?:钟|之|项|局|管|类|级)/u,
  小时: /^小时/u,
  本: /^本(?:部门|单位|年|级)/u,
  部: /^部(?:门|委|分)/u,
  所: /^所(?:有|属|在|需)/u,
  支: /^支(?:出|付|持)/u,
  处: /^处(?:级|室|置|理)/u,
  期: /^期(?:间|末|初)/u,
  项: /^项(?:级|为)/u,
  人: /^人(?:民|大|均|员经费)/u,
  份: /^份额/u,
};

const isOtherWord = (rest: string, name: string): boolean => OTHER_WORDS[name]?.test(rest) ?? false;

function isYearOrDate(plain: string, token: NumberToken): boolean {
  const after = plain.slice(token.end);
  if (
    YEAR.test(token.digits) &&
    (/^\s*(?:年|财年)/u.test(after) || !/^\s*(?:[.\d]|[^\s\d]?元|[%个人辆项次台])/u.test(after))
  ) {
    return unitAtStart(after.trimStart()) === undefined || /^\s*年/u.test(after);
  }
  if (
    /^(?:19|20)\d\d\s*\.\s*\d{1,2}(?:\s*\.\s*\d{1,2})?$/u.test(token.digits) &&
    unitAt(plain, token.end) === undefined
  ) {
    return true;
  }
  return DURATION.test(after);
}

/** 第3, list numbers ("1、", "(1)", "1.") at the start of a sentence, and bracketed years of documents. */
function isOrdinal(plain: string, token: NumberToken): boolean {
  const lead = before(plain, token.start);
  const after = plain.slice(token.end);
  if (/第\s*$/u.test(lead)) return true;
  if (/[[(〔【﹝{]\s*$/u.test(lead) && /^\s*[\])〕】﹞}]/u.test(after)) return true;
  if (!/(?:^|[\s。;；:：!?\n])-?\s*$/u.test(lead)) return false;
  return /^\s*(?:、|\)|\.(?!\d)|．)/u.test(after) && token.digits.length <= 3;
}

/** Digits inside a code: letters or hyphens beside them, or a classification code before its name. */
function isPartOfCode(plain: string, token: NumberToken): boolean {
  const after = plain.slice(token.end);
  if (/[A-Za-z_#]/u.test(plain[token.start - 1] ?? "") || /^[A-Za-z_]/u.test(after)) return true;
  if (/\d-$/u.test(before(plain, token.start)) || /^-[\d\p{Script=Han}]/u.test(after)) return true;
  return (
    /^[1-5]\d{2}(?:\d{2}){0,2}$/u.test(token.digits) &&
    /^\s*\p{Script=Han}/u.test(after) &&
    unitAt(plain, token.end) === undefined
  );
}

const signBefore = (plain: string, start: number): string =>
  /[-−﹣]$/u.test(before(plain, start)) && !/[\d\p{Script=Han}A-Za-z)]$/u.test(before(plain, start - 1))
    ? "-"
    : /[\p{Script=Han}][-−]$/u.test(before(plain, start))
      ? "-"
      : "";

/** A number without unit counts when it has decimals or ends its clause. */
function standsAlone(plain: string, token: NumberToken, value: string | undefined): boolean {
  const after = plain.slice(token.end);
  const lead = before(plain, token.start).trimEnd();
  if (value === undefined) return false;
  if (/[./*×]$/u.test(lead) || /^\s*[/*×]/u.test(after)) return false;
  if (value.includes(".")) return true;
  const isEdge = after === "" || CLAUSE_EDGE.test(after);
  return isEdge && /[为达是到:加长降少]$/u.test(lead);
}
