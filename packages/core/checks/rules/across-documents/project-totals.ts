// Sums over the project evaluations of a document, as intervals: forms may print 元 or 万元.

import type { FundingField, ProjectEvaluation } from "../../../evaluation/project-evaluation.ts";
import type { StatedFigure } from "../../../figures/figure.ts";
import type { Interval } from "../../../figures/interval.ts";
import { add, intervalOf } from "../../../figures/interval.ts";
import { parseFigure } from "../../../figures/parse-figure.ts";
import { findUnit, WAN_YUAN } from "../../../figures/unit.ts";
import type { RuleDescription, CheckContext, CheckRule } from "../../rule.ts";
import type { CheckOutcome, Operand } from "../../finding.ts";
import { formatUnitGap } from "../../outcome-format.ts";
import { fundingFigure } from "../../../evaluation/scoring/printed-scores.ts";
import { operand } from "../project-evaluation/project-rule.ts";
import { boxText, matchesIn } from "../structure/printed-texts.ts";

/** Base: a sum over the forms and what it is called. */
export type Base = "executed" | "adjusted" | "initial";

export const BASE_NAMES: Readonly<Record<Base, string>> = {
  executed: "执行数",
  adjusted: "全年预算数",
  initial: "年初预算数",
};

const FIELDS: Readonly<Record<Base, readonly FundingField[]>> = {
  executed: ["executed"],
  adjusted: ["adjusted"],
  initial: ["initial", "compiled", "declared"],
};

/** ProjectSum: the sum of one base over the forms, when every form prints it. */
export interface ProjectSum {
  readonly base: Base;
  readonly interval: Interval;
  readonly figures: readonly { readonly name: string; readonly figure: StatedFigure }[];
  /** Names of the forms that print no readable figure. */
  readonly missing: readonly string[];
}

/** The figure of a base in one form. */
export function baseFigure(evaluation: ProjectEvaluation, base: Base): StatedFigure | undefined {
  return FIELDS[base].map((field) => fundingFigure(evaluation, field)).find((figure) => figure !== undefined);
}

const EXECUTED_IN_PROSE =
  /预算(?:数)?\d[\d,]*(?:\.\d+)?(?:万元|元),(?:实际)?(?:支出|执行|支付)(?:数)?(\d[\d,]*(?:\.\d+)?)(万元|元)/gu;

/** What the text of an evaluation without a funding table says was spent. */
function executedInProse(evaluation: ProjectEvaluation): StatedFigure | undefined {
  if (evaluation.funding.length > 0 || evaluation.text.implementation === null) return undefined;
  const [match] = matchesIn([boxText("", evaluation.text.implementation)], EXECUTED_IN_PROSE);
  if (match === undefined) return undefined;
  const figure = parseFigure(match.groups[0] ?? "", findUnit(match.groups[1] ?? "") ?? null, match.place);
  return figure.kind === "figure" ? figure : undefined;
}

function figureOf(evaluation: ProjectEvaluation, base: Base): StatedFigure | undefined {
  return baseFigure(evaluation, base) ?? (base === "executed" ? executedInProse(evaluation) : undefined);
}

/** Sums one base over evaluations. */
export function sumProjects(evaluations: readonly ProjectEvaluation[], base: Base): ProjectSum {
  const read = evaluations.map((evaluation) => ({
    name: evaluation.name,
    figure: figureOf(evaluation, base),
  }));
  const figures = read.flatMap(({ name, figure }) => (figure === undefined ? [] : [{ name, figure }]));
  return {
    base,
    interval: figures.map(({ figure }) => intervalOf(figure)).reduce<Interval>(add, { low: 0n, high: 0n }),
    figures,
    missing: read.filter(({ figure }) => figure === undefined).map(({ name }) => name),
  };
}

/** Money in 万元 with two decimals. */
export function wanYuan(value: Interval | bigint): string {
  return formatUnitGap(typeof value === "bigint" ? value : (value.low + value.high) / 2n, WAN_YUAN, 2);
}

/** The largest projects of a sum as operands. */
export function projectOperands(sum: ProjectSum): readonly Operand[] {
  return sum.figures.map(({ name, figure }) =>
    operand(`${name} ${BASE_NAMES[sum.base]}（${figure.unit?.name ?? "元"}）`, figure, figure.place),
  );
}

/** Key that findings on the sum of one base share. */
export function sumCell(base: Base): string {
  return `project-evaluations|total|${base}`;
}

/** A rule that looks at several parts of one document. */
export function documentRule(
  description: Omit<RuleDescription, "group">,
  check: (context: CheckContext) => readonly CheckOutcome[],
): CheckRule {
  return { group: "across-documents", ...description, check };
}
