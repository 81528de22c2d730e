// What last year's report gives for this year's (从上年带入): last year's figures, opening balances, the unit and its
// texts, and the projects with their indicators, without results.

import { OPENING_PAIRS } from "@jueming/core/checks/rules/across-years/opening-carries-on-closing.ts";
import { factsOf } from "@jueming/core/compose/facts.ts";
import type { FactAddress } from "@jueming/core/disclosure/address.ts";
import type { Disclosure } from "@jueming/core/disclosure/disclosure.ts";
import { indexFacts } from "@jueming/core/disclosure/facts.ts";
import { EVALUATION_TEXTS } from "@jueming/core/evaluation/project-evaluation.ts";
import { findUnit, WAN_YUAN, YUAN } from "@jueming/core/figures/unit.ts";
import { withRow } from "@jueming/core/sentences/template.ts";

import type { EntryForm, FormList } from "../entry-form.ts";
import { keyOfTarget } from "../entry-keys.ts";
import type { DraftCell } from "./entries-draft.ts";
import { EntriesDraft, exactAmount, figureCell, textCell } from "./entries-draft.ts";
import type { TakenEntries } from "./entries-of.ts";
import { identityToEntries } from "./entries-of.ts";
import { evaluationsToEntries } from "./evaluations-to-entries.ts";
import { textsToEntries } from "./texts-to-entries.ts";

/** The entries of a new year that follow from last year's report. */
export function priorEntriesOf(form: EntryForm, lastYear: Disclosure): Omit<TakenEntries, "left"> {
  const money = findUnit(lastYear.moneyUnit)?.name === YUAN.name ? YUAN : WAN_YUAN;
  const draft = new EntriesDraft(form, money);
  const { year } = lastYear;
  identityToEntries(draft, { ...lastYear, year: year === null ? null : year + 1 });
  const valueOf = lastYearsValues(draft, lastYear);
  priorFacts(draft, lastYear, valueOf);
  if (form.kind === "final-accounts") openings(draft, lastYear, valueOf);
  textsToEntries(draft, lastYear);
  evaluationsToEntries(draft, { ...lastYear, evaluations: lastYear.evaluations.map(withoutResults) });
  return { entries: draft.entries(), sources: draft.sources };
}

type ValueOf = (address: FactAddress) => DraftCell | null;

/** A fact of last year, as it was printed, else as it follows from what was. */
function lastYearsValues({ form, money }: EntriesDraft, lastYear: Disclosure): ValueOf {
  const index = indexFacts(lastYear);
  const facts = factsOf({ disclosure: lastYear, edition: form.edition, prior: null, budget: null });
  return (address) => {
    const [stated] = index.statementsOf(address);
    const printed = figureCell(stated?.value, money);
    if (printed !== null) return printed;
    const value = facts.value(address);
    if (value === null) return null;
    const isMoney = address.concept !== "narrative" && address.field === undefined;
    return {
      text: exactAmount(value, isMoney ? money : { name: "", dimension: "count", scale: 1n }),
      from: { place: stated?.place ?? {}, raw: "", doubt: null },
    };
  };
}

function priorFacts(draft: EntriesDraft, lastYear: Disclosure, valueOf: ValueOf): void {
  for (const { target, shown } of draft.form.fields.values()) {
    if (target?.kind !== "fact" || target.address.period !== "prior") continue;
    draft.put(shown.key, valueOf(now(target.address)));
  }
  for (const list of draft.form.lists.values()) {
    if (list.source.kind === "code-facts") priorCodes(draft, list, lastYear, valueOf);
  }
}

/** The same fact in the year of its own report. */
const now = ({ period: _period, ...address }: FactAddress): FactAddress => address;

function priorCodes(draft: EntriesDraft, list: FormList, lastYear: Disclosure, valueOf: ValueOf): void {
  const { source, key } = list;
  const prior = Object.entries(source.targets).flatMap(([name, target]) =>
    target.kind === "fact" && target.address.period === "prior" ? [[name, target.address] as const] : [],
  );
  if (prior.length === 0) return;
  for (const { code, place } of rowsOf(lastYear, source.concept)) {
    const cells = prior.map(([name, address]) => [name, valueOf(withRow(now(address), code))] as const);
    if (cells.some(([, cell]) => cell !== null)) {
      draft.add(key, { code: textCell(code, place), ...Object.fromEntries(cells) });
    }
  }
}

/** The lowest codes of a table. */
function rowsOf(
  { tables }: Disclosure,
  concept: string,
): readonly {
  readonly code: string;
  readonly name: string | null;
  readonly place: Disclosure["tables"][number]["place"];
}[] {
  const rows = tables
    .filter((table) => table.concept === concept)
    .flatMap((table) => table.rows.flatMap((row) => (row.code === null ? [] : [{ ...row, code: row.code }])));
  return rows.filter(({ code }) => !rows.some((other) => other.code !== code && other.code.startsWith(code)));
}

/** 年初结转和结余: what last year ended with. */
function openings(draft: EntriesDraft, lastYear: Disclosure, valueOf: ValueOf): void {
  const carried = (closing: FactAddress): DraftCell | null => {
    const value = valueOf(closing);
    return value === null || isZero(value.text) ? null : value;
  };
  for (const { opening, closing } of OPENING_PAIRS) {
    const { concept, line = "", column = "" } = opening;
    const key = keyOfTarget({ kind: "cell", concept, row: `line:${line}`, column });
    if (draft.form.fields.get(key)?.shown.computed === false) draft.put(key, carried(closing));
  }
  for (const { key, source } of draft.form.lists.values()) {
    const hasOpening = source.columns.some(({ name }) => name === "opening");
    if (source.kind !== "accounts" || !hasOpening) continue;
    for (const { code, name, place } of rowsOf(lastYear, source.concept)) {
      const opening = carried({ concept: source.concept, code, column: "closing" });
      if (opening === null) continue;
      draft.add(key, { code: textCell(code, place), name: textCell(name, place), opening });
    }
  }
}

/** Nothing that was left is nothing to carry on. */
const isZero = (text: string): boolean => /^-?0(?:\.0+)?$/u.test(text);

type Evaluation = Disclosure["evaluations"][number];

// Reason: the entries have exactly the names of EVALUATION_TEXTS.
const NO_TEXTS = Object.fromEntries(EVALUATION_TEXTS.map((field) => [field, null])) as Evaluation["text"];

/** What a project sets out to do again; nothing of what came of it. */
function withoutResults(evaluation: Evaluation): Evaluation {
  const { indicators } = evaluation;
  return {
    ...evaluation,
    funding: [],
    achievement: null,
    fundingScore: null,
    indicatorScore: null,
    totalScore: null,
    grade: null,
    text: NO_TEXTS,
    indicators: indicators.map((one) => ({ ...one, actual: null, score: null, reason: null })),
  };
}
