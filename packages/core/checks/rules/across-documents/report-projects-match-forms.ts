import { Decimal } from "decimal.js";

import type { DepartmentEvaluation } from "../../../evaluation/department-evaluation.ts";
import type { ProjectEvaluation } from "../../../evaluation/project-evaluation.ts";
import { compareIntervals } from "../../../figures/interval.ts";
import { EVALUATION_PROCEDURE } from "../../basis.ts";
import type { CheckOutcome } from "../../finding.ts";
import { finding, held, notApplicable, notChecked } from "../../finding.ts";
import { sumOf } from "../department-evaluation/department-rule.ts";
import { decimalOf, plain } from "../../../evaluation/scoring/printed-scores.ts";
import { operand } from "../project-evaluation/project-rule.ts";
import type { CheckContext } from "../../rule.ts";
import { acrossRule, departmentReport, projectForms } from "./document-parts.ts";
import type { Base } from "./project-totals.ts";
import { BASE_NAMES, baseFigure, projectOperands, sumProjects, wanYuan } from "./project-totals.ts";

const BUDGET = "部门报告项目预算";
const SURPLUS = "预算结余率大于10%的项目";
const LIMIT = new Decimal("0.1");

interface Material {
  readonly evaluation: DepartmentEvaluation;
  readonly forms: readonly ProjectEvaluation[];
}

/** The report and its forms, when as many forms are at hand as the report counts; else why not. */
function materialOf(contexts: readonly CheckContext[], subject: string): Material | CheckOutcome {
  const report = departmentReport(contexts);
  const forms = projectForms(contexts);
  if (report === undefined || forms.length === 0)
    return notApplicable(subject, "未同时提供部门自评报告和项目自评表");
  const { projectGroups } = report.evaluation;
  if (projectGroups.length === 0) return notApplicable(subject, "部门报告未按类别列示项目");
  const counts = projectGroups.flatMap(({ count }) => decimalOf(count) ?? []);
  const count = counts.reduce((sum, one) => sum.plus(one), new Decimal(0));
  if (counts.length < projectGroups.length || !count.eq(forms.length)) {
    return notChecked(
      subject,
      `部门报告列${plain(count)}个项目，现有项目自评表${forms.length}张，数量不同，不作核对`,
    );
  }
  return { evaluation: report.evaluation, forms };
}

function isOutcome(material: Material | CheckOutcome): material is CheckOutcome {
  return "status" in material;
}

function budgetOutcome({ evaluation, forms }: Material): CheckOutcome {
  const budgets = evaluation.projectGroups.flatMap(({ budget }) =>
    budget?.kind === "figure" ? [budget] : [],
  );
  if (budgets.length < evaluation.projectGroups.length)
    return notChecked(BUDGET, "部门报告的项目预算空白或无法识别");
  const stated = sumOf(budgets);
  const sums = (["initial", "adjusted"] as const)
    .map((base) => sumProjects(forms, base))
    .filter(({ missing }) => missing.length === 0);
  const [first] = sums;
  if (first === undefined) return notChecked(BUDGET, "有项目自评表的预算数空白或无法识别");
  if (sums.some(({ interval }) => compareIntervals(stated, interval).verdict !== "impossible"))
    return held(BUDGET);
  const comparison = compareIntervals(stated, first.interval);
  return finding({
    subject: BUDGET,
    message: `部门报告列项目预算合计${wanYuan(stated)}万元，${forms.length}张项目自评表${sums
      .map(({ base, interval }) => `${BASE_NAMES[base]}合计${wanYuan(interval)}万元`)
      .join("、")}，均不一致。`,
    advice: "请核对部门报告的项目预算与各项目自评表。",
    operands: [
      ...evaluation.projectGroups.map(({ name, budget, place }) => operand(`${name}预算`, budget, place)),
      ...projectOperands(first),
    ],
    expected: wanYuan(first.interval),
    actual: wanYuan(stated),
    gap: wanYuan(comparison.gap),
    envelope: wanYuan(comparison.envelope),
  });
}

/** The forms whose surplus is above a tenth of the base; undefined when one cannot be judged. */
function surplusForms(
  forms: readonly ProjectEvaluation[],
  base: Base,
): readonly ProjectEvaluation[] | undefined {
  const judged = forms.map((form) => {
    const [budget, executed] = [decimalOf(baseFigure(form, base)), decimalOf(baseFigure(form, "executed"))];
    if (budget === undefined || executed === undefined) return undefined;
    return { form, isOver: budget.gt(0) && budget.minus(executed).div(budget).gt(LIMIT) };
  });
  if (judged.includes(undefined)) return undefined;
  return judged.flatMap((one) => (one?.isOver === true ? [one.form] : []));
}

function surplusOutcome({ evaluation, forms }: Material): CheckOutcome {
  const groups = evaluation.projectGroups;
  const counts = groups.flatMap(({ surplusOver10 }) => decimalOf(surplusOver10) ?? []);
  if (counts.length < groups.length) return notChecked(SURPLUS, "部门报告的结余项目数空白或无法识别");
  const stated = counts.reduce((sum, one) => sum.plus(one), new Decimal(0));
  const bases = (["adjusted", "initial"] as const).flatMap((base) => {
    const over = surplusForms(forms, base);
    return over === undefined ? [] : [{ base, over }];
  });
  if (bases.length === 0) return notChecked(SURPLUS, "有项目自评表的预算数或执行数空白");
  if (bases.some(({ over }) => stated.eq(over.length))) return held(SURPLUS);
  return finding({
    subject: SURPLUS,
    message: `部门报告写预算结余率大于10%的项目共${plain(stated)}个；按项目自评表复算，${bases
      .map(
        ({ base, over }) =>
          `以${BASE_NAMES[base]}为基数为${over.length}个${over.length === 0 ? "" : `（${over.map(({ name }) => name).join("、")}）`}`,
      )
      .join("，")}。`,
    advice: "请核对结余项目数并写明计算基数。",
    operands: groups.map(({ name, surplusOver10, place }) =>
      operand(`${name}结余率大于10%`, surplusOver10, place),
    ),
    expected: bases.map(({ over }) => String(over.length)).join("或"),
    actual: plain(stated),
  });
}

export const reportProjectBudgetMatchesForms = acrossRule(
  {
    id: "report-project-budget-matches-forms",
    code: "C-09",
    title: "部门报告的项目预算应等于各项目自评表之和",
    kind: "explain",
    severity: "warning",
    basis: `${EVALUATION_PROCEDURE}关于绩效自评真实、准确的要求`,
    needs: "部门自评报告、同等数量的项目自评表",
    example: {
      passes: "报告479.92万元，6张自评表年初预算合计479.92万元",
      fails: "报告479.92万元，6张自评表合计497.92万元",
    },
  },
  (contexts) => {
    const material = materialOf(contexts, BUDGET);
    return [isOutcome(material) ? material : budgetOutcome(material)];
  },
);

export const reportSurplusCountMatchesForms = acrossRule(
  {
    id: "report-surplus-count-matches-forms",
    code: "C-12",
    title: "部门报告的结余项目数应与项目自评表复算一致",
    kind: "logic",
    severity: "error",
    basis: `${EVALUATION_PROCEDURE}；部门预算绩效自评报告填报要求`,
    needs: "部门自评报告、同等数量的项目自评表",
    example: {
      passes: "报告写1个，按全年预算数复算1个",
      fails: "报告写1个，按年初预算数复算4个、按全年预算数复算0个",
    },
  },
  (contexts) => {
    const material = materialOf(contexts, SURPLUS);
    return [isOutcome(material) ? material : surplusOutcome(material)];
  },
);
