import type { StatedFigure } from "../../../figures/figure.ts";
import { comparePercent } from "../../../figures/interval.ts";
import { executionRatio } from "../../../evaluation/scoring/execution.ts";
import type { FundingRow } from "../../../evaluation/project-evaluation.ts";
import type { CheckOutcome } from "../../finding.ts";
import { finding, held, notApplicable, notChecked } from "../../finding.ts";
import type { ProjectSubject } from "./project-rule.ts";
import { evaluationCell, operand, projectRule } from "./project-rule.ts";

interface RateParts {
  readonly rate: StatedFigure;
  readonly executed: StatedFigure;
  readonly adjusted: StatedFigure;
  readonly initial: StatedFigure | undefined;
}

function figureOf(
  row: FundingRow,
  field: "rate" | "executed" | "adjusted" | "initial" | "compiled",
): StatedFigure | undefined {
  const value = row.fields[field];
  return value?.kind === "figure" ? value : undefined;
}

function judgeRow(subject: ProjectSubject, row: FundingRow): CheckOutcome {
  const label = `${subject.name} ${row.name}`;
  const rate = figureOf(row, "rate");
  const executed = figureOf(row, "executed");
  const adjusted = figureOf(row, "adjusted");
  if (rate === undefined) return notApplicable(label, "未列执行率");
  if (executed === undefined || adjusted === undefined)
    return notChecked(label, "预算数或执行数空白或无法识别");
  if (adjusted.millionths === 0n) {
    return rate.millionths === 0n || executed.millionths !== 0n
      ? notApplicable(label, "预算数为0")
      : zeroBase(subject, row, rate);
  }
  const initial = figureOf(row, "initial") ?? figureOf(row, "compiled");
  return judgeRate(subject, row, { rate, executed, adjusted, initial });
}

function zeroBase(subject: ProjectSubject, row: FundingRow, rate: StatedFigure): CheckOutcome {
  return finding({
    subject: subject.name,
    message: `项目“${subject.name}”${row.name}预算数与执行数均为0，却列执行率${rate.value}%。`,
    advice: "预算数为0时不计算执行率，建议不列。",
    operands: [operand("执行率", rate, row.place), operand("全年预算数", row.fields.adjusted, row.place)],
    severity: "hint",
  });
}

function judgeRate(subject: ProjectSubject, row: FundingRow, parts: RateParts): CheckOutcome {
  const { rate, executed, adjusted, initial } = parts;
  const label = `${subject.name} ${row.name}`;
  const ratio = executionRatio(executed, adjusted);
  if (ratio === undefined) return notChecked(label, "预算数过小，无法推算执行率");
  const result = comparePercent(rate, ratio);
  if (result.verdict !== "impossible") return held(label);
  const otherBase = initial === undefined ? undefined : executionRatio(executed, initial);
  const onInitial = otherBase !== undefined && comparePercent(rate, otherBase).verdict !== "impossible";
  const note = onInitial ? `；所列执行率是按年初预算数${initial?.value ?? ""}计算的` : "";
  return finding({
    subject: subject.name,
    message: `项目“${subject.name}”${row.name}执行率列${rate.value}%，按执行数${executed.value}÷全年预算数${adjusted.value}应为${result.expected.toFixed()}%${note}。`,
    advice: onInitial
      ? "执行率应以全年（调整后）预算数为基数，请按规定更正执行率及其得分。"
      : "请核对预算数、执行数与执行率。",
    operands: [
      operand("执行率", rate, row.place),
      operand("执行数", executed, row.place),
      operand("全年预算数", adjusted, row.place),
      ...(onInitial ? [operand("年初预算数", initial, row.place)] : []),
    ],
    expected: result.expected.toFixed(),
    actual: rate.value,
    gap: result.gap.toFixed(),
    envelope: result.envelope.toFixed(4),
    cells: [evaluationCell(subject.index, `funding.${row.source}.rate`)],
  });
}

export const executionRateFollowsAmounts = projectRule(
  {
    id: "execution-rate-follows-amounts",
    code: "P-08",
    title: "执行率应等于执行数除以全年预算数",
    kind: "logic",
    severity: "error",
    basis:
      "《项目支出绩效评价管理办法》（财预〔2020〕10号）：预算执行率＝全年执行数÷全年预算数（调整后）×100%",
    example: {
      passes: "全年预算数200万元，执行数117.23万元，执行率58.62%",
      fails: "全年预算数117.23万元，执行数117.23万元，执行率58.62%",
    },
  },
  (subject) => {
    if (subject.evaluation.funding.length === 0) return [notChecked(subject.name, "未读到资金情况表")];
    return subject.evaluation.funding.map((row) => judgeRow(subject, row));
  },
);
