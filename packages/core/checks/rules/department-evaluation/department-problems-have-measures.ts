import type { Section } from "../../../document/section.ts";
import { judgeMeasures } from "../../../rectification/judge-measures.ts";
import { findMeasureSections, sectionText } from "../../../rectification/measure-sections.ts";
import { EVALUATION_PROCEDURE } from "../../basis.ts";
import { notApplicable } from "../../finding.ts";
import { measuresOutcome } from "../structure/measures-outcome.ts";
import { departmentRule } from "./department-rule.ts";

const SUBJECT = "部门整体支出绩效自评";
const textOf = (section: Section | undefined): string | null =>
  section === undefined ? null : sectionText(section);
const placeOf = (section: Section | undefined, other: Section | undefined): Section["place"] =>
  section?.place ?? other?.place ?? {};

export const departmentProblemsHaveMeasures = departmentRule(
  {
    id: "department-problems-have-measures",
    code: "D-25",
    title: "部门自评报告的存在问题和改进建议应一一对应",
    kind: "explain",
    severity: "warning",
    basis: `${EVALUATION_PROCEDURE}；部门自评报告提纲：改进建议应对应评价发现的主要问题一一提出`,
    example: {
      passes: "存在问题3条，改进建议3条，逐条对应",
      fails: "存在问题3条，改进建议2条，“资产台账不全”没有对应的建议",
    },
  },
  ({ sections }) => {
    const { problems, measures } = findMeasureSections(sections);
    if (problems === undefined && measures === undefined)
      return [notApplicable(SUBJECT, "报告没有存在问题和改进建议两节")];
    return [
      measuresOutcome(judgeMeasures(textOf(problems), textOf(measures)), {
        subject: SUBJECT,
        titles: ["存在问题", "改进建议"],
        places: [placeOf(problems, measures), placeOf(measures, problems)],
      }),
    ];
  },
);
