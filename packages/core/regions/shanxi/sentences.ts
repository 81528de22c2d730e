// Shanxi adds the sentences of the analysis report that goes with every project's self-evaluation.

import type { FactAddress } from "../../disclosure/address.ts";
import type { SentenceTemplate } from "../../sentences/template.ts";
import { either, formRate, money, points, stated, t, yuan } from "../../sentences/template.ts";
import { nationalSentences } from "../national/sentences.ts";

const field = (name: string): FactAddress => ({ concept: "project-evaluation", field: name });

const conclusion: SentenceTemplate = {
  id: "project-conclusion",
  scope: "project-evaluation",
  sections: ["项目自评得分和结论", "项目自评结果"],
  parts: t`综合考虑${either("预算执行情况得分", "预算执行得分")}${points(field("fundingScore"))}、产出、效益、服务对象满意度各方面因素，指标完成情况得分${points(field("indicatorScore"))}，最终评分结果：${stated(field("name"))}项目绩效自评价结果为：${either("总得分", "自评总分", "自评得分")}${points(field("totalScore"))}，属于“${stated(field("grade"))}”。`,
};

const execution: SentenceTemplate = {
  id: "project-execution",
  scope: "project-evaluation",
  sections: ["项目实施和预算执行情况分析"],
  parts: t`${either("年初预算", "项目年初预算")}${yuan(field("initial"))}，${either("全年预算", "项目全年预算", "调整后预算")}${yuan(field("adjusted"))}，${either("支出", "实际支出", "执行")}${yuan(field("executed"))}，${either("预算执行率", "执行率", "预算执行进度")}${formRate(field("rate"))}，项目支出规范合理。`,
};

const satisfaction: SentenceTemplate = {
  id: "project-satisfaction",
  scope: "project-evaluation",
  sections: ["满意度情况及分析"],
  parts: t`${either("人员满意度", "服务对象满意度", "满意度")}达到${formRate(field("satisfaction"))}。`,
};

const need: SentenceTemplate = {
  id: "project-need",
  scope: "project-evaluation",
  sections: ["项目概况"],
  parts: t`${either("共需经费", "项目共需经费", "所需经费", "共需资金", "项目总投资")}${money(field("need"))}。`,
};

export const shanxiSentences: readonly SentenceTemplate[] = [
  ...nationalSentences,
  conclusion,
  execution,
  satisfaction,
  need,
];
