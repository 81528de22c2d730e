// One address for every figure. Operands, refersTo, ids in written documents, named cells and
// database keys are forms of it (DESIGN §3.6.2).

/** FactAddress: which fact a figure states. A plain address is of this year's final figure. */
export interface FactAddress {
  readonly concept: string;
  /** 行次 of the concept, also where a province prints none. */
  readonly line?: string;
  /** Classification code; null is the total row (合计). */
  readonly code?: string | null;
  readonly column?: string;
  readonly period?: "prior";
  readonly stage?: "initial";
  /** Index of the evaluation, for the prose of an evaluation. */
  readonly evaluation?: number;
  readonly field?: string;
}

/** Derivation: what a figure says of a fact; null is the fact itself. */
export type Derivation = null | "share" | "change" | "changeRate" | "completion" | "count";

/** The address as one string, equal exactly when the addresses are. */
export function addressKey(address: FactAddress): string {
  const row =
    address.line !== undefined
      ? `L${address.line}`
      : address.code === undefined
        ? ""
        : `C${address.code ?? "total"}`;
  const evaluation = address.evaluation === undefined ? "" : `E${address.evaluation}`;
  const plain = [address.concept, row, address.column ?? "", evaluation, address.field ?? ""].join("|");
  return `${plain}|${address.period ?? ""}|${address.stage ?? ""}`;
}
