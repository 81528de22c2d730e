import { Decimal } from "decimal.js";

import type { ProjectEvaluation } from "../../../evaluation/project-evaluation.ts";
import { comparable } from "../../../figures/normalize.ts";
import { EVALUATION_PROCEDURE } from "../../basis.ts";
import type { CheckOutcome } from "../../finding.ts";
import { finding, held, notApplicable, notChecked } from "../../finding.ts";
import { decimalOf, plain } from "../../../evaluation/scoring/printed-scores.ts";
import { operand } from "../project-evaluation/project-rule.ts";
import type { CheckContext } from "../../rule.ts";
import { matchesIn, reportTexts } from "../structure/printed-texts.ts";
import { documentRule } from "./project-totals.ts";

const NAMED_SCORE =
  /[“"]([^”"]{2,40})[”"](?:项目)?[^。;“"]{0,24}?(?:自评)?得分(?:为)?(\d{1,3}(?:\.\d{1,2})?)分/gu;
const AVERAGE = /(?:平均得分|平均分|自评平均分)(?:为)?(\d{1,3}(?:\.\d{1,2})?)分/gu;

function formNamed(name: string, evaluations: readonly ProjectEvaluation[]): ProjectEvaluation | undefined {
  const wanted = comparable(name);
  const same = evaluations.filter((evaluation) => comparable(evaluation.name) === wanted);
  return same.length === 1 ? same[0] : undefined;
}

function namedScores({ disclosure }: CheckContext): readonly CheckOutcome[] {
  return matchesIn(reportTexts(disclosure), NAMED_SCORE).flatMap((match): readonly CheckOutcome[] => {
    const [name = "", score = ""] = match.groups;
    const form = formNamed(name, disclosure.evaluations);
    const total = decimalOf(form?.totalScore);
    if (form === undefined || total === undefined) return [];
    if (total.eq(score)) return [held(form.name)];
    return [
      finding({
        subject: form.name,
        message: `项目“${form.name}”自评表总分${plain(total)}分，说明写${score}分。`,
        advice: "请核对得分。",
        operands: [
          operand("自评表总分", form.totalScore, form.totalScore?.place ?? form.place),
          { label: "说明所列得分", value: score, place: match.place },
        ],
        expected: plain(total),
        actual: score,
        gap: plain(new Decimal(score).minus(total)),
      }),
    ];
  });
}

export const statedScoresMatchForms = documentRule(
  {
    id: "stated-scores-match-forms",
    code: "C-04",
    title: "说明所列项目得分应与自评表一致",
    kind: "logic",
    severity: "error",
    basis: `${EVALUATION_PROCEDURE}关于绩效自评结果公开的规定`,
    needs: "情况说明、项目支出绩效自评表",
    example: {
      passes: "说明写“保密机房维修维护费”得分100分，自评表100分",
      fails: "说明写得分98分，自评表92分",
    },
  },
  (context) => {
    const outcomes = namedScores(context);
    return outcomes.length === 0 ? [notApplicable(null, "说明未逐项列示项目得分")] : outcomes;
  },
);

export const averageScoreFollowsForms = documentRule(
  {
    id: "average-score-follows-forms",
    code: "C-05",
    title: "说明所列平均得分应由自评表算得",
    kind: "logic",
    severity: "error",
    basis: `${EVALUATION_PROCEDURE}关于绩效自评结果公开的规定`,
    needs: "情况说明、同等数量的项目支出绩效自评表",
    example: { passes: "三个项目90、95、100分，平均95分", fails: "三个项目90、95、100分，说明写平均98分" },
  },
  ({ disclosure }) => {
    const subject = "平均得分";
    const texts = reportTexts(disclosure);
    const [average] = matchesIn(texts, AVERAGE);
    if (average === undefined) return [notApplicable(subject, "说明未列平均得分")];
    const totals = disclosure.evaluations.flatMap(({ totalScore }) => decimalOf(totalScore) ?? []);
    const counts = matchesIn(texts, /(\d{1,4})个(?:二级|预算)?项目|项目(\d{1,4})个/gu).map(({ groups }) =>
      Number(groups[0] || groups[1]),
    );
    if (
      totals.length === 0 ||
      totals.length < disclosure.evaluations.length ||
      !counts.includes(totals.length)
    ) {
      return [notChecked(subject, "所附自评表不全或总分无法识别")];
    }
    const printed = average.groups[0] ?? "0";
    const mean = totals.reduce((sum, total) => sum.plus(total), new Decimal(0)).div(totals.length);
    const decimals = new Decimal(printed).decimalPlaces();
    if (
      mean
        .minus(printed)
        .abs()
        .lte(new Decimal(5).div(new Decimal(10).pow(decimals + 1)))
    )
      return [held(subject)];
    return [
      finding({
        subject,
        message: `说明写平均得分${printed}分，${totals.length}张自评表总分平均为${mean.toFixed(2)}分。`,
        advice: "请按自评表重新计算平均得分。",
        operands: [{ label: "平均得分", value: printed, place: average.place }],
        expected: mean.toFixed(2),
        actual: printed,
        gap: new Decimal(printed).minus(mean).toFixed(2),
      }),
    ];
  },
);
