// Signals in a fictitious district: what of the planted patterns is found, what is made up, and how long it takes.
//
//   node scripts/measure/measure-signals.ts [--seed 1] [--units 400] [--evaluations 15] [--folder]
//
// With --folder the disclosures are written as JSON and `jueming signals` reads them, as a whole process.

import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";

import { toDisclosureJson } from "@jueming/core/disclosure/disclosure-json.ts";
import { nationalEdition } from "@jueming/core/regions/index.ts";
import { extractEvaluations } from "@jueming/core/signals/extract-evaluations.ts";
import { findSignals } from "@jueming/core/signals/find-signals.ts";
import type { Signal } from "@jueming/core/signals/signal.ts";
import { repositoryRoot } from "../shared-material.ts";
import type { MadeDistrict } from "./made-district.ts";
import { makeDistrict } from "./made-district.ts";

/** Signals whose members are evaluations of their own; the others are of whole units. */
function foundBy({ groups }: Signal, planted: ReadonlySet<string>): ReadonlySet<string> {
  const isOfEvaluations = [...planted].some((what) => what.includes("|"));
  const members = groups.flatMap((group) => group.members);
  if (isOfEvaluations) return new Set(members.map(({ unit, project }) => `${unit}|${project}`));
  return new Set(members.map(({ unit }) => unit));
}

function accuracyLines({ disclosures, planted }: MadeDistrict): readonly string[] {
  const extracts = disclosures.flatMap((disclosure) =>
    extractEvaluations(disclosure, disclosure.source, nationalEdition.scoring),
  );
  const start = performance.now();
  const report = findSignals(extracts, { by: "unit" });
  const seconds = ((performance.now() - start) / 1000).toFixed(2);
  const lines = report.signals.map((signal) => {
    const wanted = planted.get(signal.id) ?? new Set<string>();
    const found = foundBy(signal, wanted);
    const hits = wanted.intersection(found).size;
    return `| \`${signal.id}\` | ${wanted.size} | ${hits} | ${found.size - hits} |`;
  });
  return [
    `${report.evaluations} evaluations of ${report.units} units, signals found in ${seconds} s`,
    "",
    "| Signal | Planted | Found | Others found |",
    "| --- | ---: | ---: | ---: |",
    ...lines.toSorted(),
  ];
}

/** Runs in the measured process, and tells at its end what it used. */
const TELL_USAGE = `
import { writeSync } from "node:fs";
process.on("exit", () => writeSync(3, JSON.stringify(process.resourceUsage())));`;

function folderLines({ disclosures }: MadeDistrict): readonly string[] {
  const folder = mkdtempSync(join(tmpdir(), "jueming-signals-"));
  try {
    for (const disclosure of disclosures)
      writeFileSync(join(folder, disclosure.source), JSON.stringify(toDisclosureJson(disclosure)));
    return ["text", "json", "csv", "html"].map((format) => {
      const start = performance.now();
      const command = join(repositoryRoot, "packages", "cli", "jueming.mjs");
      const preload = `data:text/javascript,${encodeURIComponent(TELL_USAGE)}`;
      const options = ["signals", folder, "--format", format];
      const { output, status } = spawnSync(process.execPath, ["--import", preload, command, ...options], {
        stdio: ["ignore", "pipe", "inherit", "pipe"],
        maxBuffer: 2 ** 30,
      });
      const seconds = ((performance.now() - start) / 1000).toFixed(1);
      // The shape is that of process.resourceUsage(), written by TELL_USAGE.
      const usage = JSON.parse(String(output[3])) as NodeJS.ResourceUsage;
      const megabytes = (usage.maxRSS / 1024).toFixed(0);
      const size = ((output[1]?.length ?? 0) / 1e6).toFixed(1);
      return `| ${format} | ${seconds} | ${megabytes} | ${size} | ${status} |`;
    });
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const { values } = parseArgs({
  options: {
    seed: { type: "string", default: "1" },
    units: { type: "string", default: "400" },
    evaluations: { type: "string", default: "15" },
    folder: { type: "boolean", default: false },
  },
});
const district = makeDistrict(Number(values.seed), Number(values.units), Number(values.evaluations));
process.stdout.write(`load ${loadavg()[0]?.toFixed(1) ?? "?"}\n${accuracyLines(district).join("\n")}\n`);
if (values.folder) {
  process.stdout.write(
    "\n| Format | Seconds | Peak MB | Result MB | Status |\n| --- | ---: | ---: | ---: | ---: |\n",
  );
  process.stdout.write(`${folderLines(district).join("\n")}\nload ${loadavg()[0]?.toFixed(1) ?? "?"}\n`);
}
