// What the editor asks for besides entries: scores, progress, who else is there, last year's content, the workbook.

import { and, eq } from "drizzle-orm";
import { z } from "zod";

import { entryProblems } from "@jueming/pipeline/report-entries/entry-problems.ts";
import { workbookOfEntries } from "@jueming/pipeline/report-entries/entry-workbook.ts";
import { priorEntriesOf } from "@jueming/pipeline/report-entries/importing/prior-entries.ts";
import { proposedEntries } from "@jueming/pipeline/report-entries/importing/proposed-entries.ts";
import { saidLastYear } from "@jueming/pipeline/report-entries/importing/said-last-year.ts";

import { reference } from "../contract/reference.ts";
import * as contract from "../contract/report-editing.ts";
import { badRequest, notFound } from "../http/http-problem.ts";
import { withReceivedFile } from "../http/received-file.ts";
import { newId } from "../identifiers.ts";
import { reportDraft } from "../store/schema/index.ts";
import { IMPORT_BYTES, readImport, sourcePage } from "../work/import-document.ts";
import { indicatorAdvice } from "../work/indicator-advice.ts";
import { fileNameOf, MEDIA_TYPES, savedAs } from "../work/report-documents.ts";
import { disclosureOfYear, materialOf } from "../work/report-material.ts";
import { notePresence } from "../work/report-presence.ts";
import { scoresOfReport } from "../work/report-scores.ts";
import { stepOf } from "../work/review-report.ts";
import { shownProposals } from "../work/shown-proposals.ts";
import { reportIn } from "./reports.ts";
import type { Routes } from "./routes.ts";

const params = z.object({ ref: reference });
const config = { access: "report.read" } as const;

export const reportEditingRoutes: Routes = (app, services) => {
  for (const add of [standing, scores, advice, progress, lastYear, importing, sourcePages, workbook])
    add(app, services);
};

/** Asked every few seconds: one row is read. */
const standing: Routes = (app, services) => {
  const { database, now } = services;
  app.get(
    "/reports/:ref/standing",
    { config, schema: { params, response: { 200: contract.reportStanding } } },
    async (request) => {
      const { row, person } = await reportIn(request, services, request.params.ref);
      const { shardRegion, id, state } = row.report;
      const [draft] = await database
        .select({ revision: reportDraft.revision })
        .from(reportDraft)
        .where(and(eq(reportDraft.shardRegion, shardRegion), eq(reportDraft.reportId, id)));
      return { revision: draft?.revision ?? 0, state, others: [...notePresence(id, person, now())] };
    },
  );
};

const scores: Routes = (app, services) => {
  app.get(
    "/reports/:ref/scores",
    { config, schema: { params, response: { 200: contract.reportScores } } },
    async (request) => {
      const { row } = await reportIn(request, services, request.params.ref);
      return scoresOfReport(await materialOf(services.database, row));
    },
  );
};

const advice: Routes = (app, services) => {
  app.get(
    "/reports/:ref/projects/:row/advice",
    {
      config,
      schema: {
        params: params.extend({ row: z.string().max(80) }),
        response: { 200: contract.indicatorAdvice },
      },
    },
    async (request) => {
      const { row } = await reportIn(request, services, request.params.ref);
      const found = indicatorAdvice(await materialOf(services.database, row), request.params.row);
      if (found === undefined) throw notFound("这个项目");
      return found;
    },
  );
};

const progress: Routes = (app, services) => {
  app.get(
    "/reports/:ref/progress",
    { config, schema: { params, response: { 200: contract.reportProgress } } },
    async (request) => {
      const { row } = await reportIn(request, services, request.params.ref);
      const { form, entries, prior } = await materialOf(services.database, row);
      const { missing, sheets } = entryProblems(form, entries, prior);
      return { missing: [...missing], sheets: [...sheets] };
    },
  );
};

const lastYear: Routes = (app, services) => {
  const { database } = services;
  app.get(
    "/reports/:ref/last-year",
    { config, schema: { params, response: { 200: contract.lastYear } } },
    async (request) => {
      const { row } = await reportIn(request, services, request.params.ref);
      const year = row.report.year - 1;
      const disclosure = await disclosureOfYear(database, row, year);
      if (disclosure === null) throw notFound(`${year} 年度的同类报告`);
      const { form, entries } = await materialOf(database, row);
      const taken = priorEntriesOf(form, disclosure);
      const proposed = proposedEntries(form, entries, taken, newId);
      return {
        source: `${year} 年度报告`,
        year,
        entries: shownProposals(proposed, taken.sources),
        said: [...saidLastYear(form, entries, disclosure)],
      };
    },
  );
};

const importing: Routes = (app, services) => {
  app.post(
    "/reports/:ref/imports",
    {
      config: { access: "report.edit" },
      schema: { params, response: { 200: contract.importReading } },
    },
    async (request) => {
      const { row, person } = await reportIn(request, services, request.params.ref);
      stepOf(person, row, "edit");
      const part = request.isMultipart() ? await request.file({ limits: { files: 1 } }) : undefined;
      if (part === undefined) throw badRequest("请选择要导入的文件。");
      return withReceivedFile(part.file, IMPORT_BYTES, (file) =>
        readImport(services, person, { row, name: part.filename, file }),
      );
    },
  );
};

const sourcePages: Routes = (app, services) => {
  app.get(
    "/reports/:ref/sources/:file/pages/:page",
    {
      config,
      schema: {
        params: params.extend({ file: reference, page: z.coerce.number().int().min(1).max(10_000) }),
      },
    },
    async (request, reply) => {
      const { row } = await reportIn(request, services, request.params.ref);
      const png = await sourcePage(services, row, request.params);
      return (
        reply
          // A page of a file that is kept never changes.
          .header("cache-control", "private, max-age=3600")
          .header("content-security-policy", "default-src 'none'; sandbox")
          .type("image/png")
          .send(Buffer.from(png))
      );
    },
  );
};

const workbook: Routes = (app, services) => {
  app.get(
    "/reports/:ref/workbook",
    { config: { access: "report.download" }, schema: { params } },
    async (request, reply) => {
      const { row } = await reportIn(request, services, request.params.ref);
      const { form, entries } = await materialOf(services.database, row);
      const name = fileNameOf(row, { format: "xlsx", draft: true }).replace("（草稿）", "录入底稿");
      return reply
        .header("content-disposition", savedAs(name))
        .header("cache-control", "private, no-store")
        .type(MEDIA_TYPES.xlsx)
        .send(Buffer.from(await workbookOfEntries(form, entries)));
    },
  );
};
