// What the rules on project evaluations share: one outcome list per evaluation, and how figures of
// a form are read for judging. Scores and points are decimals, money stays in intervals.

import { Decimal } from "decimal.js";

import type { Place } from "../../../document/document.ts";
import type {
  FundingField,
  FundingRow,
  Indicator,
  ProjectEvaluation,
} from "../../../evaluation/project-evaluation.ts";
import type { CellValue, StatedFigure } from "../../../figures/figure.ts";
import type { CheckOutcome, Operand } from "../../finding.ts";
import { notApplicable } from "../../finding.ts";
import type { CheckContext, CheckRule, RuleDescription } from "../../rule.ts";

/** ProjectJudge: judges one evaluation of a disclosure. */
export type ProjectJudge = (subject: ProjectSubject, context: CheckContext) => readonly CheckOutcome[];

/** ProjectSubject: an evaluation with its index and the name that messages call it by. */
export interface ProjectSubject {
  readonly evaluation: ProjectEvaluation;
  readonly index: number;
  /** The project's name; with its number where names repeat. */
  readonly name: string;
}

/** A rule that judges every project evaluation of a disclosure. */
export function projectRule(
  description: Omit<RuleDescription, "group" | "needs"> & { readonly needs?: string },
  judge: ProjectJudge,
): CheckRule {
  return {
    group: "project-evaluation",
    needs: "项目支出绩效自评表",
    ...description,
    check: (context) => {
      if (context.disclosure.evaluations.length === 0) return [notApplicable(null, "无项目支出绩效自评")];
      return projectSubjects(context).flatMap((subject) => judge(subject, context));
    },
  };
}

/** All evaluations with the names that tell them apart. */
export function projectSubjects(context: CheckContext): readonly ProjectSubject[] {
  const { evaluations } = context.disclosure;
  const known = subjectsOf.get(evaluations) ?? namedApart(evaluations);
  subjectsOf.set(evaluations, known);
  return known;
}

// Every rule on projects asks for the same subjects.
const subjectsOf = new WeakMap<readonly ProjectEvaluation[], readonly ProjectSubject[]>();

function namedApart(evaluations: readonly ProjectEvaluation[]): readonly ProjectSubject[] {
  const counts = Map.groupBy(evaluations, ({ name }) => name);
  const seen = new Map<string, number>();
  return evaluations.map((evaluation, index) => {
    const { name } = evaluation;
    const ordinal = (seen.get(name) ?? 0) + 1;
    seen.set(name, ordinal);
    const isShared = (counts.get(name)?.length ?? 0) > 1;
    return { evaluation, index, name: isShared ? `${name}（第${ordinal}个同名项目）` : name };
  });
}

const decimals = new WeakMap<StatedFigure, Decimal>();

/** A printed figure as a decimal; undefined when blank or unreadable. */
export function decimalOf(value: CellValue | null | undefined): Decimal | undefined {
  if (value?.kind !== "figure") return undefined;
  const known = decimals.get(value) ?? new Decimal(value.value);
  decimals.set(value, known);
  return known;
}

/** True when something is printed that cannot be read. */
export function isUnreadable(value: CellValue | null | undefined): boolean {
  return value?.kind === "unreadable";
}

/** The total row (资金总额) of the funding block. */
export function totalFunding(evaluation: ProjectEvaluation): FundingRow | undefined {
  return evaluation.funding.find((row) => row.source === "total") ?? evaluation.funding[0];
}

/** A field of the total row as a figure. */
export function fundingFigure(evaluation: ProjectEvaluation, field: FundingField): StatedFigure | undefined {
  const value = totalFunding(evaluation)?.fields[field];
  return value?.kind === "figure" ? value : undefined;
}

/** The budget before adjustment: 年初预算数, or 预算编制数 where the form splits it. */
export function initialBudget(evaluation: ProjectEvaluation): StatedFigure | undefined {
  return fundingFigure(evaluation, "initial") ?? fundingFigure(evaluation, "compiled");
}

/** The execution score (预算执行率得分): the funding block's, else the one the conclusion states. */
export function executionScore(evaluation: ProjectEvaluation): StatedFigure | undefined {
  const printed = evaluation.funding.map((row) => row.fields.score).find((score) => score?.kind === "figure");
  if (printed?.kind === "figure") return printed;
  return evaluation.fundingScore?.kind === "figure" ? evaluation.fundingScore : undefined;
}

/** An operand for a finding. */
export function operand(label: string, value: CellValue | null | undefined, place: Place): Operand {
  if (value?.kind === "figure") return { label, value: value.value, place: value.place };
  return {
    label,
    value: value === null || value === undefined || value.kind === "blank" ? null : value.raw,
    place,
  };
}

/** An operand whose value is computed or a text. */
export function statedOperand(label: string, value: string, place: Place): Operand {
  return { label, value, place };
}

/** Key of a cell of an evaluation, so that findings broken by one cell are gathered. */
export function evaluationCell(index: number, field: string): string {
  return `project-evaluation|E${index}|${field}`;
}

/** Key of an indicator's cell. */
export function indicatorCell(subject: ProjectSubject, indicator: Indicator, field: string): string {
  return evaluationCell(subject.index, `${subject.evaluation.indicators.indexOf(indicator)}.${field}`);
}

/** A decimal for messages: without trailing zeros, at most four decimals. */
export function plain(value: Decimal): string {
  return value.toDecimalPlaces(4, Decimal.ROUND_HALF_UP).toString();
}

/** True when anything of the form was doubtful in reading: sums over it may be misreadings. */
export function isDoubtful(evaluation: ProjectEvaluation): boolean {
  return evaluation.indicators.some((indicator) => indicator.doubtful);
}

/** Words of a reason column that give no reason. */
const EMPTY_REASON = /^(?:无|元|正常|已完成|无偏差|-|—|——|\/)?$/u;

/** True when the reason says nothing. */
export function isEmptyReason(text: string | null | undefined): boolean {
  return EMPTY_REASON.test((text ?? "").replace(/\s+/gu, ""));
}
