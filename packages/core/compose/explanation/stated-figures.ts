// Figures as the unit itself states them in a sentence: kept where they agree with the tables, because the
// unit's own were worked out from amounts more exact than those it prints.

import type { Derivation, FactAddress } from "../../disclosure/address.ts";
import { addressKey } from "../../disclosure/address.ts";
import type { Disclosure } from "../../disclosure/disclosure.ts";
import type { StatedFigure } from "../../figures/figure.ts";
import { MILLIONTHS } from "../../figures/figure.ts";
import { WAN_YUAN } from "../../figures/unit.ts";
import type { SentenceTemplate } from "../../sentences/template.ts";
import type { StatedAs } from "../../sentences/write-sentence.ts";

type Stated = (address: FactAddress, derived: Derivation) => StatedAs | null;

/** Looks up what the unit's own sentence states. */
export function statedIn({ id }: SentenceTemplate, { narrative }: Disclosure): Stated {
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
      agrees: (part, whole) => (whole === null ? agrees(figure, part) : ratioAgrees(figure, part, whole)),
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

/** Half of 0.01 万元: what a printed amount may hide. */
const HALF_OF_AMOUNT = (MILLIONTHS * WAN_YUAN.scale) / 200n;

/** A percentage of amounts that are themselves printed to 0.01 万元. */
function ratioAgrees(figure: StatedFigure, part: bigint, whole: bigint): boolean {
  const base = magnitude(whole);
  const own = magnitude(part);
  const printed = magnitude(figure.millionths);
  // |printed − 100 · part ÷ whole| ≤ half of the last digit + what the amounts may hide, multiplied out.
  const gap = magnitude(printed * base - own * 100n * MILLIONTHS);
  const hidden = HALF_OF_AMOUNT * (100n * MILLIONTHS + printed);
  return gap * 2n <= lastDigit(figure) * base + 2n * hidden;
}
