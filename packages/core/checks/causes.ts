// One cause, one finding: broken identities that share a cell are gathered under it. A first, sound
// grouping: a cell becomes the cause only when at least two broken identities meet in it; the one
// that meets most is taken first (exact minimal repair is another matter).

import { Decimal } from "decimal.js";

import type { Finding } from "./finding.ts";

/** Points findings broken by the same cell to the one that stands for the cause (causedBy). */
export function causesOf(findings: readonly Finding[]): readonly Finding[] {
  const causes = new Map<number, number>(coveredBy(findings));
  let open = findings.flatMap((one, index) => (isGroupable(one) && !causes.has(index) ? [index] : []));
  while (open.length > 1) {
    const shared = mostSharedCell(findings, open);
    if (shared === undefined) break;
    const [head, ...rest] = shared;
    if (head === undefined) break;
    for (const index of rest) causes.set(index, head);
    open = open.filter((index) => !shared.includes(index));
  }
  return findings.map((one, index) => ({ ...one, causedBy: causes.get(index) ?? one.causedBy }));
}

/** Findings on cells that another finding says are misplaced or misread as a whole. */
function coveredBy(findings: readonly Finding[]): readonly (readonly [number, number])[] {
  return findings.flatMap(({ covers }, cause) =>
    covers.length === 0
      ? []
      : findings.flatMap(({ cells }, index) =>
          index !== cause && cells.some((cell) => covers.includes(cell)) ? [[index, cause] as const] : [],
        ),
  );
}

const DECIMAL = /^-?\d+(?:\.\d+)?$/u;

/** Only broken arithmetic has a common cell to repair; judgements of wording stand alone. */
function isGroupable(one: Finding): boolean {
  return (
    one.severity !== "hint" &&
    one.gap !== null &&
    DECIMAL.test(one.gap) &&
    one.cells.length > 0 &&
    one.causedBy === null
  );
}

/** Indexes of the findings that meet in the most shared cell, the finding to stand for them first. */
function mostSharedCell(
  findings: readonly Finding[],
  open: readonly number[],
): readonly number[] | undefined {
  const byCell = new Map<string, number[]>();
  for (const index of open) {
    for (const cell of new Set(findings[index]?.cells ?? [])) {
      const meeting = byCell.get(cell);
      if (meeting === undefined) byCell.set(cell, [index]);
      else meeting.push(index);
    }
  }
  let best: readonly number[] | undefined;
  for (const meeting of byCell.values()) {
    const sameGap = withSameGap(findings, meeting);
    if (sameGap.length > 1 && sameGap.length > (best?.length ?? 1)) best = sameGap;
  }
  return best;
}

/** Of findings that share a cell, the most whose gaps have one size: one change of the cell mends them all. */
function withSameGap(findings: readonly Finding[], meeting: readonly number[]): readonly number[] {
  return meeting
    .map((index) => meeting.filter((other) => haveOneSize(findings[index], findings[other])))
    .reduce<readonly number[]>((best, same) => (same.length > best.length ? same : best), []);
}

/** Rounding moves a gap by at most both envelopes. */
function haveOneSize(a: Finding | undefined, b: Finding | undefined): boolean {
  if (a?.gap == null || b?.gap == null) return false;
  const allowed = new Decimal(a.envelope ?? 0).plus(b.envelope ?? 0);
  return new Decimal(a.gap).abs().minus(new Decimal(b.gap).abs()).abs().lte(allowed);
}
