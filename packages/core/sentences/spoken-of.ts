// Which fact free words speak of: the figure before them in their sentence, the one that they open, or the first
// of their row. Writing a sentence and listing what it needs must agree on it.

import type { FactAddress } from "../disclosure/address.ts";
import type { FigurePart, Part } from "./template.ts";

const isStop = (part: Part): boolean =>
  part.kind === "words" && part.alternatives[0]?.includes("。") === true;

/** The first figure of the sentence that free words open; undefined where they stand in or after another. */
export function figureOpened(parts: readonly Part[], index: number): FigurePart | undefined {
  if (parts[index]?.kind !== "free") return undefined;
  const before = parts.slice(0, index).findLast((part) => part.kind === "figure" || isStop(part));
  if (before === undefined || before.kind === "figure") return undefined;
  const next = parts.slice(index + 1).find((part) => part.kind === "figure" || isStop(part));
  return next?.kind === "figure" ? next : undefined;
}

/** The fact that a row speaks of from its name on: of its first figure, else the one that decides what it says. */
export function factOfRow(parts: readonly Part[]): FactAddress | undefined {
  return firstFigure(parts)?.expression.of ?? firstJudged(parts);
}

function firstFigure(parts: readonly Part[]): FigurePart | undefined {
  for (const part of parts) {
    const found =
      part.kind === "figure"
        ? part
        : part.kind === "optional" && part.when.kind !== "never"
          ? firstFigure(part.parts)
          : undefined;
    if (found !== undefined) return found;
  }
  return undefined;
}

function firstJudged(parts: readonly Part[]): FactAddress | undefined {
  const [guard] = parts.flatMap((part) =>
    part.kind === "choice" ? part.alternatives.map(({ when }) => when) : [],
  );
  return guard !== undefined && "of" in guard ? guard.of : undefined;
}
