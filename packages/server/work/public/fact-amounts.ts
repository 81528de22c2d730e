// A fact of a disclosure with what stands beside it: last year's, the plan, the stated reasons and uses.

import { addressKey } from "@jueming/core/disclosure/address.ts";
import type { FactAddress } from "@jueming/core/disclosure/address.ts";
import type { Disclosure } from "@jueming/core/disclosure/disclosure.ts";
import { indexFacts } from "@jueming/core/disclosure/facts.ts";
import { figureId } from "@jueming/core/disclosure/figure-id.ts";
import type { CellValue } from "@jueming/core/figures/figure.ts";
import { formatMillionths } from "@jueming/core/figures/figure.ts";

import type { PublicAmount } from "../../contract/public-report.ts";

/** FactAmounts: looks facts of one disclosure up. */
export interface FactAmounts {
  /** Money of a fact in 元; null where it is blank, unreadable or not stated. */
  readonly yuan: (address: FactAddress) => string | null;
  readonly amount: (address: FactAddress, name: string, planned?: FactAddress) => PublicAmount;
}

/** Prepares the look-ups. */
export function factAmounts(disclosure: Disclosure): FactAmounts {
  const facts = indexFacts(disclosure);
  const words = disclosure.narrative.flatMap((sentence) => sentence.words);
  const yuan = (address: FactAddress): string | null => {
    for (const { value } of facts.statementsOf(address)) {
      const stated = yuanOf(value);
      if (stated !== null) return stated;
    }
    return null;
  };
  const said = (address: FactAddress, slot: "reason" | "use"): string[] => {
    const key = addressKey(address);
    const texts = words
      .filter((one) => one.slot === slot && one.refersTo !== null && addressKey(one.refersTo) === key)
      .map(({ text }) => text.trim());
    return [...new Set(texts)].filter((text) => text !== "");
  };
  return {
    yuan,
    amount: (address, name, planned = { ...address, stage: "initial" }) => ({
      fact: figureId({ address, derived: null }),
      name,
      current: yuan(address),
      prior: yuan({ ...address, period: "prior" }),
      planned: yuan(planned),
      uses: said(address, "use"),
      reasons: said(address, "reason"),
    }),
  };
}

/** Money in 元 with two decimals; null for what is none. */
export const yuanOf = (value: CellValue | null | undefined): string | null =>
  value?.kind === "figure" && value.unit?.dimension === "money"
    ? formatMillionths(value.millionths, 2)
    : null;

/** A figure as printed; null for what is none. */
export const numberOf = (value: CellValue | null | undefined): string | null =>
  value?.kind === "figure" ? value.value : null;
