// One cause, one finding: broken identities that share a cell are gathered under it. A first, sound
// grouping: a cell becomes the cause only when at least two broken identities meet in it; the one
// that meets most is taken first (exact minimal repair is another matter).

import type { Finding } from "./finding.ts";
import type { GapSize } from "./same-gap.ts";
import { gapSizes, withSameGap } from "./same-gap.ts";

/** Points findings broken by the same cell to the one that stands for the cause (causedBy). */
export function causesOf(findings: readonly Finding[]): readonly Finding[] {
  const causes = new Map<number, number>(coveredBy(findings));
  const open = new Set(
    findings.flatMap((one, index) => (isGroupable(one) && !causes.has(index) ? [index] : [])),
  );
  const sizes = gapSizes(findings, [...open]);
  const meetings = meetingsOf(findings, open);
  for (;;) {
    const [head, ...rest] = largest(meetings, { open, sizes });
    if (head === undefined) break;
    open.delete(head);
    for (const index of rest) {
      causes.set(index, head);
      open.delete(index);
    }
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

/** Meeting: findings on one cell. */
interface Meeting {
  /** Place of the cell among the cells of each of the findings. */
  readonly positions: ReadonlyMap<number, number>;
  /** Those of them that are still open, as far as known. */
  indexes: readonly number[];
  /** The most of them whose gaps have one size; null as long as nobody asked. */
  sameGap: readonly number[] | null;
}

function meetingsOf(findings: readonly Finding[], open: ReadonlySet<number>): readonly Meeting[] {
  const byCell = new Map<string, Map<number, number>>();
  for (const index of open) {
    [...new Set(findings[index]?.cells ?? [])].forEach((cell, position) => {
      const positions = byCell.get(cell) ?? new Map<number, number>();
      positions.set(index, position);
      byCell.set(cell, positions);
    });
  }
  return [...byCell.values()]
    .filter(({ size }) => size > 1)
    .map((positions) => ({ positions, indexes: [...positions.keys()], sameGap: null }));
}

/** Open: the findings that no cause is known of, with their sizes. */
interface Open {
  readonly open: ReadonlySet<number>;
  readonly sizes: ReadonlyMap<number, GapSize>;
}

/**
 * The most open findings that meet in one cell with gaps of one size; of equals, in the cell named first.
 * What was found before is an upper bound, so that only the foremost meeting is ever looked at again.
 */
function largest(meetings: readonly Meeting[], { open, sizes }: Open): readonly number[] {
  for (;;) {
    let best: Meeting | undefined;
    for (const meeting of meetings) {
      if (mostOf(meeting) > 1 && (best === undefined || isBefore(meeting, best))) best = meeting;
    }
    if (best === undefined) return [];
    const isFresh = best.sameGap !== null && best.indexes.every((index) => open.has(index));
    if (isFresh) return best.sameGap ?? [];
    best.indexes = best.indexes.filter((index) => open.has(index));
    best.sameGap = withSameGap(best.indexes, sizes);
  }
}

const mostOf = ({ indexes, sameGap }: Meeting): number => sameGap?.length ?? indexes.length;

function isBefore(meeting: Meeting, other: Meeting): boolean {
  const more = mostOf(meeting) - mostOf(other);
  if (more !== 0) return more > 0;
  const [first = 0] = meeting.indexes;
  const [second = 0] = other.indexes;
  if (first !== second) return first < second;
  return (meeting.positions.get(first) ?? 0) < (other.positions.get(second) ?? 0);
}
