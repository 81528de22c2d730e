import { EVALUATION_PROCEDURE } from "../../basis.ts";
import { finding, held, notApplicable, notChecked } from "../../finding.ts";
import { reportTexts } from "../structure/printed-texts.ts";
import { acceptedNames, formNames, judgeName, officeName } from "../structure/unit-names.ts";
import { documentRule } from "./project-totals.ts";

const SUBJECT = "自评表实施单位";

export const formUnitsBelongToReport = documentRule(
  {
    id: "form-units-belong-to-report",
    code: "C-08",
    title: "自评表的实施单位应为本部门或所属单位",
    kind: "explain",
    severity: "warning",
    basis: `${EVALUATION_PROCEDURE}：谁支出、谁自评`,
    needs: "项目支出绩效自评表的实施单位、报告单位名称",
    example: { passes: "实施单位为本单位", fails: "实施单位为另一部门，疑似误附" },
  },
  ({ disclosure }) => {
    const names = formNames(disclosure).filter(({ text }) => officeName(text).length >= 4);
    if (names.length === 0) return [notApplicable(SUBJECT, "自评表未列实施单位")];
    const accepted = acceptedNames(disclosure);
    if (accepted.length === 0) return [notChecked(SUBJECT, "未识别到报告单位名称")];
    // A unit that the report itself names among its own is no stranger.
    const prose = reportTexts(disclosure)
      .map(({ plain }) => plain)
      .join("\n");
    const strangers = names.filter(
      ({ text }) => judgeName(text, accepted) === "different" && !prose.includes(officeName(text)),
    );
    if (strangers.length === 0) return [held(SUBJECT)];
    // When most forms name another unit, it is the report's name that was read badly.
    if (strangers.length * 2 > names.length)
      return [notChecked(SUBJECT, "多数自评表的实施单位与识别到的单位名称不同，请核对单位名称")];
    const different = [...new Set(strangers.map(({ text }) => officeName(text)))];
    return [
      finding({
        subject: SUBJECT,
        message: `${strangers[0]?.where ?? ""}等${strangers.length}张自评表的实施单位为${different.map((name) => `“${name}”`).join("、")}，与报告单位“${officeName(accepted[0] ?? "")}”不同。`,
        advice: "请核实是否为所属单位的项目；误附其他单位材料的，请更正。",
        sourceDoubt: true,
        operands: strangers.map(({ text, place, where }) => ({ label: where, value: text, place })),
      }),
    ];
  },
);
