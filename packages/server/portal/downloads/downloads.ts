// Open data: the figures of a unit or of a district in a year, written while they are read.

import { Readable } from "node:stream";

import { strToU8, zipSync } from "fflate";

import { BYTE_ORDER_MARK, csvLine } from "@jueming/pipeline/reports/csv-line.ts";

import { notFound } from "../../http/http-problem.ts";
import type { App } from "../../routes/routes.ts";
import type { Services } from "../../services.ts";
import { figuresOfReport, projectsOfReport, reportPieces } from "../../store/public-downloads.ts";
import type { PublicLine } from "../../store/public-reports.ts";
import { regionTotals, reportsOfUnit } from "../../store/public-reports.ts";
import { codeIn, keyIn } from "../pages/page-route.ts";
import type { OpenColumn } from "./open-columns.ts";
import { FIGURE_COLUMNS, PROJECT_COLUMNS, REPORT_COLUMNS } from "./open-columns.ts";
import type { OpenRow } from "./open-rows.ts";
import { cellsOf, chosenOf, figureRow, projectRow, reportRow } from "./open-rows.ts";

const TYPES = { csv: "text/csv; charset=utf-8", json: "application/json; charset=utf-8" } as const;
type Format = keyof typeof TYPES;
/** Reports whose figures go into one ZIP; larger districts are read through the interface. */
const MOST_ZIPPED = 2_000;

interface Asked {
  readonly year: number;
  readonly format: string;
}

function askedFile(file: string): Asked | undefined {
  const [, year, format] = /^(20\d\d)\.(csv|json|zip)$/u.exec(file) ?? [];
  return year === undefined || format === undefined ? undefined : { year: Number(year), format };
}

/** Adds the addresses of the open data. */
export function addDownloads(app: App, { database }: Services): void {
  app.get<{ Params: { ref: string; file: string } }>("/data/units/:ref/:file", async (request, reply) => {
    const [key, asked] = [keyIn(request.params.ref), askedFile(request.params.file)];
    const lines = key === undefined ? [] : await reportsOfUnit(database, key);
    const own = lines.filter(({ year }) => year === asked?.year);
    if (asked === undefined || own.length === 0 || !isFormat(asked.format)) throw notFound("这份数据");
    const rows = figureRows(database, own);
    const name = `${own[0]?.unitName ?? ""}${asked.year}`;
    return reply
      .type(TYPES[asked.format])
      .header("cache-control", "no-cache")
      .header("content-disposition", saved(`${name}.${asked.format}`))
      .send(textOf(asked.format, FIGURE_COLUMNS, rows));
  });
  app.get<{ Params: { code: string; file: string } }>("/data/regions/:code/:file", async (request, reply) => {
    const [code, asked] = [codeIn(request.params.code), askedFile(request.params.file)];
    if (code === undefined || asked === undefined) throw notFound("这份数据");
    const totals = await regionTotals(database, code);
    if (!totals.some(({ year }) => year === asked.year)) throw notFound("这份数据");
    const name = `${code}-${asked.year}`;
    if (!isFormat(asked.format)) {
      const bytes = await zipOf(database, code, asked.year);
      return reply
        .type("application/zip")
        .header("content-disposition", saved(`${name}.zip`))
        .send(bytes);
    }
    const rows = reportRows(database, code, asked.year);
    return reply
      .type(TYPES[asked.format])
      .header("cache-control", "no-cache")
      .header("content-disposition", saved(`${name}.${asked.format}`))
      .send(textOf(asked.format, REPORT_COLUMNS, rows));
  });
}

const isFormat = (text: string): text is Format => Object.hasOwn(TYPES, text);

const saved = (name: string): string => `attachment; filename*=UTF-8''${encodeURIComponent(name)}`;

/** The rows as text, written while they are read. */
const textOf = (format: Format, columns: readonly OpenColumn[], rows: AsyncIterable<OpenRow>): Readable =>
  Readable.from(format === "csv" ? csvOf(columns, rows) : jsonOf(columns, rows), { objectMode: false });

async function* csvOf(
  columns: readonly OpenColumn[],
  rows: AsyncIterable<OpenRow> | Iterable<OpenRow>,
): AsyncGenerator<string> {
  yield BYTE_ORDER_MARK + csvLine(columns.map(({ id }) => id));
  for await (const row of rows) yield csvLine(cellsOf(row, columns));
}

async function* jsonOf(columns: readonly OpenColumn[], rows: AsyncIterable<OpenRow>): AsyncGenerator<string> {
  yield "[";
  let before = "\n";
  for await (const row of rows) {
    yield `${before}${JSON.stringify(chosenOf(row, columns))}`;
    before = ",\n";
  }
  yield "\n]\n";
}

type Database = Services["database"];

async function* figureRows(database: Database, lines: readonly PublicLine[]): AsyncGenerator<OpenRow> {
  for (const line of lines)
    for (const figure of await figuresOfReport(database, line)) yield figureRow(line, figure);
}

async function* reportRows(database: Database, code: string, year: number): AsyncGenerator<OpenRow> {
  for await (const piece of reportPieces(database, code, year))
    for (const line of piece) yield reportRow(line);
}

async function zipOf(database: Database, code: string, year: number): Promise<Buffer> {
  const [reports, projects, figures]: [OpenRow[], OpenRow[], OpenRow[]] = [[], [], []];
  for await (const piece of reportPieces(database, code, year)) {
    for (const line of piece) {
      if (reports.length >= MOST_ZIPPED) throw notFound("这份数据（地区过大，请按下级地区下载）");
      reports.push(reportRow(line));
      projects.push(...(await projectsOfReport(database, line)).map(projectRow));
      figures.push(...(await figuresOfReport(database, line)).map((figure) => figureRow(line, figure)));
    }
  }
  const bytes = zipSync({
    "reports.csv": await csvBytes(REPORT_COLUMNS, reports),
    "projects.csv": await csvBytes(PROJECT_COLUMNS, projects),
    "figures.csv": await csvBytes(FIGURE_COLUMNS, figures),
  });
  return Buffer.from(bytes);
}

const csvBytes = async (columns: readonly OpenColumn[], rows: readonly OpenRow[]): Promise<Uint8Array> => {
  let text = "";
  for await (const line of csvOf(columns, rows)) text += line;
  return strToU8(text);
};
