// Builds the workbench when what is there is missing or older than its sources. `npm start` calls it each time, so
// the question whether to build must cost next to nothing: names, sizes and times of the files answer it.
//   node packages/web/build.ts          builds when needed
//   node packages/web/build.ts --force  builds

import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const web = import.meta.dirname;
const dist = join(web, "dist");
const stampFile = join(dist, ".built-from");
const repository = join(web, "../..");

/** What the browser's code is made of: the workbench, and what it may import. */
const sources = [
  web,
  join(web, "../core"),
  join(web, "../server/contract"),
  join(repository, "package-lock.json"),
];
const skipped = new Set(["node_modules", "dist", "testing"]);

/** Builds when the sources are not those of the last build; says whether it did. */
export async function buildWhenStale(isForced = false): Promise<boolean> {
  const stamp = stampOfSources();
  if (!isForced && existsSync(stampFile) && readFileSync(stampFile, "utf8") === stamp) return false;
  // The builder is loaded only when it is needed: loading it takes longer than asking.
  const { build } = await import("vite");
  await build({ configFile: join(web, "vite.config.ts"), logLevel: "warn" });
  writeFileSync(stampFile, stamp);
  return true;
}

/** A hash over path, size and time of each source. */
function stampOfSources(): string {
  const hash = createHash("sha256");
  for (const source of sources) {
    for (const path of filesOf(source)) {
      const { size, mtimeMs } = statSync(path);
      hash.update(`${path}|${size}|${mtimeMs}\n`);
    }
  }
  return hash.digest("hex");
}

function filesOf(path: string): string[] {
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path, { withFileTypes: true }).flatMap((entry) => {
    if (skipped.has(entry.name) || entry.name.includes(".test.")) return [];
    return entry.isDirectory() ? filesOf(join(path, entry.name)) : [join(path, entry.name)];
  });
}

if (import.meta.main) {
  const start = performance.now();
  const isBuilt = await buildWhenStale(process.argv.includes("--force"));
  const took = Math.round(performance.now() - start);
  process.stdout.write(isBuilt ? `工作台已生成（${took} 毫秒）\n` : `工作台无需重新生成（${took} 毫秒）\n`);
}
