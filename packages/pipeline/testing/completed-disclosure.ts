// A disclosure with all that the form of an edition asks and the disclosure does not say, so that a final document
// can be written of it in any form: facts that are the same as last year, as planned or none, and words.

import { rowsOf } from "@jueming/core/compose/explanation/row-names.ts";
import { factsOf } from "@jueming/core/compose/facts.ts";
import { sentenceIds } from "@jueming/core/compose/compose-report.ts";
import type { FactAddress } from "@jueming/core/disclosure/address.ts";
import type {
  AccountsTable,
  Disclosure,
  NarrativeSentence,
  ProseFigure,
} from "@jueming/core/disclosure/disclosure.ts";
import type { Section } from "@jueming/core/document/section.ts";
import { MILLIONTHS, statedFigure } from "@jueming/core/figures/figure.ts";
import type { Unit } from "@jueming/core/figures/unit.ts";
import { sectionsOf } from "@jueming/core/forms/report-outline.ts";
import type { Edition } from "@jueming/core/regions/edition.ts";
import type { NeededFigure } from "@jueming/core/sentences/needed-facts.ts";
import { needsOf } from "@jueming/core/sentences/needed-facts.ts";
import type { RowSet, SentenceTemplate } from "@jueming/core/sentences/template.ts";
import { withRow } from "@jueming/core/sentences/template.ts";

type Value = (address: FactAddress) => bigint | null;

const PLACE = {};

/** The disclosure of a made report as one that the edition's form lacks nothing of, with no glossary of its own. */
export function completedDisclosure(made: Disclosure, edition: Edition): Disclosure {
  const disclosure = {
    ...made,
    tables: made.tables.map(withIncome),
    narrative: made.narrative.map(withoutPlan),
    region: { ...made.region, edition: edition.id },
    outline: [...made.outline.filter(({ heading }) => !heading.includes("名词解释")), ...ownTexts(edition)],
  };
  const { value } = factsOf({ disclosure, edition, prior: null, budget: null });
  const ids = new Set(edition.report.flatMap(({ contents }) => sentenceIds(contents)));
  const given = edition.sentences
    .filter(({ id }) => ids.has(id))
    .map((template) => givenFor(template, disclosure, value));
  return { ...disclosure, narrative: [...disclosure.narrative, ...given.flat()] };
}

/** 国有资本经营预算 in forms that print its income too: all of it is spent. */
const withIncome = (table: AccountsTable): AccountsTable =>
  table.concept !== "state-capital"
    ? table
    : {
        ...table,
        rows: table.rows.map((row) => ({
          ...row,
          cells: { income: row.cells["total"] ?? null, ...row.cells },
        })),
      };

/** Some forms tell the budget by 类 and others by 项: what is planned is given anew, the same as what was spent. */
const withoutPlan = (sentence: NarrativeSentence): NarrativeSentence => ({
  ...sentence,
  figures: sentence.figures.filter(
    ({ refersTo, derived }) => refersTo.stage !== "initial" && derived !== "completion",
  ),
});

/** What a unit writes itself. */
const ownTexts = (edition: Edition): readonly Section[] =>
  sectionsOf(edition.report)
    .filter(({ contents }) => contents.some((content) => content.kind === "own-text" && content.required))
    .map(({ headings }) => ({
      number: null,
      heading: headings[0] ?? "",
      level: 2,
      paragraphs: [
        { text: "负责本领域工作的组织和协调。", place: PLACE, pieces: [{ offset: 0, place: PLACE }] },
      ],
      children: [],
      place: PLACE,
    }));

/** Figures as of another sentence, so that they are facts and no wording; words by the sentence they stand in. */
function givenFor(
  template: SentenceTemplate,
  disclosure: Disclosure,
  value: Value,
): readonly NarrativeSentence[] {
  const needs = needsOf(template, () => false);
  const keysOf = (rows: RowSet | null): readonly string[] =>
    rows === null ? [""] : rowsOf(rows, template, disclosure).map(({ key }) => key);
  const figures = needs.figures.flatMap((needed) =>
    keysOf(needed.rows).flatMap((key) => figureFor(needed, withRow(needed.address, key), value)),
  );
  const words = needs.words.flatMap(({ slot, about, rows }) =>
    keysOf(rows).map((key) => ({
      slot,
      text: slot === "items" ? "办公费、印刷费" : "年度工作安排有所变化",
      refersTo: about === null ? null : withRow(about, key),
      place: PLACE,
    })),
  );
  const sentence = { section: "", evaluation: null, sentence: "", place: PLACE };
  return [
    { ...sentence, template: "given", figures, words: [] },
    { ...sentence, template: template.id, figures: [], words },
  ];
}

function figureFor(
  { derived, unit }: NeededFigure,
  address: FactAddress,
  value: Value,
): readonly ProseFigure[] {
  if (value(address) !== null) return [];
  const { period: _period, stage: _stage, ...now } = address;
  const figure = statedFigure(decimalOf(value(now) ?? 0n, unit), unit, PLACE);
  return figure === undefined ? [] : [{ figure, refersTo: address, derived }];
}

const DECIMALS = 6n;

/** Millionths of the base unit as a decimal of the unit. */
function decimalOf(millionths: bigint, { scale }: Unit): string {
  const digits = (millionths * 10n ** DECIMALS) / scale / MILLIONTHS;
  const magnitude = digits < 0n ? -digits : digits;
  const text = String(magnitude).padStart(Number(DECIMALS) + 1, "0");
  return `${digits < 0n ? "-" : ""}${text.slice(0, -Number(DECIMALS))}.${text.slice(-Number(DECIMALS))}`;
}
