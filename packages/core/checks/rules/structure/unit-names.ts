// How printed names of offices compare when seals, scans and narrow cells garble them, and when a
// long and a short form (中国共产党某县委员会, 中共某县委) name the same office.

import { editDistance } from "../../../accounts/classification/printed-name.ts";
import type { Disclosure } from "../../../disclosure/disclosure.ts";
import type { Place } from "../../../document/document.ts";
import { halfWidthText } from "../../../figures/normalize.ts";
import { findDivisionsInText } from "../../../regions/gazetteer/place-mentions.ts";
import { headingsOf, matchesIn, reportTexts } from "./printed-texts.ts";

/** NameVerdict: what two printed names have to do with each other. */
export type NameVerdict = "same" | "clipped" | "garbled" | "other-place" | "different";

/** PrintedName: a name of the reporting unit as printed somewhere. */
export interface PrintedName {
  readonly text: string;
  readonly place: Place;
  readonly where: string;
}

/** The office's name without code, seal note, labels and year. */
export function officeName(printed: string): string {
  return halfWidthText(printed)
    .replace(/\s+/gu, "")
    .replace(/^(?:部门|单位|编制单位|预算单位|实施单位|项目单位|主管部门)(?:名称)?:/u, "")
    .replace(/^\d{3,12}[-—_]?/u, "")
    .replace(/\((?:盖章|公章|签章|本级|机关)\)/gu, "")
    .replace(/(?:19|20)\d{2}年(?:度)?.*$/u, "");
}

/** Long and short forms of Party and government offices in one form. */
function shortForm(name: string): string {
  return name
    .replace(/中国共产党/gu, "中共")
    .replace(/委员会/gu, "委")
    .replace(/人民政府/gu, "政府")
    .replace(/^(?:中共)?/u, "");
}

function withoutPlaces(name: string): { readonly rest: string; readonly places: string } {
  const mentions = findDivisionsInText(name);
  const rest = mentions.reduceRight(
    (text, mention) => text.slice(0, mention.index) + text.slice(mention.index + mention.name.length),
    name,
  );
  return { rest: shortForm(rest), places: mentions.map((mention) => mention.name).join("") };
}

function isClose(a: string, b: string): boolean {
  return editDistance(a, b) <= Math.max(1, Math.floor(Math.max(a.length, b.length) / 3));
}

/** True when one keeps all characters of the other in order: an abbreviation (区委办 of 区委办公室). */
function abbreviates(short: string, long: string): boolean {
  let position = 0;
  for (const character of long) if (character === short.charAt(position)) position += 1;
  return position === short.length && short.length >= 2;
}

/** Compares a printed name with the unit's name. */
export function compareOfficeNames(printed: string, expected: string): NameVerdict {
  const a = shortForm(officeName(printed));
  const b = shortForm(officeName(expected));
  if (a === b) return "same";
  if (a === "" || b.startsWith(a) || b.endsWith(a) || a.startsWith(b) || a.endsWith(b)) return "clipped";
  if (abbreviates(a, b) || abbreviates(b, a)) return "clipped";
  const own = withoutPlaces(officeName(printed));
  const other = withoutPlaces(officeName(expected));
  const isSameOffice = own.rest.length >= 2 && (own.rest === other.rest || isClose(own.rest, other.rest));
  if (isSameOffice && own.places !== "" && own.places !== other.places && other.places !== "")
    return "other-place";
  if (isClose(a, b) || !/^[\p{Script=Han}()·、]+$/u.test(a)) return "garbled";
  return "different";
}

/** The names at the cover, the table heads and wherever recognition noted the unit; not those of forms. */
export function reportNames(disclosure: Disclosure): readonly PrintedName[] {
  const ofForms = new Set(
    disclosure.evaluations.flatMap(({ unit, department }) =>
      [unit, department].flatMap((one) => (one === null ? [] : [JSON.stringify(one.place)])),
    ),
  );
  const noted = disclosure.unitNames
    .filter(({ place }) => !ofForms.has(JSON.stringify(place)))
    .map(({ text, place }) => ({ text, place, where: "公开文本" }));
  const known = new Set(noted.map(({ place }) => JSON.stringify(place)));
  const heads = disclosure.tables.flatMap(({ printedUnit, place, title }) =>
    printedUnit === null || known.has(JSON.stringify(place))
      ? []
      : [{ text: printedUnit, place, where: title }],
  );
  return [...noted, ...heads];
}

const NAME = String.raw`(\p{Script=Han}[\p{Script=Han}()]{3,40}?)`;
/** The heading of a part that names the unit: …局概况, …局2024年度部门决算表. */
const NAMED_PART = new RegExp(`^${NAME}(?:概况|20\\d{2}年度?(?:部门|单位)决算(?:表|情况说明)?)$`, "gu");
/** Sentences that begin with the unit's name. */
const NAMED_STATEMENT = new RegExp(
  `(?:^|(?<=。))${NAME}20\\d{2}年度?(?:收入支出总计|财政拨款收入支出总计|无|政府采购金额|预算绩效管理工作)`,
  "gu",
);
const NAMED_NOTE = new RegExp(`^(?:说明|注):${NAME}本年度没有`, "u");

/** The names that headings of parts, sentences and the notes of empty tables print. */
export function proseNames(disclosure: Disclosure): readonly PrintedName[] {
  const headings = headingsOf(disclosure.outline).flatMap(({ section }) => {
    const found = [...halfWidthText(section.heading).replace(/\s+/gu, "").matchAll(NAMED_PART)];
    return found.map((match) => ({ text: match[1] ?? "", place: section.place, where: "标题" }));
  });
  const texts = [NAMED_PART, NAMED_STATEMENT].flatMap((pattern) =>
    matchesIn(reportTexts(disclosure), pattern).map(({ groups, place, text }) => ({
      text: groups[0] ?? "",
      place,
      where: text.where === "" ? "正文" : text.where,
    })),
  );
  const notes = disclosure.tables.flatMap(({ notes: printed, place, title }) =>
    printed.flatMap((note) => {
      const name = NAMED_NOTE.exec(halfWidthText(note))?.[1];
      return name === undefined ? [] : [{ text: name, place, where: `${title}表下说明` }];
    }),
  );
  return [...headings, ...texts, ...notes];
}

/** One character in five of a name in running text may be misread or written otherwise (和, 与). */
const MISREAD_SHARE = 5;

/** True when a name in running text is another office's of the same place: 教育局 for 财政局. */
export function isOtherOffice(printed: string, accepted: readonly string[]): boolean {
  return accepted.every((name) => {
    const verdict = compareOfficeNames(printed, name);
    if (verdict !== "garbled") return verdict === "different";
    const [own, other] = [withoutPlaces(officeName(printed)).rest, withoutPlaces(officeName(name)).rest];
    return editDistance(own, other) > Math.max(1, Math.floor(other.length / MISREAD_SHARE));
  });
}

/** The names of the unit and its department in project evaluations. */
export function formNames(disclosure: Disclosure): readonly PrintedName[] {
  return disclosure.evaluations.flatMap(({ unit, name }) =>
    unit === null ? [] : [{ text: unit.text, place: unit.place, where: `项目“${name}”` }],
  );
}

/** The names that the unit may go by: its own and its department's. */
export function acceptedNames(disclosure: Disclosure): readonly string[] {
  return [
    disclosure.unit.name,
    disclosure.department.name,
    disclosure.departmentEvaluation?.unit?.text ?? null,
  ].flatMap((name) => (name === null || officeName(name) === "" ? [] : [name]));
}

/** The best verdict of a printed name against all accepted ones. */
export function judgeName(printed: string, accepted: readonly string[]): NameVerdict {
  const order: readonly NameVerdict[] = ["same", "clipped", "garbled", "other-place", "different"];
  const verdicts = accepted.map((name) => compareOfficeNames(printed, name));
  return order.find((verdict) => verdicts.includes(verdict)) ?? "different";
}
