// Inputs and items for tests of point systems.

import { Decimal } from "decimal.js";

import type { ScoreFormula, SystemItem, TargetSetName } from "../point-system.ts";
import type { InputFigure, InputName, SystemInputs, TargetSet } from "../system-inputs.ts";
import { INPUT_NAMES } from "../system-inputs.ts";

/** An input as a ledger gives it. */
export const inputFigure = (name: InputName, value: string): InputFigure => ({
  name,
  value: new Decimal(value),
  origin: "台账",
  sources: [],
  note: null,
});

/** Inputs of these values; percentages are shares of one. */
export function inputsOf(
  values: Readonly<Partial<Record<InputName, string>>>,
  targets: Readonly<Partial<Record<TargetSetName, TargetSet>>> = {},
): SystemInputs {
  const figures = INPUT_NAMES.flatMap((name) => {
    const value = values[name];
    return value === undefined ? [] : [[name, inputFigure(name, value)] as const];
  });
  const sets = (["annex", "projects"] as const).flatMap((name) => {
    const set = targets[name];
    return set === undefined ? [] : [[name, set] as const];
  });
  return { figures: new Map(figures), targets: new Map(sets) };
}

/** An item with a formula. */
export const itemOf = (formula: ScoreFormula, more: Partial<SystemItem> = {}): SystemItem => ({
  level1: "总体绩效",
  level2: "预算管理",
  level3: "示例指标",
  points: "4",
  formula,
  measure: null,
  caps: [],
  whenZero: null,
  evidence: [],
  ...more,
});
