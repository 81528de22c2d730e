// Which disclosures belong to one unit and year: by codes where both print them, else by names compared
// with damage in mind, because seals and scans garble them.

import { comparable } from "@jueming/core/figures/normalize.ts";

import type { About } from "./kept-disclosure.ts";

/** Likeness of names below which they are two offices; a garbled character in eight is let pass. */
const LIKENESS = 0.85;
const REGION_WORDS =
  /^(?:.{2,8}?(?:省|自治区|直辖市))?(?:.{1,8}?(?:市|自治州|州|地区|盟))?(?:.{1,8}?(?:自治县|县|区|市|自治旗|旗))?(?=.{3})/u;
const PARTY = /^(?:中国共产党|中共)/u;
const NAME_LIMIT = 100;
const NUMERALS = /[\d一二三四五六七八九十]/gu;

/** True when both are of one unit and one year. */
export function isSameUnitAndYear(a: About, b: About): boolean {
  return a.year !== null && a.year === b.year && isSameUnit(a, b);
}

/** True when both are of one unit, whatever the year. */
export function isSameUnit(a: About, b: About): boolean {
  const codes = [a.region.code, b.region.code] as const;
  if (!codesAgree(...codes)) return false;
  if (a.unit.code !== null && b.unit.code !== null) return a.unit.code === b.unit.code;
  const names = [nameOf(a), nameOf(b)] as const;
  if (names[0] === null || names[1] === null) return false;
  const [one, other] = [splitRegion(names[0]), splitRegion(names[1])];
  const regionKnown = codes[0] !== null && codes[1] !== null;
  return (regionKnown || one.region === other.region) && isSameOffice(one.office, other.office);
}

function nameOf({ unit, department }: About): string | null {
  return unit.name ?? department.name;
}

/** Division codes agree when one lies within the other; an unknown one says nothing. */
function codesAgree(a: string | null, b: string | null): boolean {
  if (a === null || b === null) return true;
  const [one, other] = [a.replace(/(?:00)+$/u, ""), b.replace(/(?:00)+$/u, "")];
  return one.startsWith(other) || other.startsWith(one);
}

function splitRegion(name: string): { readonly region: string; readonly office: string } {
  const plain = comparable(name).replace(PARTY, "");
  const region = REGION_WORDS.exec(plain)?.[0] ?? "";
  return { region, office: plain.slice(region.length) };
}

/** Customary short forms: 区委员会办公室 and 区委办 are one office. */
const SHORT_FORMS: readonly (readonly [RegExp, string])[] = [
  [/委员会/gu, "委"],
  [/人民政府/gu, "政府"],
  [/办公[室厅]/gu, "办"],
  [/[（(]?本级[）)]?$/u, ""],
];

const shortened = (office: string): string =>
  SHORT_FORMS.reduce((name, [long, short]) => name.replace(long, short), office);

/** Damage may sit in the very word that has a short form, so both forms are compared. */
function isSameOffice(a: string, b: string): boolean {
  return areAlike(a, b) || areAlike(shortened(a), shortened(b));
}

function areAlike(a: string, b: string): boolean {
  if (a === b) return true;
  // 第一小学 and 第二小学 differ in one character and are two schools.
  if (numeralsOf(a) !== numeralsOf(b)) return false;
  return (2 * commonLength(a, b)) / (a.length + b.length) >= LIKENESS;
}

function numeralsOf(name: string): string {
  return (name.match(NUMERALS) ?? []).join("");
}

/** Length of the longest common subsequence; names are short, so the plain table will do. */
function commonLength(a: string, b: string): number {
  const others = Array.from(b.slice(0, NAME_LIMIT));
  let previous = Array.from({ length: others.length + 1 }, () => 0);
  for (const character of a.slice(0, NAME_LIMIT)) {
    const current = [0];
    for (const [index, other] of others.entries()) {
      const diagonal = (previous[index] ?? 0) + 1;
      current.push(character === other ? diagonal : Math.max(previous[index + 1] ?? 0, current[index] ?? 0));
    }
    previous = current;
  }
  return previous.at(-1) ?? 0;
}
