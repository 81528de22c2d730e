// 汇总分析: what the reader's part of the tree amounts to in a year, and the lists behind it, each also as a file.

import type { FastifyRequest } from "fastify";
import { z } from "zod";

import * as contract from "../contract/analysis.ts";
import type { DepartmentLine, EvaluationLine, ExpenseChange } from "../contract/analysis.ts";
import { pageOf } from "../contract/page.ts";
import { scopesOf } from "../http/access.ts";
import type { Services } from "../services.ts";
import type { AnalysisScope } from "../store/analysis.ts";
import {
  changesOf,
  departmentsOf,
  gradesOf,
  pageOfEvaluations,
  pointsOf,
  statesOf,
  threePublicOf,
} from "../store/analysis.ts";
import { chinaDay } from "../work/china-day.ts";
import { savedAs } from "../work/report-documents.ts";
import type { TableColumn } from "../work/table-file.ts";
import { tableFile } from "../work/table-file.ts";
import type { Routes } from "./routes.ts";

export const analysisRoutes: Routes = (app, services) => {
  for (const add of [overview, evaluations, files]) add(app, services);
};

const config = { access: "analysis.read" } as const;
const CHANGES_SHOWN = 20;
const MOST_ROWS = 20_000;

const scopeIn = (
  request: FastifyRequest,
  { now }: Services,
  query: contract.AnalysisQuery,
): AnalysisScope => ({ grants: scopesOf(request), query, today: chinaDay(now()) });

const overview: Routes = (app, services) => {
  const { database } = services;
  app.get(
    "/analysis",
    { config, schema: { querystring: contract.analysisQuery, response: { 200: contract.analysis } } },
    async (request) => {
      const scope = scopeIn(request, services, request.query);
      const [states, grades, points, threePublic, changes, departments] = await Promise.all([
        statesOf(database, scope),
        gradesOf(database, scope),
        pointsOf(database, scope),
        threePublicOf(database, scope),
        changesOf(database, scope, CHANGES_SHOWN),
        departmentsOf(database, scope),
      ]);
      const { year } = request.query;
      return {
        year,
        states,
        grades,
        points,
        threePublic,
        changes: [...changes],
        departments: [...departments],
      };
    },
  );
};

const evaluations: Routes = (app, services) => {
  app.get(
    "/analysis/evaluations",
    {
      config,
      schema: { querystring: contract.evaluationQuery, response: { 200: pageOf(contract.evaluationLine) } },
    },
    (request) =>
      pageOfEvaluations(services.database, scopeIn(request, services, request.query), request.query),
  );
};

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
const departmentColumns: readonly TableColumn<DepartmentLine>[] = [
  text("部门", 24, ({ name }) => name),
  number("报告数", ({ reports }) => reports),
  number("已公开", ({ published }) => published),
  number("项目自评数", ({ evaluations: count }) => count),
  number("平均得分", ({ meanScore }) => meanScore),
  number("未办结整改", ({ openRectifications }) => openRectifications),
  number("逾期整改", ({ lateRectifications }) => lateRectifications),
];

const files: Routes = (app, services) => {
  const { database } = services;
  const format = z.enum(["csv", "xlsx"]);
  app.get(
    "/analysis/:list/file",
    {
      config,
      schema: {
        params: z.object({ list: z.enum(["evaluations", "changes", "departments"]) }),
        querystring: contract.evaluationQuery.omit({ cursor: true, limit: true }).extend({ format }),
      },
    },
    async (request, reply) => {
      const scope = scopeIn(request, services, request.query);
      const { year } = request.query;
      const made = async () => {
        switch (request.params.list) {
          case "evaluations": {
            const query = { ...request.query, limit: MOST_ROWS };
            const { items } = await pageOfEvaluations(database, scope, query);
            return {
              name: `${year}年项目自评`,
              file: await tableFile(request.query.format, "项目自评", evaluationColumns, items),
            };
          }
          case "changes": {
            const items = await changesOf(database, scope, MOST_ROWS);
            return {
              name: `${year}年支出增减`,
              file: await tableFile(request.query.format, "支出增减", changeColumns, items),
            };
          }
          case "departments": {
            const items = await departmentsOf(database, scope);
            return {
              name: `${year}年部门汇总`,
              file: await tableFile(request.query.format, "部门汇总", departmentColumns, items),
            };
          }
        }
      };
      const { name, file } = await made();
      void reply.header("content-disposition", savedAs(`${name}.${request.query.format}`));
      return reply.type(file.mediaType).send(file.content);
    },
  );
};
