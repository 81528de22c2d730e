// 公开数据接口: what is published, for programs, without an account. Everything comes from the tables of
// store/schema/public.ts and the files of publications; nothing else is asked here.

import { z } from "zod";

import { concepts } from "@jueming/core/accounts/concepts.ts";

import * as contract from "../contract/open-fields.ts";
import { OPEN_COLUMNS } from "../contract/open-columns.ts";
import { cursorOf, pageOf, valuesOf } from "../contract/page.ts";
import { problem } from "../contract/problem.ts";
import { keyOf } from "../contract/reference.ts";
import { badRequest, notFound } from "../http/http-problem.ts";
import { openReply } from "../http/open-reply.ts";
import { publicRate } from "../http/public-rate.ts";
import type { Services } from "../services.ts";
import {
  pageOfFigures,
  pageOfProjects,
  pageOfReports,
  pageOfUnits,
  publicReportOf,
  unitNamesOf,
} from "../store/public-lists.ts";
import type { PublicLine } from "../store/public-reports.ts";
import { filesOf, projectOf, regionsIn, regionTotals } from "../store/public-reports.ts";
import {
  openEvaluationDetailOf,
  openEvaluationOf,
  openFigureOf,
  openPublicationDetailOf,
  openPublicationOf,
  openUnitOf,
} from "../work/public/open-items.ts";
import { questionOf } from "../work/public/search-words.ts";
import type { App, Routes } from "./routes.ts";

export const publicInterfaceRoutes: Routes = (app, services) => {
  for (const add of [preflight, totals, units, publications, figures, evaluations, dictionary])
    add(app, services);
};

const tags = ["公开数据"];

/** What all routes here have in common. */
const open = ({ settings }: Services) => ({
  config: { access: "public", rateLimit: publicRate(settings) } as const,
  onSend: openReply,
  compress: {},
});

/** Browsers ask first where a script sends headers of its own. */
const preflight: Routes = (app, services) => {
  const { config, onSend } = open(services);
  app.options("/public/*", { config, onSend, schema: { hide: true } }, (_, reply) =>
    reply
      .status(204)
      .header("access-control-allow-methods", "GET, HEAD")
      .header("access-control-allow-headers", "if-none-match")
      .header("access-control-max-age", 86_400)
      .send(),
  );
};

/** A page of a list: one row more than asked for tells whether another page follows. */
function pageFrom<Row, Item>(
  rows: readonly Row[],
  limit: number,
  {
    keyed,
    item,
  }: { keyed: (row: Row) => readonly (string | number)[]; item: (row: Row) => Item | undefined },
): { items: Item[]; next: string | null } {
  const shown = rows.slice(0, limit);
  const last = rows.length > limit ? shown.at(-1) : undefined;
  return {
    items: shown.flatMap((row) => item(row) ?? []),
    next: last === undefined ? null : cursorOf(keyed(last)),
  };
}

const shard = z.string().regex(/^\d{6}$/u);
const afterUnit = z.tuple([shard, z.uuid()]);
const afterProject = z.tuple([shard, z.uuid(), z.number().int()]);
const afterFigure = z.tuple([shard, z.number().int(), z.uuid(), z.string()]);

/** Where a page begins; a cursor that we have not given is refused. */
function beginning<Schema extends z.ZodType>(
  cursor: string | undefined,
  schema: Schema,
): z.infer<Schema> | undefined {
  if (cursor === undefined) return undefined;
  const read = schema.safeParse(valuesOf(cursor));
  if (!read.success)
    throw badRequest("cursor 不是上一页给出的值。请从第一页开始，按每页答复中的 next 往下取。");
  return read.data;
}

const totals: Routes = (app, services) => {
  const { database } = services;
  const response = { 200: z.object({ items: z.array(contract.openTotal) }), 400: problem };
  app.get(
    "/public/regions",
    {
      ...open(services),
      schema: {
        tags,
        summary: "各地区各年度的公开情况和合计",
        querystring: contract.openTotalQuery,
        response,
      },
    },
    async ({ query: { region, year } }) => {
      const [rows, regions] = await Promise.all([
        regionTotals(database, region ?? null),
        regionsIn(database, region ?? null),
      ]);
      const names = new Map(regions.map(({ shardRegion, fullName }) => [shardRegion, fullName]));
      return {
        items: rows
          .filter((row) => year === undefined || row.year === year)
          .map(({ shardRegion, ...row }) => ({
            ...row,
            region: shardRegion,
            name: names.get(shardRegion) ?? "",
          })),
      };
    },
  );
};

const units: Routes = (app, services) => {
  const response = { 200: pageOf(contract.openUnit), 400: problem };
  app.get(
    "/public/units",
    {
      ...open(services),
      schema: { tags, summary: "已公开的单位", querystring: contract.openUnitQuery, response },
    },
    async ({ query: { region, search, cursor, limit } }) => {
      const question = search === undefined ? undefined : questionOf(search);
      const after = beginning(cursor, afterUnit);
      const rows = await pageOfUnits(services.database, { region, question }, { after, limit: limit + 1 });
      return pageFrom(rows, limit, {
        keyed: ({ shardRegion, unitId }) => [shardRegion, unitId],
        item: openUnitOf,
      });
    },
  );
};

/** The files of reports, by shard: a page may hold reports of several regions. */
async function filesOfLines({ database }: Services, lines: readonly PublicLine[]) {
  const shards = [...new Set(lines.map(({ shardRegion }) => shardRegion))];
  const lists = await Promise.all(
    shards.map((one) => {
      const own = lines.filter(({ shardRegion }) => shardRegion === one);
      return filesOf(
        database,
        one,
        own.map(({ publicationId }) => publicationId),
      );
    }),
  );
  return lists.flat();
}

const publications: Routes = (app, services) => {
  app.get(
    "/public/publications",
    {
      ...open(services),
      schema: {
        tags,
        summary: "公开的报告：主要数字、是否按时、正式文件",
        querystring: contract.openPublicationQuery,
        response: { 200: pageOf(contract.openPublication), 400: problem },
      },
    },
    async ({ query: { unit, cursor, limit, ...filter } }) => {
      const place = { ...filter, unit: unit === undefined ? undefined : keyOf(unit) };
      const after = beginning(cursor, afterUnit);
      const lines = await pageOfReports(services.database, place, { after, limit: limit + 1 });
      const files = await filesOfLines(services, lines.slice(0, limit));
      return pageFrom(lines, limit, {
        keyed: ({ shardRegion, reportId }) => [shardRegion, reportId],
        item: (line) => openPublicationOf(line, files),
      });
    },
  );
  app.get(
    "/public/publications/:report",
    {
      ...open(services),
      schema: {
        tags,
        summary: "一份公开的报告：概况、每个数与其原因、核对结果",
        params: contract.openPublicationParams,
        response: { 200: contract.openPublicationDetail, 404: problem },
      },
    },
    async ({ params }) => {
      const found = await publicReportOf(services.database, keyOf(params.report));
      if (found === undefined) throw notFound("这份公开的报告");
      const files = await filesOfLines(services, [found.line]);
      return openPublicationDetailOf(found.line, files, found.content);
    },
  );
};

const figures: Routes = (app, services) => {
  app.get(
    "/public/figures",
    {
      ...open(services),
      schema: {
        tags,
        summary: "公开的数：按单位、地区、年度、表、行次或科目、栏",
        querystring: contract.openFigureQuery,
        response: { 200: pageOf(contract.openFigure), 400: problem },
      },
    },
    async ({ query: { unit, code, cursor, limit, ...filter } }) => {
      const { table, line, column } = filter;
      if (table === undefined && [line, code, column].some((one) => one !== undefined))
        throw badRequest("行次 line、科目 code、栏 column 须与表 table 一起使用。");
      const wanted = {
        ...filter,
        unit: unit === undefined ? undefined : keyOf(unit),
        code: code === "total" ? null : code,
      };
      const after = beginning(cursor, afterFigure);
      const rows = await pageOfFigures(services.database, wanted, { after, limit: limit + 1 });
      const names = await unitNamesOf(services.database, rows);
      return pageFrom(rows, limit, {
        keyed: (row) => [row.shardRegion, row.year, row.reportId, row.fact],
        item: (row) => {
          const unitName = names.get(row.reportId);
          // Withdrawn between the two questions: it is no longer told.
          return unitName === undefined ? undefined : openFigureOf({ ...row, unitName }, row);
        },
      });
    },
  );
};

const evaluations: Routes = (app, services) => {
  app.get(
    "/public/evaluations",
    {
      ...open(services),
      schema: {
        tags,
        summary: "项目支出绩效自评：资金、指标、得分",
        querystring: contract.openEvaluationQuery,
        response: { 200: pageOf(contract.openEvaluation), 400: problem },
      },
    },
    async ({ query: { unit, cursor, limit, ...filter } }) => {
      const place = { ...filter, unit: unit === undefined ? undefined : keyOf(unit) };
      const after = beginning(cursor, afterProject);
      const rows = await pageOfProjects(services.database, place, { after, limit: limit + 1 });
      return pageFrom(rows, limit, {
        keyed: ({ shardRegion, reportId, position }) => [shardRegion, reportId, position],
        item: openEvaluationOf,
      });
    },
  );
  app.get(
    "/public/evaluations/:unit/:number",
    {
      ...open(services),
      schema: {
        tags,
        summary: "一个项目的自评，含目标、完成情况和文字说明",
        params: contract.openEvaluationParams,
        response: { 200: contract.openEvaluationDetail, 404: problem },
      },
    },
    async ({ params }) => {
      const found = await projectOf(services.database, keyOf(params.unit), params.number);
      if (found === undefined) throw notFound("这个公开的项目");
      return openEvaluationDetailOf(found);
    },
  );
};

const dictionary: Routes = (app: App, services) => {
  app.get(
    "/public/dictionary",
    {
      ...open(services),
      schema: {
        tags,
        summary: "数据字典：字段、公开表及其行和栏",
        response: { 200: contract.openDictionary },
      },
    },
    () => DICTIONARY,
  );
};

const DICTIONARY: contract.OpenDictionary = {
  files: OPEN_COLUMNS.map(({ file, title, columns }) => ({
    file,
    title,
    fields: columns.map(({ id, name, meaning }) => ({ id, name, meaning })),
  })),
  tables: concepts.map(({ id, title, rowKey, columns, lines }) => ({
    id,
    title,
    rowKey,
    columns: columns.map((column) => ({ id: column.id, name: column.name })),
    lines: lines.flatMap(({ line, name }) => (name === null ? [] : [{ line, name }])),
  })),
};
