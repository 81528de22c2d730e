import { departmentScoreOf } from "../../../department-scoring/department-score-of.ts";
import type { ItemScore } from "../../../evaluation/point-system/department-score.ts";
import { statusLine } from "../../../evaluation/point-system/point-system.ts";
import { decimalOf, plain } from "../../../evaluation/scoring/printed-scores.ts";
import { departmentReportFor } from "../../../regions/index.ts";
import { EVALUATION_PROCEDURE } from "../../basis.ts";
import type { CheckOutcome } from "../../finding.ts";
import { finding, held, notApplicable, notChecked } from "../../finding.ts";
import { formatGap } from "../../outcome-format.ts";
import { operand } from "../project-evaluation/project-rule.ts";
import type { DepartmentJudge } from "./department-rule.ts";
import { departmentRule } from "./department-rule.ts";

const SUBJECT = "指标体系得分";

/** The outcome for an item whose score is printed. */
function outcomeOf(score: ItemScore, statement: string): CheckOutcome {
  const { item, computed, derivation, printed, printedPoints, by, verdict } = score;
  const subject = item.level3;
  const points = decimalOf(printedPoints);
  if (points !== undefined && !points.eq(item.points))
    return notChecked(subject, `报告分值${plain(points)}分，与指标体系配置的${item.points}分不同`);
  if (computed === null) {
    const missing = score.missing.map(({ label }) => label).join("、");
    return missing === "" ? notApplicable(subject, "由评价人员评分") : notChecked(subject, `缺少${missing}`);
  }
  if (verdict === "justified" || by === null) return held(subject);
  const stated = decimalOf(printed);
  return finding({
    subject,
    message: `“${subject}”自评得分${stated === undefined ? "" : plain(stated)}分，按报告的数据应为${plain(computed)}分：${derivation ?? ""}（${statement}）。`,
    advice: "请核对数据和得分；指标体系的分值和公式与本配置不同的，请用自己的配置计分。",
    operands: [operand("自评得分", printed, printed?.place ?? {})],
    expected: plain(computed),
    actual: stated === undefined ? null : plain(stated),
    gap: formatGap(verdict === "generous" ? by : by.negated()),
  });
}

const judge: DepartmentJudge = (evaluation, { disclosure, edition }) => {
  const known = departmentReportFor(edition);
  const isScored = evaluation.system.some(({ score }) => decimalOf(score) !== undefined);
  if (known === null || !isScored) return [notApplicable(SUBJECT, "未列指标体系各项得分")];
  const { system } = known.report;
  const { items } = departmentScoreOf({ report: disclosure, others: [] }, system, edition.scoring);
  const printed = items.filter((item) => decimalOf(item.printed) !== undefined);
  if (printed.length === 0) return [notChecked(SUBJECT, "各项指标名称与指标体系配置不同")];
  return printed.map((item) => outcomeOf(item, statusLine(system)));
};

export const itemScoresFollowFigures = departmentRule(
  {
    id: "item-scores-follow-figures",
    code: "D-26",
    title: "指标体系各项得分应与报告的数据相符",
    kind: "explain",
    severity: "warning",
    basis: `${EVALUATION_PROCEDURE}关于评分依据的规定；分值和公式以指标体系配置为准`,
    example: {
      passes: "6个项目中4个结余率大于10%，分值4分，得1.33分",
      fails: "6个项目中4个结余率大于10%，分值4分，得4分",
    },
  },
  judge,
);
