// Measures the promised speeds (docs/benchmarks.md). With --check it fails when a budget is exceeded.
import { spawnSync } from "node:child_process";
import { readFileSync, readdirSync } from "node:fs";
import { cpus } from "node:os";
import { join } from "node:path";
import { checkRules } from "@jueming/core/checks/rules/index.ts";
import { contextOf, runChecks } from "@jueming/core/checks/run-checks.ts";
import type { Disclosure } from "@jueming/core/disclosure/disclosure.ts";
import { findEdition, nationalEdition } from "@jueming/core/regions/index.ts";
import { readText } from "@jueming/documents/text/reader.ts";
import { disclosureIn } from "@jueming/pipeline/recognition.ts";
import { repositoryRoot, sharedFolder } from "./shared-material.ts";

interface Measure {
  readonly name: string;
  readonly budgetMs: number;
  /** Makes what one run needs, outside the measured time, and gives the run. */
  readonly prepare: () => () => void;
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
    return () => checkAll(disclosure);
  };
}

/** The published report where this machine has it; else the sample, which is shorter. */
function longReport(): string {
  const shared = sharedFolder();
  const [seed] =
    shared === undefined ? [] : readdirSync(join(shared, "seeds")).filter((name) => name.startsWith("001"));
  return shared === undefined || seed === undefined ? sampleReport() : join(shared, "seeds", seed);
}

function sampleReport(): string {
  const samples = join(repositoryRoot, "samples");
  const [report = ""] = readdirSync(samples).filter((name) => name.endsWith("部门决算公开.txt"));
  return join(samples, report);
}

function measures(): readonly Measure[] {
  const report = sampleReport();
  const long = longReport();
  const [reportBytes, longBytes] = [readFileSync(report), readFileSync(long)];
  const longStructured = disclosureIn(readText(longBytes, "long"));
  const command = join(repositoryRoot, "packages", "cli", "jueming.mjs");
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
      prepare: () => () => checkAll(disclosureIn(readText(longBytes, "long"))),
      warmUp: 15,
      runs: 40,
    },
    {
      name: `whole process: check one text of ${Math.round(longBytes.length / 1024)} KB`,
      budgetMs: 1000,
      prepare: () => () => {
        spawnSync(process.execPath, [command, "check", long, "--format", "json"], { stdio: "ignore" });
      },
      warmUp: 2,
      runs: 12,
    },
    {
      name: "whole process: --help",
      budgetMs: 200,
      prepare: () => () => {
        spawnSync(process.execPath, [command, "--help"], { stdio: "ignore" });
      },
      warmUp: 2,
      runs: 12,
    },
  ];
}

function measured({ name, budgetMs, prepare, warmUp, runs }: Measure): Result {
  for (let count = 0; count < warmUp; count += 1) prepare()();
  // Prepared beforehand, so that what preparing leaves to collect does not count as the run's.
  const times = Array.from({ length: runs }, prepare)
    .map((run) => {
      const start = performance.now();
      run();
      return performance.now() - start;
    })
    .toSorted((a, b) => a - b);
  return { name, budgetMs, medianMs: times[Math.floor(runs / 2)] ?? 0, worstMs: times.at(-1) ?? 0 };
}

function main(): void {
  const results = measures().map(measured);
  process.stdout.write(`Node ${process.versions.node}, ${cpus().length} × ${cpus()[0]?.model ?? "?"}\n\n`);
  process.stdout.write("| What | Median ms | Worst ms | Budget ms |\n| --- | ---: | ---: | ---: |\n");
  for (const { name, medianMs, worstMs, budgetMs } of results) {
    process.stdout.write(`| ${name} | ${medianMs.toFixed(1)} | ${worstMs.toFixed(1)} | ${budgetMs} |\n`);
  }
  const isOver = results.some(({ medianMs, budgetMs }) => medianMs > budgetMs);
  if (process.argv.includes("--check") && isOver) process.exitCode = 1;
}

main();
