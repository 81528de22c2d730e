import { EVALUATION_PROCEDURE } from "../../basis.ts";
import { finding, held, notApplicable, notChecked } from "../../finding.ts";
import { matchesIn, reportTexts } from "../structure/printed-texts.ts";
import { documentRule } from "./project-totals.ts";

const SUBJECT = "政府性基金项目";
const FUND_PROJECTS = /政府性基金预算(?:项目)?支出(\d[\d,]*(?:\.\d+)?)万元/gu;

export const fundProjectsHaveFundTable = documentRule(
  {
    id: "fund-projects-have-fund-table",
    code: "C-06",
    title: "有政府性基金项目的，政府性基金决算表应有数据",
    kind: "logic",
    severity: "error",
    basis: `${EVALUATION_PROCEDURE}；部门决算报表：政府性基金预算财政拨款收入支出决算表`,
    needs: "预算绩效情况说明、政府性基金决算表",
    example: {
      passes: "政府性基金预算项目支出0万元，基金表为空",
      fails: "政府性基金预算项目支出120万元，基金表为空",
    },
  },
  ({ disclosure, facts }) => {
    const stated = matchesIn(reportTexts(disclosure), FUND_PROJECTS).filter(
      ({ groups }) => Number((groups[0] ?? "0").replaceAll(",", "")) > 0,
    );
    const [first] = stated;
    if (first === undefined) return [notApplicable(SUBJECT, "说明未列政府性基金项目支出")];
    const table = facts.table("government-fund");
    if (table === undefined) return [notChecked(SUBJECT, "无政府性基金决算表")];
    if (!table.empty) return [held(SUBJECT)];
    return [
      finding({
        subject: SUBJECT,
        message: `说明列有政府性基金预算项目支出${first.groups[0] ?? ""}万元，而${table.label ?? ""}${table.title}为空表。`,
        advice: "请核对资金性质或补填政府性基金决算表。",
        operands: [
          { label: "政府性基金预算项目支出", value: first.groups[0] ?? null, place: first.place },
          { label: table.title, value: null, place: table.place },
        ],
      }),
    ];
  },
);
