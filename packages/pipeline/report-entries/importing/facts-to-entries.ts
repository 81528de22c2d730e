// What prose states besides the tables as entries: figures of last year and of the initial budget, figures that only
// prose has, reasons and uses.

import { factsOf } from "@jueming/core/compose/facts.ts";
import type { FactAddress } from "@jueming/core/disclosure/address.ts";
import { addressKey } from "@jueming/core/disclosure/address.ts";
import type { Disclosure, ProseFigure, ProseWords } from "@jueming/core/disclosure/disclosure.ts";
import { findUnit } from "@jueming/core/figures/unit.ts";
import { withRow } from "@jueming/core/sentences/template.ts";

import type { EntryTarget } from "../../input-workbook/entry-sheet.ts";
import type { FormList } from "../entry-form.ts";
import type { DraftCell, EntriesDraft } from "./entries-draft.ts";
import { exactAmount, figureCell, textCell } from "./entries-draft.ts";

/** Stated: what prose states, by fact. */
interface Stated {
  readonly figureOf: (target: FactTarget) => DraftCell | null;
  readonly wordsOf: (target: WordsTarget) => DraftCell | null;
  readonly codes: (concept: string) => readonly string[];
}

type FactTarget = Extract<EntryTarget, { readonly kind: "fact" }>;
type WordsTarget = Extract<EntryTarget, { readonly kind: "words" }>;

/** Puts what prose states into the draft. */
export function factsToEntries(draft: EntriesDraft, disclosure: Disclosure): void {
  const stated = statedIn(draft, disclosure);
  for (const { target, shown } of draft.form.fields.values()) {
    if (target?.kind === "fact") draft.put(shown.key, stated.figureOf(target));
    if (target?.kind === "words") draft.put(shown.key, stated.wordsOf(target));
  }
  for (const list of draft.form.lists.values()) {
    if (list.source.kind === "code-facts") codeFacts(draft, list, stated);
  }
}

function codeFacts(draft: EntriesDraft, { key, source }: FormList, stated: Stated): void {
  for (const code of stated.codes(source.concept)) {
    const cells = Object.entries(source.targets).map(([name, target]) => {
      if (target.kind === "fact")
        return [name, stated.figureOf({ ...target, address: withRow(target.address, code) })] as const;
      if (target.kind !== "words" || target.about === null) return [name, null] as const;
      return [name, stated.wordsOf({ ...target, about: withRow(target.about, code) })] as const;
    });
    const found = cells.find(([, cell]) => cell !== null)?.[1];
    if (found === undefined || found === null) continue;
    draft.add(key, { code: textCell(code, found.from.place), ...Object.fromEntries(cells) });
  }
}

function statedIn(draft: EntriesDraft, disclosure: Disclosure): Stated {
  const { form } = draft;
  const narrative = disclosure.narrative.filter(({ evaluation }) => evaluation === null);
  const figures = new Map<string, ProseFigure>();
  for (const stated of narrative.flatMap((sentence) => sentence.figures)) {
    const key = factKey(stated.refersTo, stated.derived);
    if (!figures.has(key)) figures.set(key, stated);
  }
  const words = narrative.flatMap((sentence) =>
    sentence.words.map((one) => ({ ...one, template: sentence.template })),
  );
  const facts = factsOf({ disclosure, edition: form.edition, prior: null, budget: null });
  const figureOf = (target: FactTarget): DraftCell | null => {
    const { address, derived } = target;
    const own = figures.get(factKey(address, derived)) ?? figures.get(factKey(address, null));
    if (own !== undefined) return figureCell(own.figure, draft.money);
    const none = words.find((one) => one.slot === "no-data" && isAbout(one, address));
    if (none !== undefined) return { ...textFrom(none), text: "0" };
    const isOther = address.period !== undefined || address.stage !== undefined;
    const implied = isOther ? facts.value(address) : null;
    return implied === null ? null : impliedCell(target, implied, draft, narrative);
  };
  return {
    figureOf,
    wordsOf: ({ slot, about, template }) => {
      const said = words.filter((one) => one.slot === slot && isAbout(one, about));
      const found = said.find((one) => one.template === template) ?? (about === null ? undefined : said[0]);
      return found === undefined ? null : textFrom(found);
    },
    codes: (concept) => codesOf(disclosure, concept),
  };
}

const factKey = (address: FactAddress, derived: string | null): string =>
  `${addressKey(address)}~${derived ?? ""}`;

const isAbout = ({ refersTo }: ProseWords, about: FactAddress | null): boolean =>
  about === null ? refersTo === null : refersTo !== null && addressKey(refersTo) === addressKey(about);

const textFrom = ({ text, place }: ProseWords): DraftCell => ({
  text,
  from: { place, raw: text, doubt: null },
});

/** A figure that follows from what is stated of this year's: its change, or that it is the same. */
function impliedCell(
  { address, unit }: FactTarget,
  value: bigint,
  draft: EntriesDraft,
  narrative: Disclosure["narrative"],
): DraftCell {
  const { period: _period, stage: _stage, ...plain } = address;
  const key = addressKey(plain);
  const figure = narrative
    .flatMap(({ figures }) => figures)
    .find((one) => one.derived === "change" && addressKey(one.refersTo) === key)?.figure;
  const isMoney = findUnit(unit)?.dimension === "money";
  return {
    text: exactAmount(
      value,
      isMoney ? draft.money : (findUnit(unit) ?? { name: unit, dimension: "count", scale: 1n }),
    ),
    from: {
      place: figure?.place ?? {},
      raw: figure?.raw ?? "",
      doubt: "由本年数和增减额（或“持平”）推算，请核对",
    },
  };
}

/** Codes of a table's rows and of the prose about them, each once, in their order. */
function codesOf({ tables, narrative }: Disclosure, concept: string): readonly string[] {
  const printed = tables
    .filter((table) => table.concept === concept)
    .flatMap(({ rows }) => rows.flatMap(({ code }) => (code === null ? [] : [code])));
  const said = narrative.flatMap(({ figures, words }) =>
    [...figures, ...words].flatMap(({ refersTo }) =>
      refersTo?.concept === concept && typeof refersTo.code === "string" ? [refersTo.code] : [],
    ),
  );
  return [...new Set([...printed, ...said])].toSorted();
}
