// How folders of mixed files are checked: time, use of the cores, and the most memory of the whole process.
//
//   node scripts/measure/measure-folder.ts [--files 100,300] [--formats json,xlsx,html]

import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, statSync } from "node:fs";
import { availableParallelism, loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { repositoryRoot } from "../shared-material.ts";
import { writeMixedFolder } from "./mixed-folder.ts";

interface Usage {
  readonly seconds: number;
  readonly cpuSeconds: number;
  readonly peakMegabytes: number;
}

/** Runs in the measured process, and tells at its end what it used. */
const TELL_USAGE = `
import { writeSync } from "node:fs";
process.on("exit", () => writeSync(3, JSON.stringify(process.resourceUsage())));`;

function checkedFolder(folder: string, ...options: readonly string[]): Usage {
  const command = join(repositoryRoot, "packages", "cli", "jueming.mjs");
  const preload = `data:text/javascript,${encodeURIComponent(TELL_USAGE)}`;
  const start = performance.now();
  const { output, status } = spawnSync(
    process.execPath,
    ["--import", preload, command, "check", folder, ...options],
    { stdio: ["ignore", "ignore", "inherit", "pipe"] },
  );
  const seconds = (performance.now() - start) / 1000;
  if (status !== 0 && status !== 1) throw new Error(`the check ended with status ${status}`);
  // The shape is that of process.resourceUsage(), written by TELL_USAGE.
  const usage = JSON.parse(String(output[3])) as NodeJS.ResourceUsage;
  const cpuSeconds = (usage.userCPUTime + usage.systemCPUTime) / 1e6;
  return { seconds, cpuSeconds, peakMegabytes: usage.maxRSS / 1024 };
}

function main(): void {
  const { values } = parseArgs({
    options: {
      files: { type: "string", default: "100,300" },
      formats: { type: "string", default: "json,xlsx,html" },
    },
  });
  const root = mkdtempSync(join(tmpdir(), "jueming-folder-"));
  const load = loadavg()[0]?.toFixed(1) ?? "?";
  process.stdout.write(
    `Node ${process.versions.node}, ${availableParallelism()} threads, load before ${load}\n\n`,
  );
  process.stdout.write("| Files | Format | Seconds | CPU % | Peak MB | Report MB |\n");
  process.stdout.write("| ---: | --- | ---: | ---: | ---: | ---: |\n");
  try {
    for (const files of values.files.split(",").map(Number)) {
      const folder = join(root, String(files));
      writeMixedFolder(folder, files);
      for (const format of values.formats.split(",")) {
        const out = join(root, `${files}.${format}`);
        const { seconds, cpuSeconds, peakMegabytes } = checkedFolder(
          folder,
          "--format",
          format,
          "--out",
          out,
        );
        const cpu = ((100 * cpuSeconds) / seconds).toFixed(0);
        const size = (statSync(out).size / 1e6).toFixed(1);
        process.stdout.write(
          `| ${files} | ${format} | ${seconds.toFixed(1)} | ${cpu} | ${peakMegabytes.toFixed(0)} | ${size} |\n`,
        );
      }
    }
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

main();
