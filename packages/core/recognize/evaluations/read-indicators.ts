// Turns the aligned rows of a form into indicators: values parsed, levels named, doubts noted.

import type { Place, Problem } from "../../document/document.ts";
import type { StatedText } from "../../document/stated-text.ts";
import {
  barePattern,
  readIndicatorValue,
  type ReadValue,
  type ValueContext,
} from "../../evaluation/indicator-value.ts";
import type { KnownAmount } from "../../evaluation/misread-unit.ts";
import type { Indicator } from "../../evaluation/project-evaluation.ts";
import { matchTier } from "../../evaluation/qualitative-tier.ts";
import type { CellValue } from "../../figures/figure.ts";
import { withoutSpace } from "../../figures/normalize.ts";
import { parseFigure } from "../../figures/parse-figure.ts";
import type { EvaluationLayout } from "../../forms/evaluation-layout.ts";
import type { FormCell } from "./form-lines.ts";
import type { RawIndicator } from "./indicator-rows.ts";
import type { RestoredLevels } from "./restore-levels.ts";

export interface ReadIndicators {
  readonly indicators: readonly Indicator[];
  readonly problems: readonly Problem[];
}

/** Makes the indicators of one form. */
export function readIndicators(
  rows: readonly RawIndicator[],
  levels: readonly RestoredLevels[],
  layout: EvaluationLayout,
  amounts: readonly KnownAmount[],
): ReadIndicators {
  const problems: Problem[] = [];
  const indicators = rows.map((row, index): Indicator => {
    const level = levels[index] ?? { level1: "", level2: "", doubtful: true };
    const read = readIndicator(row, layout, amounts);
    const name = withoutSpace(row.cells.name?.text ?? "");
    if (level.doubtful) {
      problems.push(
        problem(
          "level-restored",
          `指标“${name}”的二级指标无法辨认，按表内顺序推定为“${level.level2}”，请核对原件`,
          row.line.place,
        ),
      );
    }
    if (row.strained)
      problems.push(
        problem(
          "row-strained",
          `指标“${name}”所在行的单元格有合并、错位或多余内容，请核对原件`,
          row.line.place,
        ),
      );
    problems.push(...read.problems);
    return {
      ...read.indicator,
      level1: level.level1,
      level2: level.level2,
      name,
      doubtful: level.doubtful || row.strained || read.problems.length > 0,
    };
  });
  return { indicators, problems };
}

function problem(code: string, message: string, place: Place): Problem {
  return { code, message, place };
}

function readIndicator(
  row: RawIndicator,
  layout: EvaluationLayout,
  amounts: readonly KnownAmount[],
): {
  readonly indicator: Omit<Indicator, "level1" | "level2" | "name" | "doubtful">;
  readonly problems: readonly Problem[];
} {
  const { cells } = row;
  const pattern = cells.initialTarget === undefined ? undefined : barePattern(cells.initialTarget.text);
  const column: ValueContext = {
    ...(cells.comparator === undefined ? {} : { comparator: cells.comparator.text }),
    ...(cells.unit === undefined ? {} : { unit: cells.unit.text }),
  };
  const expectedUnit = pattern?.unit ?? null;
  const initial = pattern !== undefined ? null : readCell(cells.initialTarget, layout, { amounts });
  const target = readCell(cells.target, layout, { ...column, expectedUnit, amounts });
  const actual = readCell(cells.actual, layout, {
    expectedUnit: pattern?.unit ?? target?.value.unit ?? null,
    amounts,
  });
  const problems = [initial, target, actual].flatMap((read) => (read === null ? [] : (read.problem ?? [])));
  return {
    indicator: {
      target: target?.value ?? null,
      initialTarget: initial?.value ?? null,
      actual: actual?.value ?? null,
      points: figureOf(cells.points),
      score: figureOf(cells.score),
      reason: reasonOf(cells.reason),
      place: row.line.place,
    },
    problems,
  };
}

function readCell(
  cell: FormCell | undefined,
  layout: EvaluationLayout,
  context: ValueContext,
): (ReadValue & { readonly problem?: Problem }) | null {
  if (cell === undefined) return null;
  const tier = matchTier(cell.text, layout.tiers);
  const text = tier === undefined ? cell.text : withoutSpace(cell.text);
  const read = readIndicatorValue(text, cell.place, context);
  if (read === null) return null;
  if (tier !== undefined && !tier.whole) {
    return {
      value: read.value,
      doubtful: true,
      problem: problem(
        "tier-clipped",
        `完成情况“${text}”印刷不全，似为“${tier.tier}”，请核对原件`,
        cell.place,
      ),
    };
  }
  if (!read.doubtful) return read;
  const message = read.value.unreadable
    ? `指标值“${text}”无法识别，请核对原件`
    : `指标值“${text}”的单位似为“${read.value.unit ?? ""}”，请核对原件`;
  return {
    ...read,
    problem: problem(read.value.unreadable ? "value-unreadable" : "unit-misread", message, cell.place),
  };
}

/** Points and scores: "3%" of a weight column is three points; a stray stop after a number is none. */
function figureOf(cell: FormCell | undefined): CellValue | null {
  if (cell === undefined) return null;
  const text = cell.text.replace(/\s*[%％,.;:·、，。：；]+$/u, "");
  return parseFigure(text, null, cell.place);
}

/** A reason as printed; 元 standing alone is a misread 无, and 无 gives no reason. */
export function reasonOf(cell: FormCell | undefined): StatedText | null {
  if (cell === undefined) return null;
  const text = withoutSpace(cell.text);
  return /^(?:元|[-—–/·.,:;!`'"]*)$/u.test(text) ? null : { text, place: cell.place };
}
