// What only prose states, in words: findings and operands never show the name of a field.

const FIELDS: Readonly<Record<string, string>> = {
  "abroad-groups": "因公出国（境）团组数",
  "abroad-persons": "因公出国（境）人次",
  "vehicles-bought": "购置公务用车数",
  "vehicles-kept": "公务用车保有量",
  "reception-batches": "公务接待批次",
  "reception-persons": "公务接待人次",
  "reception-domestic": "国内接待费",
  "reception-domestic-batches": "国内接待批次",
  "reception-domestic-persons": "国内接待人次",
  "reception-foreign-affairs": "外事接待费",
  "reception-foreign-affairs-batches": "外事接待批次",
  "reception-foreign-affairs-persons": "外事接待人次",
  "reception-overseas": "国（境）外接待费",
  "reception-overseas-batches": "国（境）外接待批次",
  "reception-overseas-persons": "国（境）外接待人次",
  "reception-foreign-guests": "外宾接待支出",
  "reception-foreign-guests-batches": "接待外宾批次",
  "reception-foreign-guests-persons": "接待外宾人次",
  "sme-contract": "授予中小企业合同金额",
  "micro-contract": "授予小微企业合同金额",
  "sme-goods": "货物采购授予中小企业合同金额",
  "sme-works": "工程采购授予中小企业合同金额",
  "sme-services": "服务采购授予中小企业合同金额",
  "sme-reserved": "面向中小企业预留采购项目预算",
  "micro-reserved": "面向小微企业预留采购项目预算",
  "sme-reserved-awarded": "预留项目中由中小企业成交的采购金额",
  "micro-reserved-awarded": "预留项目中由小微企业成交的采购金额",
  "sme-other-awarded": "其他项目中由中小企业成交的采购金额",
  "projects-evaluated": "自评项目数",
  "projects-amount": "自评项目资金",
  "projects-general-budget": "自评项目一般公共预算资金",
  "projects-government-fund": "自评项目政府性基金预算资金",
  "projects-state-capital": "自评项目国有资本经营预算资金",
  "projects-social-insurance": "自评项目社会保险基金预算资金",
  "fund-projects-evaluated": "自评政府性基金预算项目数",
  "capital-projects-evaluated": "自评国有资本经营预算项目数",
  reviewed: "部门评价项目数",
  "reviewed-amount": "部门评价项目资金",
  "reviewed-general-budget": "部门评价一般公共预算资金",
  "reviewed-government-fund": "部门评价政府性基金预算资金",
  "reviewed-state-capital": "部门评价国有资本经营预算资金",
  "reviewed-social-insurance": "部门评价社会保险基金预算资金",
  "goal-projects": "编报绩效目标的项目数",
  "goal-amount": "编报绩效目标的项目资金",
  "tracked-projects": "绩效跟踪的项目数",
  "tracked-amount": "绩效跟踪的项目资金",
  "average-score": "自评平均得分",
  "problems-found": "自评发现问题数",
  "problems-rectified": "已整改问题数",
  "problems-rectifying": "正在整改问题数",
  "meeting-costs": "会议费",
  "meeting-persons": "会议人数",
  "training-costs": "培训费",
  "training-persons": "培训人数",
  "event-costs": "举办活动开支",
  "equipment-over-500k": "单价50万元以上通用设备",
};

const GRADE_COUNT = "grade-count-";

/** The name of a field in the field's own words; a row that only prose names is its own name. */
export function narrativeFieldName(field: string | undefined): string | undefined {
  if (field === undefined) return undefined;
  if (field.startsWith(GRADE_COUNT)) return `“${field.slice(GRADE_COUNT.length)}”等级项目数`;
  return FIELDS[field] ?? (/\p{Script=Han}/u.test(field) ? field : undefined);
}
