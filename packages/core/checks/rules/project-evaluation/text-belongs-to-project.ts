import { comparable } from "../../../figures/normalize.ts";
import type { EvaluationText, ProjectEvaluation } from "../../../evaluation/project-evaluation.ts";
import { EVALUATION_TEXTS } from "../../../evaluation/project-evaluation.ts";
import { finding, held, notApplicable } from "../../finding.ts";
import { projectRule, statedOperand } from "./project-rule.ts";

/** Texts that describe what this project did; the same words in two projects are copied. */
const OWN_TEXTS: readonly EvaluationText[] = EVALUATION_TEXTS.filter(
  (text) => text !== "experience" && text !== "safeguards" && text !== "problems" && text !== "measures",
);
const LONG = 20;

function copiedFrom(
  evaluation: ProjectEvaluation,
  others: readonly ProjectEvaluation[],
): { text: EvaluationText; other: ProjectEvaluation } | undefined {
  for (const text of OWN_TEXTS) {
    const own = comparable(evaluation.text[text]?.text ?? "");
    if (own.length < LONG) continue;
    const other = others.find(
      (one) => one.name !== evaluation.name && comparable(one.text[text]?.text ?? "") === own,
    );
    if (other !== undefined) return { text, other };
  }
  return undefined;
}

export const textBelongsToProject = projectRule(
  {
    id: "text-belongs-to-project",
    code: "P-59",
    title: "自评文字应针对本项目，不应从其他项目复制",
    kind: "explain",
    severity: "hint",
    basis: "《项目支出绩效评价管理办法》（财预〔2020〕10号）：自评结果应真实、客观反映本项目情况",
    example: { passes: "各项目产出情况分别写实", fails: "两个不同项目的产出情况文字完全相同" },
  },
  ({ evaluation, name, index }, { disclosure }) => {
    const earlier = disclosure.evaluations.slice(0, index);
    if (disclosure.evaluations.length < 2) return [notApplicable(name, "只有一个项目")];
    const copied = copiedFrom(evaluation, earlier);
    if (copied === undefined) return [held(name)];
    const place = evaluation.text[copied.text]?.place ?? evaluation.place;
    return [
      finding({
        subject: name,
        message: `项目“${name}”的一段自评文字与项目“${copied.other.name}”完全相同，疑似复制。`,
        advice: "请按本项目的实际情况填写。",
        operands: [statedOperand("文字", (evaluation.text[copied.text]?.text ?? "").slice(0, 40), place)],
      }),
    ];
  },
);
