// Measures the promised speeds (docs/benchmarks.md). With --check it fails when a budget is exceeded.
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { cpus } from "node:os";
import { join } from "node:path";
import { checkRules } from "@jueming/core/checks/rules/index.ts";
import { contextOf, runChecks } from "@jueming/core/checks/run-checks.ts";
import type { Disclosure } from "@jueming/core/disclosure/disclosure.ts";
import { findEdition, nationalEdition } from "@jueming/core/regions/index.ts";
import { readText } from "@jueming/documents/text/reader.ts";
import { disclosureIn, disclosureOf } from "@jueming/pipeline/recognition.ts";
import { longReport, publishedPdf, repositoryRoot, sampleReport } from "./shared-material.ts";

interface Measure {
  readonly name: string;
  readonly budgetMs: number;
  /** Makes what one run needs, outside the measured time, and gives the run. */
  readonly prepare: () => () => void | Promise<void>;
  readonly warmUp: number;
  readonly runs: number;
}

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

function wholeProcess(budgetMs: number, name: string, ...args: readonly string[]): Measure {
  const command = join(repositoryRoot, "packages", "cli", "jueming.mjs");
  return {
    name: `whole process: ${name}`,
    budgetMs,
    prepare: () => () => void spawnSync(process.execPath, [command, ...args], { stdio: "ignore" }),
    warmUp: 2,
    runs: 12,
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
      prepare: () => async () => void checkAll(await disclosureOf(bytes, "report.pdf")),
      warmUp: 8,
      runs: 20,
    },
    wholeProcess(600, "check one PDF of 30 pages", "check", path, "--format", "json"),
  ];
}

function measures(): readonly Measure[] {
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

async function main(): Promise<void> {
  const results: Result[] = [];
  for (const measure of measures()) results.push(await measured(measure));
  process.stdout.write(`Node ${process.versions.node}, ${cpus().length} × ${cpus()[0]?.model ?? "?"}\n\n`);
  process.stdout.write("| What | Median ms | Worst ms | Budget ms |\n| --- | ---: | ---: | ---: |\n");
  for (const { name, medianMs, worstMs, budgetMs } of results) {
    process.stdout.write(`| ${name} | ${medianMs.toFixed(1)} | ${worstMs.toFixed(1)} | ${budgetMs} |\n`);
  }
  const isOver = results.some(({ medianMs, budgetMs }) => medianMs > budgetMs);
  if (process.argv.includes("--check") && isOver) process.exitCode = 1;
}

await main();
