// Where an input stands: figures of the accounts at their own addresses, all others at one of the department's
// evaluation, so that a report states them, a workbook asks for them, and both are read back.

import type { FactAddress } from "../disclosure/address.ts";
import { FINANCE_ADDRESSES } from "../disclosure/department-finance.ts";
import type { SystemItem } from "../evaluation/point-system/point-system.ts";
import { itemKey } from "../evaluation/point-system/point-system.ts";
import type { InputName } from "../evaluation/point-system/system-inputs.ts";

const field = (name: string): FactAddress => ({ concept: "department-evaluation", field: name });

const OWN_ADDRESSES: Readonly<Partial<Record<InputName, FactAddress>>> = {
  initialIncome: FINANCE_ADDRESSES.initialIncome,
  finalIncome: FINANCE_ADDRESSES.finalIncome,
  initialExpenditure: FINANCE_ADDRESSES.initialExpenditure,
  finalExpenditure: FINANCE_ADDRESSES.finalExpenditure,
  initialBasic: FINANCE_ADDRESSES.initialBasic,
  finalBasic: FINANCE_ADDRESSES.finalBasic,
  initialProject: FINANCE_ADDRESSES.initialProject,
  finalProject: FINANCE_ADDRESSES.finalProject,
  opening: FINANCE_ADDRESSES.opening,
  closing: FINANCE_ADDRESSES.closing,
  threePublicBudget: { concept: "three-public", column: "budget.total" },
  threePublicFinal: { concept: "three-public", column: "final.total" },
  procurementTotal: { concept: "disclosure-statistics", line: "1", column: "amount" },
  smeContracts: { concept: "narrative", field: "sme-contract" },
  procurementRate: field("procurementRate"),
  staffClosing: field("staff.total"),
  staffOpening: { ...field("staff.total"), period: "prior" },
};

/** The address of an input. */
export const inputAddress = (name: InputName): FactAddress => OWN_ADDRESSES[name] ?? field(`inputs.${name}`);

/** What a report states of an item of the point system: its points, its score, the rate it measures. */
export type ItemField = "points" | "score" | "result";

/** The address of what is stated of an item. */
export const itemAddress = (
  item: Pick<SystemItem, "level1" | "level2" | "level3">,
  name: ItemField,
): FactAddress => field(`system.${itemKey(item)}.${name}`);

/** ItemFact: an item's names and which of its facts an address is. */
export interface ItemFact {
  readonly level1: string;
  readonly level2: string;
  readonly level3: string;
  readonly field: ItemField;
}

const ITEM = /^system\.([^/]+)\/([^/]+)\/(.+)\.(points|score|result)$/u;

/** The item of an address; undefined for any other fact. */
export function itemFactOf({ concept, field: name = "" }: FactAddress): ItemFact | undefined {
  const [, level1, level2, level3, kind] = concept === "department-evaluation" ? (ITEM.exec(name) ?? []) : [];
  if (level1 === undefined || level2 === undefined || level3 === undefined) return undefined;
  return kind === "points" || kind === "score" || kind === "result"
    ? { level1, level2, level3, field: kind }
    : undefined;
}

const INPUT = /^inputs\.(.+)$/u;

/** The input of an address of the department's evaluation. */
export const inputNameIn = ({ field: name = "" }: FactAddress): string | undefined => INPUT.exec(name)?.[1];
