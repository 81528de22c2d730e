// A disclosure as entries: a published document, last year's report or a filled-in workbook taken over into the
// editor. Nothing is dropped silently: what entries have no place for is listed.

import { accountsItems } from "@jueming/core/compare/accounts-items.ts";
import type { StatedItem } from "@jueming/core/compare/difference.ts";
import { differencesOf } from "@jueming/core/compare/difference.ts";
import { evaluationItems } from "@jueming/core/compare/evaluation-items.ts";
import { factLabel } from "@jueming/core/compose/fact-label.ts";
import { factsOf } from "@jueming/core/compose/facts.ts";
import type { Disclosure, ProseFigure } from "@jueming/core/disclosure/disclosure.ts";
import type { ProjectEvaluation } from "@jueming/core/evaluation/project-evaluation.ts";
import { findUnit, WAN_YUAN, YUAN } from "@jueming/core/figures/unit.ts";

import { UNIT_TYPES } from "../../input-workbook/entry-sheet.ts";
import { disclosureOfEntries } from "../disclosure-of-entries.ts";
import type { EntryForm } from "../entry-form.ts";
import type { Entries } from "../entry-plan.ts";
import type { EntrySource, LeftOut } from "./entries-draft.ts";
import { EntriesDraft, textCell } from "./entries-draft.ts";
import { departmentToEntries, evaluationsToEntries } from "./evaluations-to-entries.ts";
import { factsToEntries } from "./facts-to-entries.ts";
import { tablesToEntries } from "./tables-to-entries.ts";
import { textsLeft, textsToEntries } from "./texts-to-entries.ts";

/** TakenEntries: the entries, where each came from, and what had no place. */
export interface TakenEntries {
  readonly entries: Entries;
  readonly sources: readonly EntrySource[];
  readonly left: readonly LeftOut[];
}

/** The entries that a disclosure gives. */
export function entriesOf(form: EntryForm, disclosure: Disclosure): TakenEntries {
  const money = findUnit(disclosure.moneyUnit)?.name === YUAN.name ? YUAN : WAN_YUAN;
  const draft = new EntriesDraft(form, money);
  identityToEntries(draft, disclosure);
  if (form.kind === "final-accounts") tablesToEntries(draft, disclosure);
  if (form.kind !== "project-evaluations") factsToEntries(draft, disclosure);
  textsToEntries(draft, disclosure);
  evaluationsToEntries(draft, disclosure);
  if (form.kind === "department-evaluation") departmentToEntries(draft, disclosure);
  const entries = draft.entries();
  return { entries, sources: draft.sources, left: leftOut(form, disclosure, entries) };
}

/** KnownIdentity (单位信息): who reports, for which year and place. */
export interface KnownIdentity extends Pick<Disclosure, "unit" | "department" | "year"> {
  readonly region: Pick<Disclosure["region"], "code" | "name">;
}

/** Puts who reports, for which year and place, into the draft. */
export function identityToEntries(
  draft: EntriesDraft,
  { unit, department, region, year, unitNames }: KnownIdentity & Pick<Disclosure, "unitNames">,
): void {
  const place = unitNames[0]?.place ?? {};
  const type = Object.entries(UNIT_TYPES).find(([, one]) => one === unit.type)?.[0];
  const texts: Readonly<Record<string, string | null | undefined>> = {
    unitName: unit.name,
    unitCode: unit.code,
    departmentName: department.name,
    departmentCode: department.code,
    year: year === null ? null : String(year),
    regionCode: region.code,
    regionName: region.name,
    unitType: type,
    moneyUnit: draft.money.name,
  };
  for (const [field, text] of Object.entries(texts)) draft.put(`identity:${field}`, textCell(text, place));
}

/** What the disclosure states and the entries do not. */
function leftOut(form: EntryForm, disclosure: Disclosure, entries: Entries): readonly LeftOut[] {
  const { disclosure: taken } = disclosureOfEntries(form, entries, disclosure.source);
  const reasons = new Set(taken.evaluations.flatMap(reasonsOf));
  const ofKind = (one: Disclosure): Disclosure =>
    form.kind === "department-evaluation" ? one : { ...one, departmentEvaluation: null };
  const evaluations = itemsLeft(evaluationItems(ofKind(disclosure)), evaluationItems(ofKind(taken))).filter(
    ({ where, value }) => !reasons.has(`${where}|${value}`),
  );
  if (form.kind === "project-evaluations") return evaluations;
  const tables = itemsLeft(accountsItems(disclosure), accountsItems(taken));
  return [
    ...(form.kind === "final-accounts" ? tables.filter(({ value }) => !isNothing(value)) : []),
    ...evaluations,
    ...proseLeft(form, disclosure, taken),
    ...wordsLeft(disclosure, taken),
    ...(form.kind === "final-accounts" ? textsLeft(form, disclosure) : []),
  ];
}

const itemsLeft = (from: readonly StatedItem[], to: readonly StatedItem[]): readonly LeftOut[] =>
  differencesOf(from, to).flatMap(({ where, what, left: { value, place } }): readonly LeftOut[] =>
    value === null || value === "" ? [] : [{ where, what, value, place: place ?? {} }],
  );

/** The zero of a sum of blank cells says nothing that its blank does not. */
const isNothing = (value: string): boolean => /^[\s0.,-]*$/u.test(value);

/** Reasons of differences of money by project: entries keep one for all sources. */
const reasonsOf = ({ name, funding }: ProjectEvaluation): readonly string[] =>
  funding.flatMap(({ reason }) => (reason === null ? [] : [`${name}|${reason.text}`]));

/** Facts that prose states otherwise than the entries do; what prose works out of them is worked out again. */
function proseLeft(form: EntryForm, disclosure: Disclosure, taken: Disclosure): readonly LeftOut[] {
  const facts = factsOf({ disclosure: taken, edition: form.edition, prior: null, budget: null });
  return disclosure.narrative
    .filter(({ evaluation }) => evaluation === null)
    .flatMap(({ section, figures }) =>
      figures
        .filter(({ derived }) => derived === null || derived === "count")
        .filter((stated) => !agrees(stated, facts.value(stated.refersTo), facts.halfWidth(stated.refersTo)))
        .map(({ figure, refersTo }) => ({
          where: section,
          what: factLabel(refersTo, disclosure.year ?? 0),
          value: figure.raw,
          place: figure.place,
        })),
    );
}

function agrees({ figure }: ProseFigure, value: bigint | null, halfWidth: bigint): boolean {
  if (figure.kind === "unreadable") return value !== null;
  if (value === null) return false;
  const gap = value - figure.millionths;
  return (gap < 0n ? -gap : gap) <= halfWidth;
}

/** Reasons, uses and items that have no field. */
function wordsLeft(disclosure: Disclosure, taken: Disclosure): readonly LeftOut[] {
  const known = new Set(taken.narrative.flatMap(({ words }) => words.map(({ text }) => plain(text))));
  return disclosure.narrative
    .filter(({ evaluation }) => evaluation === null)
    .flatMap(({ section, words }) =>
      words
        .filter(({ slot, text }) => slot in WORDS && text !== "" && !known.has(plain(text)))
        .map(({ slot, text, refersTo, place }) => ({
          where: section,
          what: `${refersTo === null ? "" : factLabel(refersTo, disclosure.year ?? 0)}${WORDS[slot] ?? ""}`,
          value: text,
          place,
        })),
    );
}

const WORDS: Readonly<Record<string, string>> = { reason: "原因", use: "用途", items: "包括的内容" };

const plain = (text: string): string => text.replace(/[\s。；;，,]+/gu, "");
