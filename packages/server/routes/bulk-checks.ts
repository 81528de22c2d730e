// 批量检查: files in, progress, results by unit, one file opened, reports. A person sees only their own checks.

import type { FastifyRequest } from "fastify";
import { z } from "zod";

import * as contract from "../contract/bulk-checks.ts";
import { pageOf } from "../contract/page.ts";
import { reference, referenceTo } from "../contract/reference.ts";
import { personIn, scopesOf } from "../http/access.ts";
import { badRequest, notFound } from "../http/http-problem.ts";
import type { Services } from "../services.ts";
import { streamBlob } from "../store/blobs.ts";
import type { BulkCheckRow, StoredFile } from "../store/bulk-checks.ts";
import { bulkFileOf, checkLine, countsOf, pageOfBulkChecks, unitsOfCheck } from "../store/bulk-checks.ts";
import { bulkFileView, bulkReport, shownDocument } from "../work/bulk-check-documents.ts";
import {
  addBulkCheck,
  cancelBulkCheck,
  deleteBulkCheck,
  enter,
  startBulkCheck,
} from "../work/keep-bulk-checks.ts";
import type { IncomingFile } from "../work/receive-bulk-files.ts";
import { receiveBulkFiles } from "../work/receive-bulk-files.ts";
import { savedAs } from "../work/report-documents.ts";
import { addBulkEvents } from "./bulk-check-events.ts";
import { checkIn } from "./own-bulk-check.ts";
import type { App, Routes } from "./routes.ts";

export const bulkCheckRoutes: Routes = (app, services) => {
  addLists(app, services);
  addUpload(app, services);
  addActs(app, services);
  addFiles(app, services);
  addReports(app, services);
  addBulkEvents(app, services);
};

const config = { access: "bulk.check" } as const;
const params = z.object({ ref: reference });
const none = z.null();

function addLists(app: App, services: Services): void {
  const { database } = services;
  app.get(
    "/bulk-checks",
    {
      config,
      schema: {
        querystring: contract.bulkCheckQuery,
        response: { 200: pageOf(contract.bulkCheckLine) },
      },
    },
    (request) => {
      scopesOf(request);
      return pageOfBulkChecks(database, personIn(request), request.query);
    },
  );
  app.post(
    "/bulk-checks",
    { config, schema: { body: contract.bulkCheckDraft, response: { 201: z.object({ ref: reference }) } } },
    async (request, reply) => {
      scopesOf(request);
      const key = await addBulkCheck(services, personIn(request), request.body.title);
      return reply.status(201).send({ ref: referenceTo(key) });
    },
  );
  app.get(
    "/bulk-checks/:ref",
    { config, schema: { params, response: { 200: contract.bulkCheckView } } },
    async (request) => {
      const { row } = await checkIn(request, services, request.params.ref);
      const [counts, units] = await Promise.all([countsOf(database, row), unitsOfCheck(database, row)]);
      return { ...checkLine(row, counts), ...units };
    },
  );
}

function addUpload(app: App, services: Services): void {
  app.post(
    "/bulk-checks/:ref/files",
    {
      config,
      schema: { params, consumes: ["multipart/form-data"], response: { 200: contract.bulkUploadAnswer } },
    },
    async (request) => {
      const { row } = await checkIn(request, services, request.params.ref);
      if (!request.isMultipart()) throw badRequest("请以表单（multipart/form-data）上传文件。");
      const { added } = await receiveBulkFiles(services, row, filesIn(request));
      const { files } = await countsOf(services.database, row);
      return { added, files };
    },
  );
}

async function* filesIn(request: FastifyRequest): AsyncGenerator<IncomingFile> {
  const limits = { fileSize: contract.BULK_LIMITS.fileBytes, files: contract.BULK_LIMITS.files };
  // Names hold the folders that were dropped; they are made safe before anything is done with them.
  const parts = request.files({ preservePath: true, limits, throwFileSizeLimit: false });
  for await (const { filename, file } of parts)
    yield { name: filename, content: file, isCut: () => file.truncated };
}

function addActs(app: App, services: Services): void {
  app.post(
    "/bulk-checks/:ref/start",
    { config, schema: { params, response: { 204: none } } },
    async (request, reply) => {
      const { row, person } = await checkIn(request, services, request.params.ref);
      await startBulkCheck(services, person, row);
      return reply.status(204).send(null);
    },
  );
  app.post(
    "/bulk-checks/:ref/cancellation",
    { config, schema: { params, response: { 204: none } } },
    async (request, reply) => {
      const { row, person } = await checkIn(request, services, request.params.ref);
      await cancelBulkCheck(services, person, row);
      return reply.status(204).send(null);
    },
  );
  app.delete(
    "/bulk-checks/:ref",
    { config, schema: { params, response: { 204: none } } },
    async (request, reply) => {
      const { row, person } = await checkIn(request, services, request.params.ref);
      await deleteBulkCheck(services, person, row);
      return reply.status(204).send(null);
    },
  );
}

const fileParams = params.extend({ position: z.coerce.number().int().min(1).max(1_000_000) });

function addFiles(app: App, services: Services): void {
  const { database } = services;
  const fileIn = async (
    request: FastifyRequest,
    { ref, position }: z.infer<typeof fileParams>,
  ): Promise<{ readonly row: BulkCheckRow; readonly file: StoredFile }> => {
    const { row } = await checkIn(request, services, ref);
    const file = await bulkFileOf(database, row, position);
    if (file === undefined) throw notFound("这个文件");
    return { row, file };
  };
  app.get(
    "/bulk-checks/:ref/files/:position",
    { config, schema: { params: fileParams, response: { 200: contract.bulkFileView } } },
    async (request) => {
      const { row, file } = await fileIn(request, request.params);
      return bulkFileView(services, row, file);
    },
  );
  app.get(
    "/bulk-checks/:ref/files/:position/document",
    { config, schema: { params: fileParams } },
    async (request, reply) => {
      const { row, file } = await fileIn(request, request.params);
      return reply
        .header("cache-control", "private, no-cache")
        .send(await shownDocument(services, row, file));
    },
  );
  app.get(
    "/bulk-checks/:ref/files/:position/original",
    { config, schema: { params: fileParams } },
    async (request, reply) => {
      const { row, file } = await fileIn(request, request.params);
      if (file.hash === null) throw notFound("这个文件的内容");
      return (
        reply
          .header("content-disposition", savedAs(file.source.split("/").at(-1) ?? "file"))
          // A file of a stranger is saved and never shown.
          .header("content-security-policy", "sandbox; default-src 'none'")
          .header("cache-control", "private, no-store")
          .type("application/octet-stream")
          .send(streamBlob(database, row.shardRegion, file.hash))
      );
    },
  );
}

function addReports(app: App, services: Services): void {
  app.get(
    "/bulk-checks/:ref/reports/:format",
    {
      config,
      schema: {
        params: params.extend({ format: contract.bulkReportFormat }),
        querystring: contract.bulkReportQuery,
      },
    },
    async (request, reply) => {
      const { row, person } = await checkIn(request, services, request.params.ref);
      const { format } = request.params;
      const { files, severity } = request.query;
      const positions = files?.split(",").map(Number) ?? null;
      const { name, mediaType, bytes } = await bulkReport(services, row, { format, severity, positions });
      await services.database.inTransaction((queries) =>
        enter(queries, services, {
          person,
          row,
          action: "bulk-check-downloaded",
          detail: { format, files: positions?.length ?? -1 },
        }),
      );
      return reply
        .header("content-disposition", savedAs(name))
        .header("cache-control", "private, no-store")
        .type(mediaType)
        .send(Buffer.from(bytes));
    },
  );
}
