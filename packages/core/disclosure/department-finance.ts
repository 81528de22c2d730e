// The figures of a department report's 收支情况 are facts of the final accounts, stated in prose: one
// address for every figure, so that a report and the accounts of the same unit can be compared.

import type { FactAddress } from "./address.ts";
import type { FinanceField } from "../evaluation/department-evaluation.ts";

const income = (column: string): FactAddress => ({ concept: "income", code: null, column });
const expenditure = (column: string): FactAddress => ({ concept: "expenditure", code: null, column });
const balance = (line: string): FactAddress => ({
  concept: "income-expenditure-summary",
  line,
  column: "amount",
});
const initial = (address: FactAddress): FactAddress => ({ ...address, stage: "initial" });

/** Which fact each finance field states. */
export const FINANCE_ADDRESSES: Readonly<Record<FinanceField, FactAddress>> = {
  initialIncome: initial(income("total")),
  initialAppropriation: initial(income("appropriation")),
  initialOtherIncome: initial(income("other")),
  finalIncome: income("total"),
  finalAppropriation: income("appropriation"),
  finalOtherIncome: income("other"),
  initialExpenditure: initial(expenditure("total")),
  initialBasic: initial(expenditure("basic")),
  initialProject: initial(expenditure("project")),
  finalExpenditure: expenditure("total"),
  finalBasic: expenditure("basic"),
  finalProject: expenditure("project"),
  initialOpening: initial(balance("29")),
  initialClosing: initial(balance("60")),
  opening: balance("29"),
  closing: balance("60"),
};
