// Sichuan's report on a department's year, with the sections of 2025.

import { itemSentencesUnder, STATUS_SENTENCE } from "../../department-scoring/item-sentences.ts";
import type { DepartmentReport } from "../../forms/department-report.ts";
import { ownText, section, sentences, type OutlineSection } from "../../forms/report-outline.ts";
import { examplePointSystem, headingOfItem } from "./point-system.ts";

/** A section in which the department writes on one matter. */
const own = (heading: string): OutlineSection => section(heading, ownText(heading));

/** A section on an item of the point system: the department's text, the figures and the score. */
const scored = (heading: string): OutlineSection =>
  section(
    heading,
    ownText(heading),
    ...sentences(...itemSentencesUnder(heading, examplePointSystem, headingOfItem)),
  );

const overall = section(
  "部门预算总体绩效分析",
  ...sentences(STATUS_SENTENCE),
  scored("履职效能"),
  section(
    "预算管理",
    ...["预算编制质量", "单位收入统筹", "支出执行进度", "预算年终结余", "严控一般性支出"].map(scored),
  ),
  section("财务管理", ...["财务管理制度", "财务岗位设置", "资金使用规范"].map(scored)),
  section("资产管理", ...["人均资产变化率", "资产利用率", "资产盘活率"].map(scored)),
  section("采购管理", ...["支持中小企业发展", "采购执行率"].map(scored)),
);

const projects = section(
  "部门预算项目绩效分析",
  ...sentences("department-project-groups"),
  section("项目决策", ...["决策程序", "目标设置", "项目入库"].map(scored)),
  section("项目执行", ...["资金执行同向", "项目调整", "执行结果"].map(scored)),
  section("目标实现", ...["目标完成", "目标偏离", "实现效果"].map(scored)),
);

export const departmentReport: DepartmentReport = {
  title: "部门预算绩效自评报告",
  sections: [
    section(
      "部门（单位）基本情况",
      section("机构组成", ...sentences("department-units")),
      own("机构职能"),
      section("人员概况", ...sentences("department-staff")),
    ),
    section(
      "部门资金收支情况",
      section("收入情况", ...sentences("department-initial-income", "department-final-income")),
      section("支出情况", ...sentences("department-initial-expenditure", "department-final-expenditure")),
      section(
        "结余分配和结转结余情况",
        ...sentences("department-initial-balance", "department-final-balance"),
      ),
    ),
    section(
      "部门预算绩效分析",
      overall,
      projects,
      own("重点领域绩效分析"),
      section("绩效结果应用情况", ...["内部应用情况", "信息公开情况", "整改反馈情况"].map(scored)),
    ),
    section(
      "评价结论及建议",
      section("评价结论", ...sentences("department-score")),
      own("存在问题"),
      own("改进建议"),
    ),
  ],
  annex: "sichuan/2025/annex",
  annexLabel: "附表",
  system: examplePointSystem,
};
