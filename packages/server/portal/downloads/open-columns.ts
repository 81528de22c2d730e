// The columns of the open data, each with its meaning: files, data dictionary and interface follow from here.

/** OpenColumn: a field of a file. */
export interface OpenColumn {
  readonly id: string;
  readonly name: string;
  readonly meaning: string;
}

/** OpenFile: a kind of file with its columns in their order. */
export interface OpenFile {
  readonly file: "reports" | "projects" | "figures";
  readonly title: string;
  readonly columns: readonly OpenColumn[];
}

const column = (id: string, name: string, meaning: string): OpenColumn => ({ id, name, meaning });
const yuan = (id: string, name: string, meaning: string): OpenColumn => column(id, name, `${meaning}，元`);

const unitColumns = [
  column("region", "地区代码", "行政区划代码，六位"),
  column("unit", "单位", "单位的标识，用于本站地址"),
  column("unitName", "单位名称", "公开时的名称"),
  column("year", "年度", "决算年度"),
];

/** A report a line: its main figures. */
export const REPORT_COLUMNS: readonly OpenColumn[] = [
  ...unitColumns,
  column(
    "kind",
    "报告种类",
    "final-accounts 部门决算，project-evaluations 项目自评，department-evaluation 部门整体自评",
  ),
  column("departmentName", "主管部门", "没有上级主管部门的为空"),
  column("publishedAt", "公开时间", "ISO 8601"),
  column("due", "公开截止日", "没有规定的为空"),
  column("timely", "是否按时", "true 或 false；没有截止日的为空"),
  column("errors", "错误", "没有说明的错误数"),
  column("warnings", "警告", "没有说明的警告数"),
  yuan("income", "本年收入", "收入支出决算总表本年收入合计"),
  yuan("expenditure", "本年支出", "收入支出决算总表本年支出合计"),
  yuan("priorExpenditure", "上年支出", "文件列示的上年支出合计"),
  yuan("basic", "基本支出", "支出决算表合计行"),
  yuan("project", "项目支出", "支出决算表合计行"),
  yuan("personnel", "人员经费", "一般公共预算财政拨款基本支出中的人员经费"),
  yuan("generalBudget", "一般公共预算支出", "一般公共预算财政拨款支出决算表合计"),
  yuan("threePublicBudget", "“三公”预算", "“三公”经费预算数合计"),
  yuan("threePublic", "“三公”决算", "“三公”经费决算数合计"),
  yuan("abroad", "因公出国（境）费", "决算数"),
  yuan("vehicles", "公务用车费", "公务用车购置及运行维护费决算数"),
  yuan("reception", "公务接待费", "决算数"),
  column("projects", "自评项目数", "报告中的项目支出绩效自评"),
  column("rate", "执行率", "列示了预算和执行数的项目合计，百分数"),
  column("meanScore", "平均分", "由完成值推算的项目得分的平均"),
];

/** A project a line. */
export const PROJECT_COLUMNS: readonly OpenColumn[] = [
  ...unitColumns,
  column("number", "项目编号", "用于本站地址"),
  column("name", "项目名称", "公开文件列示的名称"),
  yuan("adjusted", "全年预算", "全年（调整后）预算数"),
  yuan("executed", "执行数", "全年执行数"),
  column("rate", "执行率", "百分数"),
  column("score", "自评得分", "公开文件列示的总分"),
  column("computedScore", "推算得分", "按评分规则由完成值推算"),
  column("grade", "等级", "优、良、中、差等"),
];

/** A figure a line. */
export const FIGURE_COLUMNS: readonly OpenColumn[] = [
  ...unitColumns,
  column("fact", "数字的地址", "见下方说明"),
  column("table", "表", "公开表的名称"),
  column("row", "行", "行次或科目的名称"),
  column("column", "列", "栏的名称"),
  column("value", "数值", "金额以元计，其他以其自身单位计"),
];

export const OPEN_COLUMNS: readonly OpenFile[] = [
  { file: "reports", title: "报告", columns: REPORT_COLUMNS },
  { file: "projects", title: "项目", columns: PROJECT_COLUMNS },
  { file: "figures", title: "数字", columns: FIGURE_COLUMNS },
];
