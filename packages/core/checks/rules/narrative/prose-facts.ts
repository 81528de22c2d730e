// Facts that only prose states, found by concept "narrative" and field.

import type { FactAddress } from "../../../disclosure/address.ts";
import type { ProseFigure } from "../../../disclosure/disclosure.ts";
import type { StatedFigure } from "../../../figures/figure.ts";
import type { CheckContext } from "../../rule.ts";

/** The first readable statement of a fact that only prose states. */
export function proseFact(field: string, context: CheckContext): StatedFigure | undefined {
  const all = context.disclosure.narrative.flatMap(({ figures }) => figures);
  const match = all.find(
    (prose: ProseFigure) =>
      prose.refersTo.field === field &&
      prose.refersTo.evaluation === undefined &&
      prose.figure.kind === "figure",
  );
  return match?.figure.kind === "figure" ? match.figure : undefined;
}

/** The figure of a fact in its table, else as prose states it. */
export function factFigure(address: FactAddress, context: CheckContext): StatedFigure | undefined {
  for (const { value } of context.facts.statementsOf(address)) {
    if (value.kind === "figure") return value;
  }
  return undefined;
}
