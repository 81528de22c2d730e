import { Decimal } from "decimal.js";

import type { ProseFigure } from "../../../disclosure/disclosure.ts";
import type { FundingField, ProjectEvaluation } from "../../../evaluation/project-evaluation.ts";
import { FUNDING_FIELDS } from "../../../evaluation/project-evaluation.ts";
import type { CellValue, StatedFigure } from "../../../figures/figure.ts";
import { statedFigure } from "../../../figures/figure.ts";
import { compareIntervals, intervalOf } from "../../../figures/interval.ts";
import { PERCENT } from "../../../figures/unit.ts";
import type { CheckOutcome } from "../../finding.ts";
import { finding, held, notApplicable, notChecked } from "../../finding.ts";
import { formatUnitGap } from "../../outcome-format.ts";
import type { ProjectSubject } from "./project-rule.ts";
import { totalFunding } from "../../../evaluation/scoring/printed-scores.ts";
import { evaluationCell, operand, projectRule } from "./project-rule.ts";

const FIELD_NAMES: Readonly<Record<string, string>> = {
  declared: "目标申报数",
  compiled: "预算编制数",
  initial: "年初预算数",
  adjusted: "全年预算数",
  executed: "执行数",
  remaining: "资金结（转）余",
  rate: "预算执行率",
  score: "预算执行率得分",
  fundingScore: "预算执行率得分",
  indicatorScore: "指标得分",
  totalScore: "总分",
  satisfaction: "满意度",
  need: "所需经费",
};

const isFundingField = (field: string): field is FundingField =>
  FUNDING_FIELDS.some((known) => known === field);

/** The form's own value of a field that prose speaks of. */
function formValue(evaluation: ProjectEvaluation, field: string): CellValue | null {
  const row = totalFunding(evaluation);
  if (field === "fundingScore") return row?.fields.score ?? null;
  if (field === "totalScore") return evaluation.totalScore;
  if (field === "satisfaction") return satisfactionActual(evaluation);
  if (field === "initial" || field === "need") return row?.fields.initial ?? row?.fields.compiled ?? null;
  return isFundingField(field) ? (row?.fields[field] ?? null) : null;
}

/** The result of the one satisfaction indicator; null where there are several or none. */
function satisfactionActual(evaluation: ProjectEvaluation): CellValue | null {
  const indicators = evaluation.indicators.filter(({ level1 }) => level1.includes("满意度"));
  const actual = indicators.length === 1 ? indicators[0]?.actual : undefined;
  const isCopiedTarget = actual?.comparator != null && actual.comparator !== "=";
  if (actual?.value == null || isCopiedTarget || (actual.unit !== null && actual.unit !== "%")) return null;
  return statedFigure(actual.value, PERCENT, actual.place) ?? null;
}

/** A scan may leave a ghost of the unit as a last digit ("257万元" for 25万元): then a form's own figure is left. */
function endsInGhost(text: StatedFigure, evaluation: ProjectEvaluation): boolean {
  const shorter = text.value.includes(".") ? text.value : text.value.slice(0, -1);
  const row = totalFunding(evaluation);
  return FUNDING_FIELDS.some((field) => {
    const value = row?.fields[field];
    return (
      value?.kind === "figure" &&
      value.unit?.dimension === "money" &&
      new Decimal(value.value).toDecimalPlaces(0).toString() === shorter
    );
  });
}

const agrees = (text: StatedFigure, form: StatedFigure): boolean => {
  if (text.unit?.dimension === "percent" || form.unit?.dimension !== text.unit?.dimension)
    return new Decimal(text.value).eq(form.value);
  return compareIntervals(intervalOf(text), intervalOf(form)).verdict !== "impossible";
};

/** Where a wrong amount may come from: another field of this form, or the same field of another project. */
function originOf(
  text: StatedFigure,
  subject: ProjectSubject,
  field: string,
  all: readonly ProjectEvaluation[],
): string {
  if (field === "satisfaction") return "";
  const row = totalFunding(subject.evaluation);
  const otherField = FUNDING_FIELDS.find((one) => {
    const value = row?.fields[one];
    return (
      one !== field &&
      one !== "points" &&
      value?.kind === "figure" &&
      value.unit?.dimension === text.unit?.dimension &&
      agrees(text, value)
    );
  });
  if (otherField !== undefined) return `，与本表的${FIELD_NAMES[otherField] ?? ""}相同`;
  const otherProject = all.find((one) => {
    const value = formValue(one, field);
    return (
      one !== subject.evaluation && value?.kind === "figure" && value.millionths !== 0n && agrees(text, value)
    );
  });
  return otherProject === undefined
    ? ""
    : `，与项目“${otherProject.name}”的${FIELD_NAMES[field] ?? ""}相同，疑似复制`;
}

function judge(subject: ProjectSubject, prose: ProseFigure, all: readonly ProjectEvaluation[]): CheckOutcome {
  const field = prose.refersTo.field ?? "";
  const name = FIELD_NAMES[field] ?? field;
  const label = `${subject.name} ${name}`;
  const form = formValue(subject.evaluation, field);
  if (prose.figure.kind !== "figure") return notChecked(label, "文字中的数无法识别");
  if (form?.kind !== "figure") return notChecked(label, "自评表中没有该数或无法识别");
  if (agrees(prose.figure, form)) return held(label);
  if (field === "satisfaction" && new Decimal(prose.figure.value).gt(100))
    return notChecked(label, "文字中的百分比超过100，疑似识别误差");
  const text = prose.figure;
  const formUnit = form.unit?.name ?? "";
  const ghost = text.unit?.dimension === "money" && endsInGhost(text, subject.evaluation);
  return finding({
    subject: subject.name,
    message: `项目“${subject.name}”文字写${name}${text.raw}，自评表为${form.value}${formUnit}${originOf(text, subject, field, all)}。`,
    advice: "请核对文字与自评表，使其一致。",
    operands: [operand(`文字所写${name}`, text, text.place), operand(`自评表${name}`, form, form.place)],
    expected: form.value,
    // Beside the form's figure and the gap, in their unit.
    actual: text.unit?.name === form.unit?.name ? text.value : formatUnitGap(text.millionths, form.unit, 2),
    gap:
      form.unit?.dimension === text.unit?.dimension
        ? formatUnitGap(text.millionths - form.millionths, form.unit, 2)
        : null,
    envelope: "0",
    sourceDoubt: ghost,
    severity: ghost || field === "need" || field === "satisfaction" ? "warning" : "error",
    cells: [evaluationCell(subject.index, `text.${field}`)],
  });
}

export const textAmountsMatchForm = projectRule(
  {
    id: "text-amounts-match-form",
    code: "P-49",
    title: "自评报告文字中的金额、得分应与自评表一致",
    kind: "logic",
    severity: "error",
    basis: "《项目支出绩效评价管理办法》（财预〔2020〕10号）：自评结果应真实、准确",
    example: {
      passes: "自评表全年预算数150,000元，文字写“全年预算150,000元”",
      fails: "自评表全年预算数150,000元，文字写“全年预算99,840元”",
    },
  },
  (subject, { disclosure }) => {
    const figures = disclosure.narrative
      .filter((sentence) => sentence.evaluation === subject.index)
      .flatMap((sentence) => sentence.figures)
      .filter((figure) => figure.refersTo.field !== undefined && figure.derived === null);
    if (figures.length === 0) return [notApplicable(subject.name, "文字中没有可比的数")];
    return figures.map((figure) => judge(subject, figure, disclosure.evaluations));
  },
);
