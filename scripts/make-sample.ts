// Makes the entries of the sample data: three years of final accounts with self-evaluations for every unit of 示例县, each
// year standing on the one before. Run it after a change of the forms or of the tree: node scripts/make-sample.ts

import { writeFileSync } from "node:fs";

import type { Disclosure, DisclosureKind } from "@jueming/core/disclosure/disclosure.ts";
import { indexFacts } from "@jueming/core/disclosure/facts.ts";
import type { FactAddress } from "@jueming/core/disclosure/address.ts";
import { nationalEdition } from "@jueming/core/regions/index.ts";
import { checkDisclosure } from "@jueming/pipeline/check-disclosure.ts";
import { disclosureOfEntries } from "@jueming/pipeline/report-entries/disclosure-of-entries.ts";
import { entryForm } from "@jueming/pipeline/report-entries/entry-form.ts";
import type { Entries } from "@jueming/pipeline/report-entries/entry-plan.ts";
import { entriesOf } from "@jueming/pipeline/report-entries/importing/entries-of.ts";
import type { SampleUnit } from "@jueming/server/sample/sample-tree.ts";
import {
  SAMPLE_REGION,
  SAMPLE_REGION_FULL_NAME,
  SAMPLE_UNITS,
  SAMPLE_YEARS,
} from "@jueming/server/sample/sample-tree.ts";

import { checkText } from "./measure/check-text.ts";
import { reportOf } from "./measure/generate-report.ts";
import type { MadeAccounts } from "./measure/made-accounts.ts";
import { makeAccounts } from "./measure/made-accounts.ts";
import type { MadeUnit } from "./measure/made-unit.ts";
import type { Random } from "./measure/random.ts";
import { randomFrom, thousandths } from "./measure/random.ts";
import { SAMPLE_SUBJECTS } from "./sample/subjects.ts";

const form = entryForm(nationalEdition, "final-accounts");
const TRIES = 40;

/** MadeYear: the entries of a year and what they say. */
interface MadeYear {
  readonly entries: Entries;
  readonly disclosure: Disclosure;
  readonly accounts: MadeAccounts;
}

/** The years of a unit: the first structure whose reports have neither errors nor gaps. */
function yearsOf(unit: SampleUnit, first: number): ReadonlyMap<number, MadeYear> {
  for (let seed = first; seed < first + TRIES; seed += 1) {
    const years = new Map<number, MadeYear>();
    let before: MadeYear | null = null;
    for (const year of SAMPLE_YEARS) {
      const made: MadeYear | null = madeYear(unit, { seed, year, before });
      if (made === null) break;
      years.set(year, made);
      before = made;
    }
    if (years.size === SAMPLE_YEARS.length) {
      process.stderr.write(`${unit.name}: seed ${seed}\n`);
      return years;
    }
  }
  throw new Error(`no faultless reports for ${unit.name}`);
}

interface YearPlan {
  readonly seed: number;
  readonly year: number;
  readonly before: MadeYear | null;
}

function madeYear(unit: SampleUnit, { seed, year, before }: YearPlan): MadeYear | null {
  const made = madeUnit(unit, year);
  const random = yearly(seed, year);
  const own = makeAccounts(made, random);
  const accounts = before === null ? own : { ...own, ...afterYear(own, before) };
  const report = reportOf({ unit: made, accounts, rounding: "rounded-leaves" }, random);
  const { disclosure: read } = checkText(report.lines, "sample.txt");
  const { entries: taken } = entriesOf(form, read);
  const entries = { ...taken, fields: { ...taken.fields, ...identityOf(unit, year) } };
  const { disclosure, problems } = disclosureOfEntries(form, entries, unit.name);
  const { summary } = checkDisclosure(disclosure, {
    edition: nationalEdition,
    prior: before?.disclosure ?? null,
  });
  return problems.length > 0 || summary.error > 0 || summary.warning > 2
    ? null
    : { entries, disclosure, accounts };
}

function madeUnit({ key, name, code, type }: SampleUnit, year: number): MadeUnit {
  const subject = SAMPLE_SUBJECTS[key];
  const [layout] = nationalEdition.evaluations;
  if (subject === undefined || layout === undefined) throw new Error(`what does ${name} do?`);
  return { name, code, type, year, edition: nationalEdition, form: layout, ...subject };
}

/** The structure of a unit stays as its seed draws it; its amounts differ from year to year. */
function yearly(seed: number, year: number): Random {
  const [structure, amounts] = [randomFrom(seed), randomFrom(seed * 100 + (year % 100))];
  return {
    ...structure,
    money: (low, high) => thousandths(structure.money(low, high), amounts.whole(880, 1120)),
  };
}

/** What a year says of the one before is what that one said. */
function afterYear(
  own: MadeAccounts,
  { disclosure, accounts }: MadeYear,
): Pick<MadeAccounts, "prior" | "threePublic"> {
  const facts = indexFacts(disclosure);
  const fen = (address: FactAddress): bigint => {
    const value = facts.inTable(address)?.value;
    return value?.kind === "figure" ? value.millionths / 10_000n : 0n;
  };
  const total = (concept: string): bigint => fen({ concept, code: null, column: "total" });
  const classes = [...own.prior.classes.keys()].map((code): readonly [string, bigint] => [
    code,
    fen({ concept: "general-budget-expenditure", code, column: "total" }),
  ]);
  return {
    prior: {
      classes: new Map(classes),
      fiscalTotal: fen({ concept: "appropriation-summary", line: "64", column: "total" }),
      total: fen({ concept: "income-expenditure-summary", line: "62", column: "amount" }),
      runningCosts: fen({ concept: "disclosure-statistics", line: "5", column: "amount" }),
      governmentFund: total("government-fund"),
      stateCapital: total("state-capital"),
    },
    threePublic: { ...own.threePublic, prior: accounts.threePublic.final },
  };
}

function identityOf(unit: SampleUnit, year: number): Readonly<Record<string, string>> {
  const department = SAMPLE_UNITS.find(({ key }) => key === (unit.department ?? unit.key));
  return {
    "identity:unitName": unit.name,
    "identity:unitCode": unit.code,
    "identity:departmentName": department?.name ?? unit.name,
    "identity:departmentCode": department?.code.slice(0, 3) ?? "",
    "identity:year": String(year),
    "identity:regionCode": SAMPLE_REGION,
    "identity:regionName": SAMPLE_REGION_FULL_NAME,
  };
}

/** SampleEntries: one line of the file. */
interface SampleEntries {
  readonly unit: string;
  readonly year: number;
  readonly kind: DisclosureKind;
  readonly entries: Entries;
}

/** Units that hand in their self-evaluations for themselves, too. */
const WITH_EVALUATIONS: readonly string[] = ["first-school", "primary-school", "agriculture"];

function linesOf(unit: SampleUnit, index: number): readonly SampleEntries[] {
  const years = [...yearsOf(unit, 1 + index * 1000)];
  const accounts = years.map(([year, { entries }]): SampleEntries => ({
    unit: unit.key,
    year,
    kind: "final-accounts",
    entries,
  }));
  const [year, last] = years.at(-1) ?? [];
  if (year === undefined || last === undefined || !WITH_EVALUATIONS.includes(unit.key)) return accounts;
  const taken = entriesOf(entryForm(nationalEdition, "project-evaluations"), last.disclosure);
  return [...accounts, { unit: unit.key, year, kind: "project-evaluations", entries: taken.entries }];
}

if (import.meta.main) {
  const lines = SAMPLE_UNITS.flatMap(linesOf).map((one) => JSON.stringify(one));
  const path = new URL("../packages/server/sample/entries.jsonl", import.meta.url);
  writeFileSync(path, `${lines.join("\n")}\n`);
  process.stderr.write(`${lines.length} reports\n`);
}
