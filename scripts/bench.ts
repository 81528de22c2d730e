// Measures the promised speeds (docs/benchmarks.md). With --check it fails when a budget is exceeded.
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { cpus, loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { checkRules } from "@jueming/core/checks/rules/index.ts";
import { contextOf, runChecks } from "@jueming/core/checks/run-checks.ts";
import type { Disclosure } from "@jueming/core/disclosure/disclosure.ts";
import { findEdition, nationalEdition } from "@jueming/core/regions/index.ts";
import { readText } from "@jueming/documents/text/reader.ts";
import { disclosureIn, disclosureOf } from "@jueming/pipeline/recognition.ts";
import { asDocx, asXlsx } from "@jueming/pipeline/testing/sample-formats.ts";
import type { Measure } from "./bench/measure.ts";
import { wholeProcess } from "./bench/measure.ts";
import { scoreMillions } from "./bench/scoring-measures.ts";
import { writingMeasures } from "./bench/writing-measures.ts";
import { longReport, publishedPdf, sampleReport } from "./shared-material.ts";

interface Result {
  readonly name: string;
  readonly budgetMs: number;
  readonly medianMs: number;
  readonly worstMs: number;
}

function checkAll(disclosure: Disclosure): number {
  const edition = findEdition(disclosure.region.edition) ?? nationalEdition;
  return runChecks(contextOf(disclosure, { edition }), checkRules).findings.length;
}

/** Each run has a disclosure of its own: what rules remember of one must not make the next run fast. */
function checkFresh(bytes: Uint8Array): Measure["prepare"] {
  return () => {
    const disclosure = disclosureIn(readText(bytes, "report"));
    return () => void checkAll(disclosure);
  };
}

const PDF_WHOLE = "check one PDF of 30 pages";

/** The bytes are handed over to the thread that reads, so each run has its own. */
function checkGiven(bytes: Uint8Array, source: string): Measure["prepare"] {
  return () => {
    const given = new Uint8Array(bytes);
    return async () => void checkAll(await disclosureOf(given, source));
  };
}

function pdfMeasures(): readonly Measure[] {
  const path = publishedPdf();
  if (path === undefined) return [];
  const bytes = readFileSync(path);
  return [
    {
      name: "a PDF of 30 pages read in its thread and checked, warm",
      budgetMs: 200,
      prepare: checkGiven(bytes, "report.pdf"),
      warmUp: 8,
      runs: 20,
    },
    wholeProcess(600, PDF_WHOLE, "check", path, "--format", "json"),
  ];
}

/** The long report in the formats of office programs, hand-written, and a workbook of ten tables. */
function officeMeasures(longText: string, tablesText: string, folder: string): readonly Measure[] {
  const document = asDocx(longText);
  const workbook = asXlsx(tablesText);
  const path = join(folder, "long.docx");
  writeFileSync(path, document);
  return [
    {
      name: "the long text as DOCX (71 pages) read in its thread and checked, warm",
      budgetMs: 1000,
      prepare: checkGiven(document, "long.docx"),
      warmUp: 8,
      runs: 20,
    },
    wholeProcess(1000, "check the long text as DOCX", "check", path, "--format", "json"),
    {
      name: "a workbook of ten tables read in its thread and checked, warm",
      budgetMs: 150,
      prepare: checkGiven(workbook, "tables.xlsx"),
      warmUp: 15,
      runs: 40,
    },
  ];
}

/** The time of pdftotext, which only extracts text, on the PDF; undefined where it is not installed. */
function pdftotextMs(path: string): number | undefined {
  const times = Array.from({ length: 9 }, () => {
    const start = performance.now();
    const { status } = spawnSync("pdftotext", ["-layout", path, "-"], { stdio: "ignore" });
    return status === 0 ? performance.now() - start : Number.NaN;
  });
  const median = times.toSorted((a, b) => a - b)[4];
  return median === undefined || Number.isNaN(median) ? undefined : median;
}

function measures(folder: string): readonly Measure[] {
  const report = sampleReport();
  const long = longReport();
  const [reportBytes, longBytes] = [readFileSync(report), readFileSync(long)];
  const longStructured = disclosureIn(readText(longBytes, "long"));
  return [
    {
      name: "all rules on one structured report (ten tables and their explanation)",
      budgetMs: 5,
      prepare: checkFresh(reportBytes),
      warmUp: 100,
      runs: 100,
    },
    {
      name: `all rules on ${longStructured.tables.length} tables and ${longStructured.evaluations.length} evaluations`,
      budgetMs: 20,
      prepare: checkFresh(longBytes),
      warmUp: 30,
      runs: 40,
    },
    {
      name: `a text of ${Math.round(longBytes.length / 1024)} KB read and checked, warm`,
      budgetMs: 150,
      prepare: () => () => void checkAll(disclosureIn(readText(longBytes, "long"))),
      warmUp: 15,
      runs: 40,
    },
    wholeProcess(
      1000,
      `check one text of ${Math.round(longBytes.length / 1024)} KB`,
      "check",
      long,
      "--format",
      "json",
    ),
    wholeProcess(200, "--help", "--help"),
    ...pdfMeasures(),
    ...officeMeasures(longBytes.toString(), reportBytes.toString(), folder),
    ...writingMeasures(folder),
  ];
}

async function measured({ name, budgetMs, prepare, warmUp, runs }: Measure): Promise<Result> {
  for (let count = 0; count < warmUp; count += 1) await prepare()();
  // Prepared beforehand, so that what preparing leaves to collect does not count as the run's.
  const prepared = Array.from({ length: runs }, prepare);
  const times: number[] = [];
  for (const run of prepared) {
    const start = performance.now();
    await run();
    times.push(performance.now() - start);
  }
  times.sort((a, b) => a - b);
  return { name, budgetMs, medianMs: times[Math.floor(runs / 2)] ?? 0, worstMs: times.at(-1) ?? 0 };
}

/** How many times the time of pdftotext the whole check of the same PDF takes. */
function printRatio(results: readonly Result[]): void {
  const path = publishedPdf();
  const textOnly = path === undefined ? undefined : pdftotextMs(path);
  const whole = results.find(({ name }) => name.endsWith(PDF_WHOLE));
  if (textOnly === undefined || whole === undefined) return;
  const ratio = (whole.medianMs / textOnly).toFixed(1);
  process.stdout.write(
    `\npdftotext -layout on the PDF: ${textOnly.toFixed(1)} ms; the check takes ${ratio} times that.\n`,
  );
}

function printMillions(): void {
  const { repeatingMs, freshMs } = scoreMillions();
  process.stdout.write(
    `\nA million indicators scored with their derivations, CPU time: ${(repeatingMs / 1000).toFixed(2)} s as they repeat, ${(freshMs / 1000).toFixed(2)} s with figures that never repeat.\n`,
  );
}

async function main(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "jueming-bench-"));
  const results: Result[] = [];
  try {
    for (const measure of measures(folder)) results.push(await measured(measure));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  process.stdout.write(
    `Node ${process.versions.node}, ${cpus().length} × ${cpus()[0]?.model ?? "?"}, load ${loadavg()[0]?.toFixed(1)}\n\n`,
  );
  process.stdout.write("| What | Median ms | Worst ms | Budget ms |\n| --- | ---: | ---: | ---: |\n");
  for (const { name, medianMs, worstMs, budgetMs } of results) {
    process.stdout.write(`| ${name} | ${medianMs.toFixed(1)} | ${worstMs.toFixed(1)} | ${budgetMs} |\n`);
  }
  printRatio(results);
  printMillions();
  const isOver = results.some(({ medianMs, budgetMs }) => medianMs > budgetMs);
  if (process.argv.includes("--check") && isOver) process.exitCode = 1;
}

await main();
