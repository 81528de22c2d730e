// The lists of 汇总分析 as files: CSV, or a workbook without formulas.

import { z } from "zod";

import * as contract from "../contract/analysis.ts";
import type {
  AnalysisFileQuery,
  DepartmentLine,
  DistrictLine,
  EvaluationLine,
  ExpenseChange,
  SignalLine,
  SignalMemberLine,
  ThreePublicLine,
} from "../contract/analysis.ts";
import type { ReportLine } from "../contract/reports.ts";
import { notFound } from "../http/http-problem.ts";
import { pageOfChanges, pageOfEvaluations, pageOfThreePublic } from "../store/analysis-lists.ts";
import type { AnalysisScope } from "../store/analysis-scope.ts";
import { departmentsOf, districtsOf } from "../store/analysis.ts";
import { pageOfReports } from "../store/reports.ts";
import type { Queries } from "../database/database.ts";
import { savedAs } from "../work/report-documents.ts";
import { membersOf, signalLineOf, signalsOfScope } from "../work/signals-of-scope.ts";
import type { TableColumn } from "../work/table-file.ts";
import { tableFile } from "../work/table-file.ts";
import { analysisScope } from "./analysis.ts";
import { listScope } from "./reports.ts";
import type { ListScope } from "../store/reports.ts";
import type { Routes } from "./routes.ts";

const MOST_ROWS = 20_000;

const text = <Item>(name: string, width: number, of: (item: Item) => string | null): TableColumn<Item> => ({
  name,
  width,
  holds: "text",
  text: (item) => of(item) ?? "",
});
const number = <Item>(name: string, of: (item: Item) => string | number | null): TableColumn<Item> => ({
  name,
  width: 16,
  holds: "number",
  text: (item) => String(of(item) ?? ""),
});

const evaluationColumns: readonly TableColumn<EvaluationLine>[] = [
  text("单位", 24, ({ unitName }) => unitName),
  text("项目", 36, ({ name }) => name),
  number("全年预算数（元）", ({ adjusted }) => adjusted),
  number("全年执行数（元）", ({ executed }) => executed),
  number("执行率（%）", ({ rate }) => rate),
  number("自评得分", ({ score }) => score),
  number("复算得分", ({ computedScore }) => computedScore),
  text("等级", 8, ({ grade }) => grade),
];
const changeColumns: readonly TableColumn<ExpenseChange>[] = [
  text("单位", 24, ({ unit }) => unit.name),
  text("主管部门", 24, ({ departmentName }) => departmentName),
  number("本年支出（元）", ({ now }) => now),
  number("上年支出（元）", ({ before }) => before),
  number("增减额（元）", ({ difference }) => difference),
  number("增减率（%）", ({ rate }) => rate),
];
const threePublicColumns: readonly TableColumn<ThreePublicLine>[] = [
  text("单位", 24, ({ unit }) => unit.name),
  text("主管部门", 24, ({ departmentName }) => departmentName),
  number("本年预算（元）", ({ budget }) => budget),
  number("本年决算（元）", ({ now }) => now),
  number("上年决算（元）", ({ before }) => before),
];
const sumColumns: readonly TableColumn<Omit<DepartmentLine, "ref"> | Omit<DistrictLine, "code">>[] = [
  number("报告数", ({ reports }) => reports),
  number("已公开", ({ published }) => published),
  number("项目自评数", ({ evaluations: count }) => count),
  number("平均得分", ({ meanScore }) => meanScore),
  number("未办结整改", ({ openRectifications }) => openRectifications),
  number("逾期整改", ({ lateRectifications }) => lateRectifications),
];
const reportColumns: readonly TableColumn<ReportLine>[] = [
  text("地区", 14, ({ region }) => region.name),
  text("单位", 24, ({ unit }) => unit.name),
  text("主管部门", 24, ({ unit }) => unit.departmentName),
  text("报告", 22, ({ kindName }) => kindName),
  text("状态", 14, ({ stateName }) => stateName),
  text("期限", 12, ({ due }) => due),
  text("是否逾期", 10, ({ overdue }) => (overdue ? "逾期" : "")),
  number("错误", ({ summary }) => summary.error),
  number("警告", ({ summary }) => summary.warning),
];
const signalColumns: readonly TableColumn<SignalLine>[] = [
  text("信号", 30, ({ title }) => title),
  number("涉及单位", ({ units }) => units),
  number("涉及项", ({ shown }) => shown),
  number("已判断项", ({ judged }) => judged),
  text("为什么看", 50, ({ why }) => why),
  text("怎样统计", 50, ({ method }) => method),
];
const memberColumns: readonly TableColumn<SignalMemberLine>[] = [
  text("单位", 24, ({ unitName }) => unitName),
  text("项目", 36, ({ project }) => project),
  text("对象", 30, ({ subject }) => subject),
  text("数据", 60, ({ figures }) => figures.map(({ name, value }) => `${name} ${value}`).join("；")),
];

interface Asked {
  readonly scope: AnalysisScope;
  readonly reports: ListScope;
  readonly query: AnalysisFileQuery;
}
interface NamedFile {
  readonly name: string;
  readonly file: Awaited<ReturnType<typeof tableFile>>;
}
type Maker = (queries: Queries, asked: Asked) => Promise<NamedFile>;

/** How each list is read and written. */
const FILES: Readonly<Record<(typeof contract.ANALYSIS_FILES)[number], Maker>> = {
  evaluations: async (queries, { scope, query }) => {
    const { items } = await pageOfEvaluations(queries, scope, { ...query, limit: MOST_ROWS });
    return named(query, "项目自评", evaluationColumns, items);
  },
  changes: async (queries, { scope, query }) => {
    const { items } = await pageOfChanges(queries, scope, { limit: MOST_ROWS });
    return named(query, "支出增减", changeColumns, items);
  },
  departments: async (queries, { scope, query }) =>
    named(
      query,
      "部门汇总",
      [text<DepartmentLine>("部门", 24, ({ name }) => name), ...sumColumns],
      await departmentsOf(queries, scope),
    ),
  districts: async (queries, { scope, query }) =>
    named(
      query,
      "地区汇总",
      [
        text<DistrictLine>("代码", 10, ({ code }) => code),
        text<DistrictLine>("地区", 24, ({ name }) => name),
        ...sumColumns,
      ],
      await districtsOf(queries, scope),
    ),
  "three-public": async (queries, { scope, query }) => {
    const { items } = await pageOfThreePublic(queries, scope, { ...query, limit: MOST_ROWS });
    return named(query, contract.THREE_PUBLIC_ITEMS[query.item], threePublicColumns, items);
  },
  reports: async (queries, { reports, query }) => {
    const { year, department, region, state } = query;
    const { items } = await pageOfReports(queries, reports, {
      year,
      department,
      region,
      state,
      sort: "name",
      limit: MOST_ROWS,
    });
    return named(query, "报告状态", reportColumns, items);
  },
  signals: async (queries, { scope, query }) => {
    const { signals } = await signalsOfScope(queries, scope);
    if (query.signal === undefined) return named(query, "信号", signalColumns, signals.map(signalLineOf));
    const signal = signals.find(({ id }) => id === query.signal);
    if (signal === undefined) throw notFound("这个信号");
    return named(query, signal.title, memberColumns, membersOf(signal));
  },
};

async function named<Item>(
  { year, format }: AnalysisFileQuery,
  name: string,
  columns: readonly TableColumn<Item>[],
  items: readonly Item[],
): Promise<NamedFile> {
  return { name: `${year}年${name}.${format}`, file: await tableFile(format, name, columns, items) };
}

export const analysisFileRoutes: Routes = (app, services) => {
  app.get(
    "/analysis/:list/file",
    {
      config: { access: "analysis.read" },
      schema: {
        params: z.object({ list: z.enum(contract.ANALYSIS_FILES) }),
        querystring: contract.analysisFileQuery,
      },
    },
    async (request, reply) => {
      const { query } = request;
      const scope = analysisScope(request, services, query);
      const asked = { scope, reports: listScope(request, services), query };
      const { name, file } = await FILES[request.params.list](services.database, asked);
      void reply.header("content-disposition", savedAs(name));
      return reply.type(file.mediaType).send(file.content);
    },
  );
};
