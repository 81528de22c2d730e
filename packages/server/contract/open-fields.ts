// 开放数据: the published reports, projects and figures as everybody may take them. The fields of the downloads, the
// data dictionary and the public interface follow from here; each says in Chinese what it is and what it means.

import { z } from "zod";

import {
  publicAmount,
  publicFinding,
  publicFunding,
  publicIndicator,
  publicSection,
} from "./public-report.ts";
import { reference } from "./reference.ts";
import { REPORT_KINDS } from "./report-states.ts";

const say = <Schema extends z.ZodType>(schema: Schema, title: string, description: string): Schema =>
  schema.meta({ title, description });
const text = (title: string, meaning: string) => say(z.string(), title, meaning);
const maybe = (title: string, meaning: string) => say(z.string().nullable(), title, meaning);
const yuan = (title: string, meaning: string) => maybe(title, `${meaning}，元`);
const count = (title: string, meaning: string) => say(z.number().int(), title, meaning);

const unitFields = {
  region: text("地区代码", "行政区划代码，六位"),
  unit: text("单位", "单位的标识，用于本站地址"),
  unitName: text("单位名称", "公开时的名称"),
  year: count("年度", "决算年度"),
};

/** 公开的报告: a published report with its main figures. */
export const openReport = z.object({
  ...unitFields,
  kind: say(
    z.enum(REPORT_KINDS),
    "报告种类",
    "final-accounts 部门决算，project-evaluations 项目自评，department-evaluation 部门整体自评",
  ),
  departmentName: maybe("主管部门", "没有上级主管部门的为空"),
  publishedAt: text("公开时间", "ISO 8601"),
  due: maybe("公开截止日", "没有规定的为空"),
  timely: say(z.boolean().nullable(), "是否按时", "true 或 false；没有截止日的为空"),
  errors: count("错误", "没有说明的错误数"),
  warnings: count("警告", "没有说明的警告数"),
  income: yuan("本年收入", "收入支出决算总表本年收入合计"),
  expenditure: yuan("本年支出", "收入支出决算总表本年支出合计"),
  priorExpenditure: yuan("上年支出", "文件列示的上年支出合计"),
  basic: yuan("基本支出", "支出决算表合计行"),
  project: yuan("项目支出", "支出决算表合计行"),
  personnel: yuan("人员经费", "一般公共预算财政拨款基本支出中的人员经费"),
  generalBudget: yuan("一般公共预算支出", "一般公共预算财政拨款支出决算表合计"),
  threePublicBudget: yuan("“三公”预算", "“三公”经费预算数合计"),
  threePublic: yuan("“三公”决算", "“三公”经费决算数合计"),
  abroad: yuan("因公出国（境）费", "决算数"),
  vehicles: yuan("公务用车费", "公务用车购置及运行维护费决算数"),
  reception: yuan("公务接待费", "决算数"),
  projects: count("自评项目数", "报告中的项目支出绩效自评"),
  rate: maybe("执行率", "列示了预算和执行数的项目合计，百分数"),
  meanScore: maybe("平均分", "由完成值推算的项目得分的平均"),
});

/** 公开的项目: a self-evaluation of a published report. */
export const openProject = z.object({
  ...unitFields,
  number: text("项目编号", "用于本站地址"),
  name: text("项目名称", "公开文件列示的名称"),
  adjusted: yuan("全年预算", "全年（调整后）预算数"),
  executed: yuan("执行数", "全年执行数"),
  rate: maybe("执行率", "百分数"),
  score: maybe("自评得分", "公开文件列示的总分"),
  computedScore: maybe("推算得分", "按评分规则由完成值推算"),
  grade: maybe("等级", "优、良、中、差等"),
});

/** 公开的数: a figure of a published report. */
export const openFigure = z.object({
  ...unitFields,
  fact: text("数字的地址", "表、行、列，写法见数据字典"),
  table: text("表", "公开表的名称"),
  row: text("行", "行次或科目的名称"),
  column: text("列", "栏的名称"),
  value: text("数值", "金额以元计，其他以其自身单位计"),
});

const page = text("页面", "本站页面的地址");

/** 公开的单位: a unit of which something is published. */
export const openUnit = z.object({
  region: unitFields.region,
  unit: unitFields.unit,
  name: text("单位名称", "最近一次公开时的名称"),
  departmentName: maybe("主管部门", "没有上级主管部门的为空"),
  firstYear: count("最早年度", "已公开的最早年度"),
  lastYear: count("最近年度", "已公开的最近年度"),
  page,
});

/** 正式文件: a document of a publication. */
export const openDocument = z.object({
  format: text("格式", "pdf、docx、xlsx、html、json"),
  address: text("地址", "下载地址"),
  size: count("大小", "字节"),
  sha256: text("校验值", "文件内容的 SHA-256"),
});

/** A publication in lists: the report that stands before the public, with its documents. */
export const openPublication = openReport.extend({
  report: text("报告", "报告的标识，重新公开后不变"),
  publication: text("公开", "这一次公开的标识，撤回后失效"),
  documents: say(z.array(openDocument), "正式文件", "公开时写成的正式文件；还没有写成的不列"),
  page,
});

const amounts = (title: string) =>
  say(z.array(publicAmount), title, "每个数与上年数、预算数、单位说明的原因和用途");

/** A publication with what its page shows: amounts beside their reasons, findings with their explanations. */
export const openPublicationDetail = openPublication.extend({
  title: text("标题", "公开文件的标题"),
  sections: say(z.array(publicSection), "概况", "职责、机构设置等单位自述"),
  totals: amounts("收支总体"),
  incomes: amounts("收入来源"),
  expenditures: amounts("支出按用途"),
  natures: amounts("支出按性质"),
  generalBudgetAmounts: amounts("一般公共预算财政拨款支出"),
  threePublicAmounts: amounts("“三公”经费"),
  others: amounts("机关运行与政府采购"),
  findings: say(z.array(publicFinding), "核对结果", "公开版本的问题，单位已作说明的附说明"),
  notChecked: count("未核对", "因缺少所需数字未能核对的项数"),
});

/** An evaluation in lists: money, indicators with targets, results and scores. */
export const openEvaluation = openProject.extend({
  code: maybe("项目编码", "公开文件列示的编码"),
  funding: say(z.array(publicFunding), "资金", "按来源：年初预算、全年预算、执行数，元；执行率，百分数"),
  indicators: say(z.array(publicIndicator), "指标", "目标值、完成值、分值、得分、推算得分及其推导"),
  page,
});

/** An evaluation with its texts. */
export const openEvaluationDetail = openEvaluation.extend({
  goal: maybe("年度目标", "公开文件的文字"),
  achievement: maybe("完成情况", "公开文件的文字"),
  texts: say(z.array(publicSection), "文字说明", "自评报告的各部分"),
});

/** 公开的合计: what the published reports of a region say together in a year. */
export const openTotal = z.object({
  region: unitFields.region,
  name: text("地区名称", "行政区划名称"),
  year: unitFields.year,
  units: count("已公开单位", "公开了报告的单位数"),
  income: yuan("收入合计", "各单位本年收入简单相加"),
  expenditure: yuan("支出合计", "各单位本年支出简单相加"),
  threePublic: yuan("“三公”经费合计", "各单位决算数简单相加"),
  projects: count("自评项目数", "项目支出绩效自评"),
  late: count("超过期限", "超过期限公开的报告数"),
  faulty: count("有错误", "有没有说明的错误的报告数"),
});

/** What every list of the public interface takes. */
const pageFields = {
  limit: say(z.coerce.number().int().min(1).max(1000).default(100), "每页条数", "1 至 1000，默认 100"),
  cursor: say(z.string().max(400).optional(), "下一页", "上一页答复中的 next；第一页不填"),
};
const placeFields = {
  region: say(
    z
      .string()
      .regex(/^\d{6}$/u)
      .optional(),
    "地区",
    "行政区划代码；省、市代码包含其下各地区",
  ),
  unit: say(reference.optional(), "单位", "单位的标识"),
  year: say(z.coerce.number().int().min(2000).max(2100).optional(), "年度", "决算年度"),
};

export const openUnitQuery = z.object({
  region: placeFields.region,
  search: say(z.string().max(60).optional(), "名称", "名称的一部分、全拼或拼音首字母"),
  ...pageFields,
});
export const openPublicationQuery = z.object({
  ...placeFields,
  kind: say(z.enum(REPORT_KINDS).optional(), "报告种类", "不填为全部种类"),
  ...pageFields,
});
export const openFigureQuery = z.object({
  ...placeFields,
  table: say(
    z
      .string()
      .regex(/^[a-z][a-z-]{1,59}$/u)
      .optional(),
    "表",
    "表的标识，如 income-expenditure-summary，见数据字典接口",
  ),
  line: say(
    z
      .string()
      .regex(/^[\w-]{1,20}$/u)
      .optional(),
    "行次",
    "按行次排列的表，如 58；须同时指明表",
  ),
  code: say(
    z
      .string()
      .regex(/^(?:\d{3,7}|total)$/u)
      .optional(),
    "科目编码",
    "按科目排列的表；total 为合计行；须同时指明表",
  ),
  column: say(
    z
      .string()
      .regex(/^[A-Za-z.]{1,40}$/u)
      .optional(),
    "栏",
    "栏的标识，如 amount、total；须同时指明表",
  ),
  ...pageFields,
});
export const openEvaluationQuery = z.object({ ...placeFields, ...pageFields });
export const openTotalQuery = z.object({ region: placeFields.region, year: placeFields.year });

/** What addresses of single things take. */
export const openPublicationParams = z.object({ report: say(reference, "报告", "报告的标识") });
export const openEvaluationParams = z.object({
  unit: say(reference, "单位", "单位的标识"),
  number: say(z.string().max(20), "项目编号", "如 2024-1"),
});

export type OpenUnit = z.infer<typeof openUnit>;
export type OpenPublication = z.infer<typeof openPublication>;
export type OpenPublicationDetail = z.infer<typeof openPublicationDetail>;
export type OpenFigure = z.infer<typeof openFigure>;
export type OpenEvaluation = z.infer<typeof openEvaluation>;
export type OpenEvaluationDetail = z.infer<typeof openEvaluationDetail>;
export type OpenTotal = z.infer<typeof openTotal>;

/** 数据字典: the files with their fields, and the official tables by which figures are addressed. */
export const openDictionary = z.object({
  files: z.array(
    z.object({
      file: z.string(),
      title: z.string(),
      fields: z.array(z.object({ id: z.string(), name: z.string(), meaning: z.string() })),
    }),
  ),
  tables: z.array(
    z.object({
      id: z.string(),
      title: z.string(),
      rowKey: z.string(),
      columns: z.array(z.object({ id: z.string(), name: z.string() })),
      lines: z.array(z.object({ line: z.string(), name: z.string() })),
    }),
  ),
});
export type OpenDictionary = z.infer<typeof openDictionary>;
