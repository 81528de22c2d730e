// Reckons a quantity over inputs, with the figures in the arithmetic. A zero denominator gives no value and
// says so; a missing input is named.

import { Decimal } from "decimal.js";

import type { Quantity } from "./point-system.ts";
import type { InputFigure, InputName, SystemInputs } from "./system-inputs.ts";
import { INPUTS, isInputName } from "./system-inputs.ts";

/** QuantityValue: a value with its arithmetic, or why there is none. */
export type QuantityValue =
  | {
      readonly kind: "value";
      readonly value: Decimal;
      /** "|620.68 − 492.31| ÷ 492.31". */
      readonly text: string;
      /** True for a plain input, whose text is the value itself. */
      readonly isPlain: boolean;
      readonly isRate: boolean;
      readonly inputs: readonly InputFigure[];
    }
  | { readonly kind: "missing"; readonly names: readonly InputName[] }
  | { readonly kind: "zero"; readonly reason: string };

type Known = Extract<QuantityValue, { readonly kind: "value" }>;

/** The value of a quantity. */
export function quantityOf(quantity: Quantity, inputs: SystemInputs): QuantityValue {
  switch (quantity.kind) {
    case "input":
      return inputValue(quantity.name, inputs);
    case "sum":
      return sumOf(quantity.parts, inputs);
    case "difference":
      return combined([quantity.of, quantity.less], inputs, (of, less) => ({
        value: of.value.minus(less.value),
        text: `${of.text} − ${inner(less)}`,
      }));
    case "ratio":
      return rate([quantity.of, quantity.by], inputs, (of, by) => ({
        value: of.value.div(by.value),
        text: `${inner(of)} ÷ ${inner(by)}`,
      }));
    case "deviation":
      return rate([quantity.of, quantity.from], inputs, (of, from) => ({
        value: of.value.minus(from.value).abs().div(from.value.abs()),
        text: `|${of.text} − ${inner(from)}| ÷ ${inner(from)}`,
      }));
    case "first":
      return firstOf(quantity.choices, inputs);
  }
}

function inputValue(name: string, inputs: SystemInputs): QuantityValue {
  if (!isInputName(name)) return { kind: "missing", names: [] };
  const figure = inputs.figures.get(name);
  if (figure === undefined) return { kind: "missing", names: [name] };
  const isRate = INPUTS[name].unit === "%";
  const text = isRate ? percentText(figure.value) : plainNumber(figure.value);
  return { kind: "value", value: figure.value, text, isPlain: true, isRate, inputs: [figure] };
}

interface Reckoned {
  readonly value: Decimal;
  readonly text: string;
}

type Pair = readonly [Quantity, Quantity];
type Reckoning = (left: Known, right: Known) => Reckoned;

function combined([first, second]: Pair, inputs: SystemInputs, reckon: Reckoning): QuantityValue {
  const [left, right] = [quantityOf(first, inputs), quantityOf(second, inputs)];
  if (left.kind !== "value" || right.kind !== "value") return without([left, right]);
  const own = [...new Set([...left.inputs, ...right.inputs])];
  return { kind: "value", ...reckon(left, right), isPlain: false, isRate: false, inputs: own };
}

function sumOf(parts: readonly Quantity[], inputs: SystemInputs): QuantityValue {
  const values = parts.map((part) => quantityOf(part, inputs));
  const known = values.filter((one) => one.kind === "value");
  if (known.length < values.length) return without(values);
  return {
    kind: "value",
    value: known.reduce<Decimal>((sum, { value }) => sum.plus(value), new Decimal(0)),
    text: known.map(({ text }) => text).join(" + "),
    isPlain: false,
    isRate: false,
    inputs: [...new Set(known.flatMap((one) => one.inputs))],
  };
}

/** What keeps quantities from being reckoned: all that is missing, else a base of zero. */
function without(values: readonly QuantityValue[]): QuantityValue {
  const zero = values.find((one) => one.kind === "zero");
  if (zero !== undefined && values.every(({ kind }) => kind !== "missing")) return zero;
  const names = values.flatMap((one) => (one.kind === "missing" ? one.names : []));
  return { kind: "missing", names: [...new Set(names)] };
}

/** A quotient: a base of zero has none. */
function rate([part, whole]: Pair, inputs: SystemInputs, reckon: Reckoning): QuantityValue {
  const base = quantityOf(whole, inputs);
  if (base.kind === "value" && base.value.isZero()) {
    const other = quantityOf(part, inputs);
    return other.kind === "missing" ? other : { kind: "zero", reason: `${nameOf(whole)}为 0，无法计算` };
  }
  const reckoned = combined([part, whole], inputs, reckon);
  return reckoned.kind === "value" ? { ...reckoned, isRate: true } : reckoned;
}

function firstOf(choices: readonly Quantity[], inputs: SystemInputs): QuantityValue {
  const values = choices.map((one) => quantityOf(one, inputs));
  return (
    values.find(({ kind }) => kind === "value") ??
    values.find(({ kind }) => kind === "zero") ??
    values[0] ?? { kind: "missing", names: [] }
  );
}

/** What a quantity is called where it is a plain input. */
function nameOf(quantity: Quantity): string {
  return quantity.kind === "input" && isInputName(quantity.name) ? INPUTS[quantity.name].label : "分母";
}

const inner = ({ text, isPlain }: Known): string => (isPlain ? text : `(${text})`);

/** A number without trailing zeros: rounding it would make the arithmetic on the line untrue. */
export const plainNumber = (value: Decimal): string => value.toDecimalPlaces(8).toFixed();

/** A share of one as people write it, with two decimals. */
export const percentText = (share: Decimal): string =>
  `${share.times(100).toDecimalPlaces(2, Decimal.ROUND_HALF_UP).toFixed()}%`;

/** "620.68 ÷ 492.31 = 126.08%", or the plain input as it stands. */
export function quantityLine(quantity: Known): string {
  const [figure] = quantity.inputs;
  if (quantity.isPlain)
    return `${figure === undefined ? "" : `${INPUTS[figure.name].label} `}${quantity.text}`;
  const value = quantity.isRate ? percentText(quantity.value) : plainNumber(quantity.value);
  return `${quantity.text} = ${value}`;
}

/** A limit beside a quantity, in the quantity's own notation. */
export const limitText = (limit: string, { isRate }: Pick<Known, "isRate">): string =>
  isRate ? percentText(new Decimal(limit)) : plainNumber(new Decimal(limit));
