import type { ProjectEvaluation } from "../../../evaluation/project-evaluation.ts";
import { EVALUATION_PROCEDURE } from "../../basis.ts";
import type { CheckOutcome } from "../../finding.ts";
import { finding, held, notApplicable, notChecked } from "../../finding.ts";
import { decimalOf, plain } from "../../../evaluation/scoring/printed-scores.ts";
import { operand } from "../project-evaluation/project-rule.ts";
import type { CheckContext } from "../../rule.ts";
import { documentRule } from "./project-totals.ts";
import type { StatedEvaluation, StatedGrade } from "./stated-evaluation-counts.ts";
import { statedEvaluation, statedGrades } from "./stated-evaluation-counts.ts";

const SUBJECT = "自评等级个数";

function gradeOf(evaluation: ProjectEvaluation, { edition }: CheckContext): string | undefined {
  const total = decimalOf(evaluation.totalScore);
  return total === undefined ? undefined : edition.scoring.grades.find(({ from }) => total.gte(from))?.grade;
}

function differenceOutcome(stated: readonly StatedGrade[], context: CheckContext): CheckOutcome {
  const { evaluations } = context.disclosure;
  const { grades } = context.edition.scoring;
  const counted = grades.map(({ grade }) => ({
    grade,
    forms: evaluations.filter((evaluation) => gradeOf(evaluation, context) === grade),
  }));
  const inText = grades
    .map(({ grade }) => `${stated.find((one) => one.grade === grade)?.count ?? 0}个“${grade}”`)
    .join("、");
  const inForms = counted.map(({ grade, forms }) => `${forms.length}个“${grade}”`).join("、");
  const best = grades[0]?.grade;
  const others = counted
    .filter(({ grade }) => grade !== best)
    .flatMap(({ grade, forms }) => forms.map((form) => ({ grade, form })));
  const list = others.slice(0, 12).map(({ grade, form }) => `${form.name}${plainScore(form)}分（${grade}）`);
  return finding({
    subject: SUBJECT,
    message: `说明写自评结果为${inText}；按自评表总分应为${inForms}。${list.length === 0 ? "" : `非“${best ?? ""}”的项目：${list.join("、")}。`}`,
    advice: "请按自评表得分更正等级个数，并对“中”“差”项目说明改进措施。",
    operands: [
      ...stated.map(({ grade, count, match }) => ({
        label: `说明“${grade}”个数`,
        value: String(count),
        place: match.place,
      })),
      ...others.map(({ form }) =>
        operand(`${form.name} 总分`, form.totalScore, form.totalScore?.place ?? form.place),
      ),
    ],
    expected: counted.map(({ grade, forms }) => `${grade}${forms.length}`).join(" "),
    actual: grades
      .map(({ grade }) => `${grade}${stated.find((one) => one.grade === grade)?.count ?? 0}`)
      .join(" "),
  });
}

function plainScore(evaluation: ProjectEvaluation): string {
  const total = decimalOf(evaluation.totalScore);
  return total === undefined ? "" : plain(total);
}

/** Every evaluated project has one grade. */
function countsDiffer(
  stated: readonly StatedGrade[],
  projects: StatedEvaluation,
  total: number,
): CheckOutcome {
  const list = stated.map(({ grade, count }) => `${count}个“${grade}”`).join("、");
  return finding({
    subject: SUBJECT,
    message: `说明写自评项目${projects.count}个，所列等级${list}合计${total}个，相差${Math.abs(total - projects.count)}个。`,
    advice: "请核对自评项目个数和各等级个数。",
    operands: [
      { label: "说明所列项目个数", value: String(projects.count), place: projects.match.place },
      ...stated.map(({ grade, count, match }) => ({
        label: `说明“${grade}”个数`,
        value: String(count),
        place: match.place,
      })),
    ],
    expected: String(projects.count),
    actual: String(total),
    gap: String(total - projects.count),
  });
}

function check(context: CheckContext): readonly CheckOutcome[] {
  const { evaluations } = context.disclosure;
  const known = new Set(context.edition.scoring.grades.map(({ grade }) => grade));
  // One statement for each grade: a second list speaks of another evaluation.
  const stated = statedGrades(context.disclosure)
    .filter(({ grade }) => known.has(grade))
    .filter(({ grade }, index, all) => all.findIndex((one) => one.grade === grade) === index);
  if (stated.length === 0) return [notApplicable(SUBJECT, "说明未列自评等级个数")];
  const total = stated.reduce((sum, { count }) => sum + count, 0);
  const projects = statedEvaluation(context.disclosure);
  if (projects !== undefined && projects.count !== total) return [countsDiffer(stated, projects, total)];
  if (evaluations.length === 0) return [notChecked(SUBJECT, "未附项目支出绩效自评表")];
  if (total !== evaluations.length) {
    return [notChecked(SUBJECT, `说明所列等级共${total}个项目，自评表${evaluations.length}张，无法逐一核对`)];
  }
  const unread = evaluations.filter((evaluation) => gradeOf(evaluation, context) === undefined);
  if (unread.length > 0) return [notChecked(SUBJECT, `${unread.length}张自评表的总分空白或无法识别`)];
  const differs = [...known].some((grade) => {
    const forms = evaluations.filter((evaluation) => gradeOf(evaluation, context) === grade).length;
    return (stated.find((one) => one.grade === grade)?.count ?? 0) !== forms;
  });
  return [differs ? differenceOutcome(stated, context) : held(SUBJECT)];
}

export const gradeCountsMatchForms = documentRule(
  {
    id: "grade-counts-match-forms",
    code: "N-36",
    title: "说明所列各等级项目个数应与自评表得分一致",
    kind: "logic",
    severity: "error",
    basis: `${EVALUATION_PROCEDURE}：优90—100分，良80—90分，中60—80分，差60分以下`,
    needs: "预算绩效情况说明、全部项目支出绩效自评表",
    example: { passes: "说明写20优5差，自评表得分为20优5差", fails: "说明写16个“优”，自评表得分为12优4差" },
  },
  check,
);
