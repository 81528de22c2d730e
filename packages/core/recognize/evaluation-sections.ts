// The texts of evaluations as sections of prose, so that the same sentences read them.

import type { Section } from "../document/section.ts";
import type { EvaluationText, ProjectEvaluation } from "../evaluation/project-evaluation.ts";
import { EVALUATION_TEXTS } from "../evaluation/project-evaluation.ts";

/** Headings under which the forms and reports print the texts of an evaluation. */
export const EVALUATION_HEADINGS: Readonly<Record<EvaluationText, string>> = {
  overview: "项目概况",
  basis: "立项依据",
  necessity: "项目设立的必要性",
  safeguards: "保证项目实施的措施与制度",
  periodGoal: "项目实施期绩效目标",
  yearGoal: "项目年度目标",
  plan: "项目实施计划",
  conclusion: "项目自评得分和结论",
  goalCompletion: "全年目标实际完成情况",
  implementation: "项目实施和预算执行情况分析",
  output: "产出情况及分析",
  benefit: "效益情况及分析",
  satisfaction: "满意度情况及分析",
  experience: "主要经验做法",
  problems: "存在问题",
  measures: "改进措施",
};

/** One section per text that an evaluation prints. */
export function sectionsOfEvaluation(evaluation: ProjectEvaluation): readonly Section[] {
  return EVALUATION_TEXTS.flatMap((name): readonly Section[] => {
    const text = evaluation.text[name];
    if (text === null) return [];
    const paragraph = { text: text.text, place: text.place, pieces: [{ offset: 0, place: text.place }] };
    return [
      {
        number: null,
        heading: EVALUATION_HEADINGS[name],
        level: 1,
        paragraphs: [paragraph],
        children: [],
        place: text.place,
      },
    ];
  });
}
