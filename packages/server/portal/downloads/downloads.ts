// Open data: the figures of a unit or of a district in a year, as files.

import { Readable } from "node:stream";

import type { FastifyReply, FastifyRequest } from "fastify";

import type { OpenColumn } from "../../contract/open-columns.ts";
import { FIGURE_COLUMNS, PROJECT_COLUMNS, REPORT_COLUMNS } from "../../contract/open-columns.ts";
import { notFound } from "../../http/http-problem.ts";
import { allowAnyOrigin, isKnown } from "../../http/open-reply.ts";
import { publicRate } from "../../http/public-rate.ts";
import { sha256 } from "../../identifiers.ts";
import type { App } from "../../routes/routes.ts";
import type { Services } from "../../services.ts";
import { figuresOfReport, projectsOfReport, reportPieces } from "../../store/public-downloads.ts";
import type { PublicLine } from "../../store/public-reports.ts";
import { changeCount, regionTotals, reportsOfUnit } from "../../store/public-reports.ts";
import { openFigureOf, openProjectOf, openReportOf } from "../../work/public/open-items.ts";
import { savedAs } from "../../work/report-documents.ts";
import { codeIn, keyIn } from "../pages/page-route.ts";
import type { OpenRow } from "./file-texts.ts";
import { csvOf, jsonOf, zipOf } from "./file-texts.ts";

const TYPES = {
  csv: "text/csv; charset=utf-8",
  json: "application/json; charset=utf-8",
  zip: "application/zip",
} as const;
type Format = keyof typeof TYPES;

interface Asked {
  readonly year: number;
  readonly format: Format;
}

function askedFile(file: string): Asked | undefined {
  const [, year, format] = /^(20\d\d)\.(csv|json|zip)$/u.exec(file) ?? [];
  return year === undefined || format === undefined || !isFormat(format)
    ? undefined
    : { year: Number(year), format };
}

const isFormat = (text: string): text is Format => Object.hasOwn(TYPES, text);

/** Adds the addresses of the open data. */
export function addDownloads(app: App, services: Services): void {
  const options = { config: { rateLimit: publicRate(services.settings) }, compress: {} };
  app.get<{ Params: { ref: string; file: string } }>("/data/units/:ref/:file", options, (request, reply) =>
    sendUnit(services, request, reply),
  );
  app.get<{ Params: { code: string; file: string } }>(
    "/data/regions/:code/:file",
    options,
    (request, reply) => sendRegion(services, request, reply),
  );
}

type UnitRequest = FastifyRequest<{ Params: { ref: string; file: string } }>;

async function sendUnit(
  { database }: Services,
  request: UnitRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const [key, asked] = [keyIn(request.params.ref), askedFile(request.params.file)];
  if (key === undefined || asked === undefined || asked.format === "zip") throw notFound("这份数据");
  const count = await changeCount(database, key.shardRegion);
  const own = (await reportsOfUnit(database, key)).filter(({ year }) => year === asked.year);
  if (own.length === 0) throw notFound("这份数据");
  return sendFile(request, reply, {
    count,
    format: asked.format,
    name: `${own[0]?.unitName ?? ""}${asked.year}`,
    content: () => textOf(asked.format, FIGURE_COLUMNS, figureRows(database, own)),
  });
}

type RegionRequest = FastifyRequest<{ Params: { code: string; file: string } }>;

async function sendRegion(
  { database }: Services,
  request: RegionRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const [code, asked] = [codeIn(request.params.code), askedFile(request.params.file)];
  if (code === undefined || asked === undefined) throw notFound("这份数据");
  const count = await changeCount(database, null);
  const totals = await regionTotals(database, code);
  const { year, format } = asked;
  if (!totals.some((total) => total.year === year)) throw notFound("这份数据");
  return sendFile(request, reply, {
    count,
    format,
    name: `${code}-${year}`,
    content: () =>
      format === "zip"
        ? wholeRegion(database, code, year)
        : textOf(format, REPORT_COLUMNS, reportRows(database, code, year)),
  });
}

interface SentFile {
  /** Changes of the region when the file was asked for: the content holds for one count. */
  readonly count: number;
  readonly format: Format;
  readonly name: string;
  readonly content: () => AsyncIterable<string | Uint8Array>;
}

/** The fields of the files are part of their tags: a newer program may have more. */
const FORM = JSON.stringify([REPORT_COLUMNS, PROJECT_COLUMNS, FIGURE_COLUMNS]);

function sendFile(
  request: FastifyRequest,
  reply: FastifyReply,
  { count, format, name, content }: SentFile,
): FastifyReply {
  const tag = `W/"${sha256(JSON.stringify([request.url, count, FORM])).slice(0, 20)}"`;
  void allowAnyOrigin(reply).header("etag", tag).header("cache-control", "no-cache");
  if (isKnown(request, tag)) return reply.status(304).send();
  return reply
    .type(TYPES[format])
    .header("content-disposition", savedAs(`${name}.${format}`))
    .send(request.method === "HEAD" ? undefined : Readable.from(content(), { objectMode: false }));
}

const textOf = (
  format: Format,
  columns: readonly OpenColumn[],
  rows: AsyncIterable<OpenRow>,
): AsyncIterable<string> => (format === "csv" ? csvOf(columns, rows) : jsonOf(columns, rows));

type Database = Services["database"];

async function* figureRows(database: Database, lines: readonly PublicLine[]): AsyncGenerator<OpenRow> {
  for (const line of lines)
    for (const figure of await figuresOfReport(database, line)) yield openFigureOf(line, figure);
}

async function* linesOf(database: Database, code: string, year: number): AsyncGenerator<PublicLine> {
  for await (const piece of reportPieces(database, code, year)) yield* piece;
}

async function* reportRows(database: Database, code: string, year: number): AsyncGenerator<OpenRow> {
  for await (const line of linesOf(database, code, year)) yield openReportOf(line);
}

async function* projectRows(database: Database, code: string, year: number): AsyncGenerator<OpenRow> {
  for await (const line of linesOf(database, code, year))
    for (const project of await projectsOfReport(database, line)) yield openProjectOf(project);
}

async function* allFigures(database: Database, code: string, year: number): AsyncGenerator<OpenRow> {
  for await (const line of linesOf(database, code, year)) yield* figureRows(database, [line]);
}

/** All that a region has published of a year. */
const wholeRegion = (database: Database, code: string, year: number): AsyncIterable<Uint8Array> =>
  zipOf([
    { name: "reports.csv", text: csvOf(REPORT_COLUMNS, reportRows(database, code, year)) },
    { name: "projects.csv", text: csvOf(PROJECT_COLUMNS, projectRows(database, code, year)) },
    { name: "figures.csv", text: csvOf(FIGURE_COLUMNS, allFigures(database, code, year)) },
  ]);
