// Writes a folder of mixed files, for measuring how many are checked at once: made reports with an error in
// each, as text, web page, Word document and workbook, and the published long text and PDF among them.
//
//   node scripts/measure/mixed-folder.ts FOLDER [--files 300]

import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { readText } from "@jueming/documents/text/reader.ts";
import { disclosureIn } from "@jueming/pipeline/recognition.ts";
import { asDocx, asHtml, asXlsx } from "@jueming/pipeline/testing/sample-formats.ts";
import { longReport, publishedPdf } from "../shared-material.ts";
import { generateReport } from "./generate-report.ts";
import { injectError } from "./inject-error.ts";
import { randomFrom } from "./random.ts";

const TEXT_FORMATS: readonly (readonly [extension: string, write: (text: string) => Uint8Array])[] = [
  ["txt", (text) => new TextEncoder().encode(text)],
  ["docx", asDocx],
  ["html", asHtml],
  ["xlsx", asXlsx],
];
/** Of so many reports one is the published long one. */
const LONG_EVERY = 6;

/** Writes so many files; the formats, and the long reports among the short, in turn. */
export function writeMixedFolder(folder: string, files: number): void {
  mkdirSync(folder, { recursive: true });
  const pdf = publishedPdf();
  const pdfBytes = pdf === undefined ? undefined : readFileSync(pdf);
  const writeLong = longReports();
  for (let index = 0; index < files; index += 1) {
    const [extension, write] = TEXT_FORMATS[index % (TEXT_FORMATS.length + 1)] ?? ["pdf", undefined];
    const name = join(folder, `${String(index + 1).padStart(4, "0")}`);
    if (write === undefined && pdfBytes !== undefined) writeFileSync(`${name}.pdf`, pdfBytes);
    else {
      const text = index % LONG_EVERY === 0 ? writeLong(index) : faultyReport(index + 1);
      writeFileSync(`${name}.${write === undefined ? "txt" : extension}`, (write ?? asHtml)(text));
    }
  }
}

/** The long report under another name each time, so that they are not one report given many times. */
function longReports(): (index: number) => string {
  const bytes = readFileSync(longReport());
  const text = new TextDecoder().decode(bytes);
  const { name } = disclosureIn(readText(bytes, "long")).unit;
  return (index) => (name === null || name === "" ? text : text.replaceAll(name, `${name}第${index}分局`));
}

function faultyReport(seed: number): string {
  const report = generateReport(seed);
  const error = injectError(report, report.spots, randomFrom(seed));
  return (error?.lines ?? report.lines).join("\n");
}

function main(): void {
  const { values, positionals } = parseArgs({
    options: { files: { type: "string", default: "300" } },
    allowPositionals: true,
  });
  const [folder] = positionals;
  if (folder === undefined) throw new Error("name a folder to write to");
  writeMixedFolder(resolve(folder), Number(values.files));
}

if (import.meta.main) main();
