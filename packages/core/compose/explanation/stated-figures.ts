// Figures as the unit itself states them in a sentence: kept where they agree with the tables, because the
// unit's own were worked out from amounts more exact than those it prints.

import type { Derivation, FactAddress } from "../../disclosure/address.ts";
import { addressKey } from "../../disclosure/address.ts";
import type { Disclosure } from "../../disclosure/disclosure.ts";
import type { StatedFigure } from "../../figures/figure.ts";
import { MILLIONTHS } from "../../figures/figure.ts";
import type { Facts } from "../facts.ts";
import type { SentenceTemplate } from "../../sentences/template.ts";
import type { StatedAs } from "../../sentences/write-sentence.ts";

type Stated = (address: FactAddress, derived: Derivation) => StatedAs | null;

/** Looks up what the unit's own sentence states. */
export function statedIn({ id }: SentenceTemplate, { narrative }: Disclosure, facts: Facts): Stated {
  const figures = new Map<string, StatedFigure>();
  for (const { template, evaluation, figures: stated } of narrative) {
    if (template !== id || evaluation !== null) continue;
    for (const { figure, refersTo, derived } of stated) {
      const key = keyOf(refersTo, derived);
      if (figure.kind === "figure" && !figures.has(key)) figures.set(key, figure);
    }
  }
  return (address, derived) => {
    const figure = figures.get(keyOf(address, derived));
    if (figure === undefined) return null;
    return {
      value: figure.value.replace("-", ""),
      agrees: (value, operands) =>
        value.whole === null
          ? agrees(figure, value.part)
          : ratioAgrees(figure, { ...value, whole: value.whole }, hiddenIn(derived, operands, facts)),
    };
  };
}

const keyOf = (address: FactAddress, derived: Derivation): string => `${addressKey(address)} ${derived}`;

const magnitude = (value: bigint): bigint => (value < 0n ? -value : value);

/** One unit of the figure's last printed digit, in millionths of its base unit. */
const lastDigit = ({ decimals, unit }: StatedFigure): bigint =>
  (MILLIONTHS * (unit?.scale ?? 1n)) / 10n ** BigInt(decimals);

/** Within half of the last printed digit. */
const agrees = (figure: StatedFigure, value: bigint): boolean =>
  magnitude(magnitude(figure.millionths) - magnitude(value)) * 2n <= lastDigit(figure);

/** Hidden: how far print may have taken a part and its whole from what they are. */
interface Hidden {
  readonly part: bigint;
  readonly whole: bigint;
}

/** A change is as uncertain as both of its years together. */
function hiddenIn(derived: Derivation, [of, base]: readonly FactAddress[], facts: Facts): Hidden {
  const own = of === undefined ? 0n : facts.halfWidth(of);
  const whole = base === undefined ? 0n : facts.halfWidth(base);
  return { part: derived === "changeRate" ? own + whole : own, whole };
}

/** A percentage of amounts that are themselves printed with so many decimals. */
function ratioAgrees(
  figure: StatedFigure,
  { part, whole }: { readonly part: bigint; readonly whole: bigint },
  hidden: Hidden,
): boolean {
  const base = magnitude(whole);
  const printed = magnitude(figure.millionths);
  // |printed − 100 · part ÷ whole| ≤ half of the last digit + what the amounts may hide, multiplied out.
  const gap = magnitude(printed * base - magnitude(part) * 100n * MILLIONTHS);
  const room = hidden.part * 100n * MILLIONTHS + hidden.whole * printed;
  return gap * 2n <= lastDigit(figure) * (base + hidden.whole) + 2n * room;
}
