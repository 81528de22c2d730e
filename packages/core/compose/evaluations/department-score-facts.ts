// What the point system gives to the sentences of a department's report: inputs that follow from its documents,
// and each item's points, score and rate.

import { Decimal } from "decimal.js";

import { inputAddress, itemAddress, itemFactOf } from "../../department-scoring/input-addresses.ts";
import type { FactAddress } from "../../disclosure/address.ts";
import { addressKey } from "../../disclosure/address.ts";
import type { DepartmentScore, ItemScore } from "../../evaluation/point-system/department-score.ts";
import { itemKey } from "../../evaluation/point-system/point-system.ts";
import { INPUTS } from "../../evaluation/point-system/system-inputs.ts";
import type { StatedFigure } from "../../figures/figure.ts";
import { statedFigure } from "../../figures/figure.ts";
import type { Unit } from "../../figures/unit.ts";
import { countUnit, findUnit, PERCENT } from "../../figures/unit.ts";

/** The figures that follow from a department's score, by the key of their address. */
export function scoreFacts(score: DepartmentScore): ReadonlyMap<string, StatedFigure> {
  const facts = new Map<string, StatedFigure>();
  const add = (address: FactAddress, figure: StatedFigure | undefined): void => {
    if (figure !== undefined) facts.set(addressKey(address), figure);
  };
  for (const { name, value } of score.inputs.figures.values()) {
    const { unit } = INPUTS[name];
    const printed = unit === "%" ? value.times(100) : value;
    add(inputAddress(name), made(printed, findUnit(unit) ?? countUnit(unit)));
  }
  for (const item of score.items) {
    for (const field of ["points", "score", "result"] as const) {
      add(itemAddress(item.item, field), itemFigure(item, field));
    }
  }
  if (score.total !== null) add(TOTAL, made(score.total, countUnit("分")));
  return facts;
}

const TOTAL: FactAddress = { concept: "department-evaluation", field: "score" };
const RATE_DECIMALS = 2;

function itemFigure(score: ItemScore, field: "points" | "score" | "result"): StatedFigure | undefined {
  const unit = countUnit("分");
  switch (field) {
    case "points":
      return made(new Decimal(score.item.points), unit);
    case "score":
      return score.counted === null ? undefined : made(score.counted, unit);
    case "result":
      return score.measured === null
        ? undefined
        : made(score.measured.times(100).toDecimalPlaces(RATE_DECIMALS, Decimal.ROUND_HALF_UP), PERCENT);
  }
}

const made = (value: Decimal, unit: Unit): StatedFigure | undefined =>
  statedFigure(value.toFixed(), unit, {});

const ITEM_FIELDS = { points: "分值", score: "自评得分", result: "计算结果" } as const;

/** What a fact of the point system is called; undefined for any other. */
export function scoreFactName(address: FactAddress): string | undefined {
  const fact = itemFactOf(address);
  if (fact !== undefined) return `${fact.level3}·${ITEM_FIELDS[fact.field]}`;
  return INPUT_LABELS.get(addressKey(address));
}

const INPUT_LABELS: ReadonlyMap<string, string> = new Map(
  Object.entries(INPUTS).map(([name, { label }]) => [
    addressKey({ concept: "department-evaluation", field: `inputs.${name}` }),
    label,
  ]),
);

/** True for a fact of an item that its formula computes. */
export function isComputedFact(address: FactAddress, items: DepartmentScore["system"]["items"]): boolean {
  const fact = itemFactOf(address);
  if (fact === undefined) return false;
  const item = items.find((one) => itemKey(one) === itemKey(fact));
  return fact.field !== "score" || (item !== undefined && item.formula.kind !== "manual");
}
