// Cases of the rules on the wording.

import type { RuleCase } from "../../testing/rule-cases.ts";
import { prose, headings } from "./sketches.ts";

export const wordingCases: readonly RuleCase[] = [
  {
    rule: "no-draft-marks",
    when: "pages carry a watermark",
    sketch: { removed: ["仅供内部审核", "仅供内部审核"] },
    says: "error",
    names: ["仅供内部审核", "2处"],
  },
  { rule: "no-draft-marks", when: "nothing was taken out", sketch: {}, says: "held" },
  {
    rule: "no-personal-or-secret-content",
    when: "a paragraph is a mark of secrecy",
    sketch: prose("封面", "机密★1年"),
    says: "error",
  },
  {
    rule: "no-personal-or-secret-content",
    when: "the word stands inside a document number",
    sketch: prose("依据", "根据吕机密发【2023】5号文件，做好机密文件管理"),
    says: "held",
  },
  {
    rule: "no-personal-or-secret-content",
    when: "an identity number with its check character is printed",
    sketch: prose("附件", "身份证号11010519491231002X"),
    says: "error",
  },
  {
    rule: "no-personal-or-secret-content",
    when: "eighteen digits are no identity number",
    sketch: prose("附件", "项目编号110105194912310029"),
    says: "held",
  },
  {
    rule: "no-personal-or-secret-content",
    when: "a mobile number is given as contact",
    sketch: prose("附件", "联系电话：13800138000"),
    says: "warning",
  },
  {
    rule: "words-are-not-doubled",
    when: "a phrase is doubled",
    sketch: prose("说明", "主要用于：用于市内公务活动"),
    says: "hint",
  },
  {
    rule: "words-are-not-doubled",
    when: "no phrase is doubled",
    sketch: prose("说明", "主要用于市内公务活动，人人有责"),
    says: "held",
  },
  { rule: "words-are-not-doubled", when: "there is no prose", sketch: {}, says: "not-checked" },
  {
    rule: "institution-count-matches-list",
    when: "three are listed and four are said",
    sketch: prose("机构设置情况", "本局设综合科、秘书科、人事科4个内设机构。"),
    says: "warning",
    names: ["4个", "3个"],
  },
  {
    rule: "institution-count-matches-list",
    when: "number and list agree",
    sketch: prose("机构设置情况", "本局设有3个内设机构，包括综合科、秘书科和人事科。"),
    says: "held",
  },
  {
    rule: "institution-count-matches-list",
    when: "units and kinds agree",
    sketch: prose(
      "机构组成",
      "下属二级单位1个。其中行政单位0个，参照公务员法管理的事业单位0个，其他事业单位1个。",
    ),
    says: "held",
  },
  {
    rule: "institution-count-matches-list",
    when: "a list with 等 is shorter",
    sketch: prose("机构设置情况", "设综合科、人事科等5个科室"),
    says: "held",
  },
  {
    rule: "institution-count-matches-list",
    when: "nothing is counted",
    sketch: prose("机构设置情况", "内设机构见下。"),
    says: "not-applicable",
  },
  {
    rule: "one-alternative-is-chosen",
    when: "both alternatives stand",
    sketch: prose("说明", "比上年下降（增长）27.78%"),
    says: "error",
  },
  {
    rule: "one-alternative-is-chosen",
    when: "one stands",
    sketch: prose("说明", "比上年下降27.78%（详见附表）"),
    says: "held",
  },
  {
    rule: "rates-carry-percent-sign",
    when: "a rate ends without its sign",
    sketch: prose("说明", "增加10.00万元，增长13.95，主要原因是人员增加"),
    says: "error",
    names: ["13.95"],
  },
  {
    rule: "rates-carry-percent-sign",
    when: "points and multiples have their own words",
    sketch: prose("说明", "增长13.95%，提高0.5个百分点，增长1.5倍"),
    says: "held",
  },
  {
    rule: "punctuation-is-whole",
    when: "a mark follows a mark",
    sketch: prose("说明", "住房公积金、；对个人的补助"),
    says: "hint",
  },
  {
    rule: "punctuation-is-whole",
    when: "marks stand alone",
    sketch: prose("说明", "住房公积金；对个人的补助……等"),
    says: "held",
  },
  {
    rule: "prose-amounts-are-legal",
    when: "a point stands for the separator",
    sketch: prose("说明", "基本支出2.381.35万元"),
    says: "error",
    names: ["2.381.35"],
  },
  {
    rule: "prose-amounts-are-legal",
    when: "the separator stands where it belongs",
    sketch: prose("说明", "基本支出2,381.35万元"),
    says: "held",
  },
  {
    rule: "fund-names-are-official",
    when: "a budget is misnamed",
    sketch: prose("说明", "国有资金经营预算项目支出0万元"),
    says: "hint",
  },
  {
    rule: "fund-names-are-official",
    when: "it has its name",
    sketch: prose("说明", "国有资本经营预算项目支出0万元"),
    says: "held",
  },
  {
    rule: "placeholders-are-filled",
    when: "the template's letters stand",
    sketch: prose("说明", "XX局2024年度收入总计____万元"),
    says: "error",
  },
  {
    rule: "placeholders-are-filled",
    when: "brackets of a document number stand",
    sketch: prose("说明", "吕乡振发【2023】2号，金额单位：万元"),
    says: "held",
  },
  {
    rule: "placeholders-are-filled",
    when: "an amount was not filled in",
    sketch: prose("说明", "公务接待费支出 万元，主要用于接待"),
    says: "warning",
  },
  {
    rule: "placeholders-are-filled",
    when: "an instruction stands in an evaluation",
    sketch: { evaluations: [{ name: "示例项目", goal: "完成任务（100字以内）" }] },
    says: "error",
  },
  {
    rule: "years-belong-to-the-report",
    when: "a heading bears another year",
    sketch: headings("第二部分 2023年部门决算表"),
    says: "warning",
    names: ["2023"],
  },
  {
    rule: "years-belong-to-the-report",
    when: "years of comparison and document numbers stand",
    sketch: prose("说明", "2024年机关运行经费支出15.72万元，比2023年减少0.60万元，根据2021年印发的办法。"),
    says: "held",
  },
  {
    rule: "years-belong-to-the-report",
    when: "the date of stock is last year's",
    sketch: prose("国有资产", "截至2023年12月31日，本部门共有车辆2辆。"),
    says: "warning",
  },
  {
    rule: "years-belong-to-the-report",
    when: "a goal opens with a former year",
    sketch: { evaluations: [{ name: "示例项目", goal: "2023年提升驻村干部管理水平", year: 2024 }] },
    says: "warning",
  },
  {
    rule: "years-belong-to-the-report",
    when: "a goal names an old debt",
    sketch: { evaluations: [{ name: "示例项目", goal: "支付2023年电脑购置尾款" }] },
    says: "held",
  },
  {
    rule: "years-belong-to-the-report",
    when: "the year is not known",
    sketch: { year: null },
    says: "not-checked",
  },

  {
    rule: "form-instructions-are-removed",
    when: "instructions stand in the report",
    sketch: { removed: [{ reason: "instruction", text: "简要阐述总体结论，其中必须包含自评得分。" }] },
    says: "warning",
    names: ["1处"],
  },
  {
    rule: "form-instructions-are-removed",
    when: "a watermark is another matter",
    sketch: { removed: ["仅供内部审核"] },
    says: "held",
  },

  {
    rule: "words-are-not-doubled",
    when: "a table was read as one long line",
    sketch: prose(
      "附表",
      "收入支出决算总表收入支出项目决算数项目决算数一般公共预算财政拨款收入一般公共服务支出政府性基金预算财政拨款收入外交支出国有资本经营预算财政拨款收入国防支出",
    ),
    says: "held",
  },
];
