// The facts that the explanation of a made report states, by address, exactly and as printed.

import type { FactAddress } from "@jueming/core/disclosure/address.ts";
import { addressKey } from "@jueming/core/disclosure/address.ts";
import { economicRows } from "@jueming/core/accounts/classification/economic-classification.ts";
import { MILLIONTHS } from "@jueming/core/figures/figure.ts";
import type { MadeAccounts } from "./made-accounts.ts";
import { classTotals, operatingCosts, sum } from "./made-accounts.ts";
import type { MadeProject } from "./made-projects.ts";
import type { MadeTable } from "./made-tables.ts";
import type { Random } from "./random.ts";
import { thousandths } from "./random.ts";

/** MadeFacts: exact values in millionths for ratios, and the amounts as the tables print them. */
export interface MadeFacts {
  readonly exact: (address: FactAddress) => bigint | null;
  readonly printed: (address: FactAddress) => bigint | null;
  /** Names of the first items of 人员经费 or 公用经费. */
  readonly itemsOf: (line: string) => string;
}

const FEN = MILLIONTHS / 100n;

type Known = Map<string, bigint>;

const addMoney = (known: Known, address: FactAddress, fen: bigint): void => {
  known.set(addressKey(address), fen * FEN);
};
const addCount = (known: Known, field: string, count: number): void => {
  known.set(addressKey({ concept: "narrative", field }), BigInt(count) * MILLIONTHS);
};

function addPriorYear(known: Known, { prior, threePublic }: MadeAccounts): void {
  const period = "prior";
  for (const line of ["31", "62"]) {
    addMoney(known, { concept: "income-expenditure-summary", line, column: "amount", period }, prior.total);
  }
  addMoney(
    known,
    { concept: "appropriation-summary", line: "32", column: "amount", period },
    prior.fiscalTotal,
  );
  addMoney(
    known,
    { concept: "appropriation-summary", line: "64", column: "total", period },
    prior.fiscalTotal,
  );
  const general = "general-budget-expenditure";
  for (const [code, fen] of prior.classes)
    addMoney(known, { concept: general, code, column: "total", period }, fen);
  addMoney(known, { concept: general, code: null, column: "total", period }, sum(prior.classes.values()));
  addMoney(known, { concept: "government-fund", code: null, column: "total", period }, prior.governmentFund);
  addMoney(known, { concept: "state-capital", code: null, column: "total", period }, prior.stateCapital);
  addMoney(
    known,
    { concept: "disclosure-statistics", line: "5", column: "amount", period },
    prior.runningCosts,
  );
  const items = threePublic.prior;
  const vehicles = items.vehiclePurchase + items.vehicleRunning;
  const all = { ...items, vehicles, total: items.abroad + vehicles + items.reception };
  for (const [item, fen] of Object.entries(all)) {
    addMoney(known, { concept: "three-public", column: `final.${item}`, period }, fen);
  }
}

function addInitialBudget(known: Known, accounts: MadeAccounts): void {
  const stage = "initial";
  const general = "general-budget-expenditure";
  for (const [code, fen] of accounts.initial)
    addMoney(known, { concept: general, code, column: "total", stage }, fen);
  addMoney(known, { concept: general, code: null, column: "total", stage }, sum(accounts.initial.values()));
  const funds = accounts.entries.filter(({ fund }) => fund === "governmentFund" || fund === "stateCapital");
  for (const { code, fund, project } of funds) {
    const concept = fund === "governmentFund" ? "government-fund" : "state-capital";
    const address: FactAddress = { concept, code: code.slice(0, 3), column: "total", stage };
    const before = (known.get(addressKey(address)) ?? 0n) / FEN;
    addMoney(known, address, before + project);
  }
}

/** What was bought, hosted and awarded: figures of prose alone. */
function addProseOnly(known: Known, accounts: MadeAccounts, random: Random): void {
  const { final } = accounts.threePublic;
  const some = (amount: bigint, most: number): number => (amount > 0n ? random.whole(1, most) : 0);
  addCount(known, "abroad-groups", some(final.abroad, 2));
  addCount(known, "abroad-persons", some(final.abroad, 6));
  addCount(known, "vehicles-bought", some(final.vehiclePurchase, 1));
  addCount(
    known,
    "vehicles-kept",
    [...accounts.vehicles.values()].reduce((total, one) => total + one, 0),
  );
  const batches = some(final.reception, 40);
  const persons = batches * random.whole(3, 9);
  for (const kind of ["reception", "reception-domestic"]) {
    addCount(known, `${kind}-batches`, batches);
    addCount(known, `${kind}-persons`, persons);
  }
  const money = (field: string, fen: bigint): void => addMoney(known, { concept: "narrative", field }, fen);
  money("reception-domestic", final.reception);
  for (const kind of ["reception-foreign-affairs", "reception-overseas"]) {
    money(kind, 0n);
    addCount(known, `${kind}-batches`, 0);
    addCount(known, `${kind}-persons`, 0);
  }
  const procurement = sum(accounts.procurement);
  const small = random.chance(0.4) ? procurement : thousandths(procurement, random.whole(100, 1000));
  money("sme-contract", small);
  money("micro-contract", random.chance(0.4) ? small : thousandths(small, random.whole(0, 1000)));
}

const BUDGETS = [
  ["general-budget", "generalBudget"],
  ["government-fund", "governmentFund"],
  ["state-capital", "stateCapital"],
] as const;

function addProjects(known: Known, projects: readonly MadeProject[], grades: readonly string[]): void {
  const money = (field: string, of: readonly MadeProject[]): void =>
    addMoney(known, { concept: "narrative", field }, sum(of.map(({ executed }) => executed)));
  addCount(known, "projects-evaluated", projects.length);
  for (const grade of grades)
    addCount(known, `grade-count-${grade}`, projects.filter((one) => one.grade === grade).length);
  const reviewed = projects.slice(0, 2);
  addCount(known, "reviewed", reviewed.length);
  for (const [prefix, of] of [
    ["projects", projects],
    ["reviewed", reviewed],
  ] as const) {
    money(`${prefix}-amount`, of);
    for (const [field, fund] of BUDGETS)
      money(
        `${prefix}-${field}`,
        of.filter((one) => one.fund === fund),
      );
    money(`${prefix}-social-insurance`, []);
  }
}

/** Running costs stand in another line for a unit under the civil service law; the sentence is the same. */
const RUNNING_COSTS: FactAddress = { concept: "disclosure-statistics", line: "5", column: "amount" };

export interface FactSources {
  readonly accounts: MadeAccounts;
  readonly tables: ReadonlyMap<string, MadeTable>;
  readonly projects: readonly MadeProject[];
  readonly grades: readonly string[];
  readonly isOffice: boolean;
}

export function makeFacts(
  { accounts, tables, projects, grades, isOffice }: FactSources,
  random: Random,
): MadeFacts {
  const known: Known = new Map();
  addPriorYear(known, accounts);
  addInitialBudget(known, accounts);
  addProseOnly(known, accounts, random);
  addProjects(known, projects, grades);
  if (isOffice) addMoney(known, RUNNING_COSTS, operatingCosts(accounts.economic));
  else {
    addMoney(known, RUNNING_COSTS, 0n);
    addMoney(known, { ...RUNNING_COSTS, period: "prior" }, 0n);
  }
  const capital = accounts.entries.filter(({ fund }) => fund === "stateCapital");
  addMoney(
    known,
    { concept: "state-capital", code: null, column: "income" },
    sum(capital.map(({ income }) => income)),
  );
  const valueOf = (address: FactAddress, which: "exact" | "printed"): bigint | null => {
    const stated = known.get(addressKey(address));
    const table = tables.get(address.concept);
    if (
      stated !== undefined ||
      table === undefined ||
      address.period !== undefined ||
      address.stage !== undefined
    )
      return stated ?? null;
    const { column = "" } = address;
    const row =
      address.line !== undefined
        ? { line: address.line }
        : address.code === undefined
          ? {}
          : { code: address.code };
    return table[which]({ ...row, column });
  };
  return {
    exact: (address) => valueOf(address, "exact"),
    printed: (address) => valueOf(address, "printed"),
    itemsOf: (line) => itemNames(accounts, line),
  };
}

function itemNames({ economic }: MadeAccounts, line: string): string {
  const items = economicRows.filter(
    ({ group, level, code }) => level === 2 && group === line && economic.has(code),
  );
  return items
    .slice(0, 4)
    .map(({ name }) => name)
    .join("、");
}

/** 类 that the structure of expenditure names. */
export function statedClasses(accounts: MadeAccounts): readonly string[] {
  return [...classTotals(accounts.entries).keys()];
}
