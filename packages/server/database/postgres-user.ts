// PostgreSQL refuses to run as root. Where the server does, the database runs as the user "postgres"; folders above it
// that this user may not enter (a home of root, a temporary folder) are passed with one capability.

import { execFile } from "node:child_process";
import { access, constants } from "node:fs/promises";
import { promisify } from "node:util";

import { DatabaseError } from "./database-error.ts";

const run = promisify(execFile);

/** RunAs: how the programs of the database are started. */
export interface RunAs {
  readonly uid: number | null;
  readonly gid: number | null;
  /** The command line for a program. */
  readonly command: (program: string, args: readonly string[]) => readonly [string, readonly string[]];
}

const asIs: RunAs = { uid: null, gid: null, command: (program, args) => [program, args] };

/** How to start the database so that it may read these folders; throws where there is no way. */
export async function postgresUser(folders: readonly string[]): Promise<RunAs> {
  if (process.getuid?.() !== 0) return asIs;
  const { uid, gid } = await postgresIds();
  const setpriv = ["/usr/bin/setpriv", "/bin/setpriv"];
  const program = await firstOf(setpriv);
  if (program === undefined) {
    return {
      uid,
      gid,
      command: (name, args) => [name, args],
    };
  }
  const plain = [`--reuid=${uid}`, `--regid=${gid}`, "--clear-groups"];
  const allowed = [...plain, "--inh-caps=+dac_override", "--ambient-caps=+dac_override"];
  const canEnter = await entersAll(program, plain, folders);
  if (!canEnter && !(await entersAll(program, allowed, folders))) {
    throw new DatabaseError(
      "no-permission",
      `以 root 运行时，内置数据库由用户 postgres 运行，而它进不了 ${folders.join("、")}。请用 --data 指定别的文件夹，或以普通用户运行本程序。`,
    );
  }
  const flags = canEnter ? plain : allowed;
  return { uid, gid, command: (name, args) => [program, [...flags, name, ...args]] };
}

async function firstOf(paths: readonly string[]): Promise<string | undefined> {
  for (const path of paths) {
    try {
      await access(path, constants.X_OK);
      return path;
    } catch {
      // The next one may be there.
    }
  }
  return undefined;
}

async function entersAll(
  program: string,
  flags: readonly string[],
  folders: readonly string[],
): Promise<boolean> {
  try {
    for (const folder of folders) await run(program, [...flags, "/bin/ls", folder], { cwd: "/" });
    return true;
  } catch {
    return false;
  }
}

async function postgresIds(): Promise<{ readonly uid: number; readonly gid: number }> {
  const found = await idsOf();
  if (found !== undefined) return found;
  try {
    await run("groupadd", ["--system", "postgres"]).catch(() => undefined);
    await run("useradd", ["--system", "--gid", "postgres", "--no-create-home", "postgres"]);
  } catch (cause) {
    throw new DatabaseError(
      "no-permission",
      "以 root 运行时，内置数据库要由用户 postgres 运行，而本机没有这个用户，也无法建立。请以普通用户运行本程序，或用 --database-url 指定数据库。",
      { cause },
    );
  }
  const made = await idsOf();
  if (made === undefined) throw new DatabaseError("no-permission", "无法建立用户 postgres。");
  return made;
}

async function idsOf(): Promise<{ readonly uid: number; readonly gid: number } | undefined> {
  try {
    const [uid, gid] = await Promise.all(
      ["-u", "-g"].map(async (flag) => Number((await run("id", [flag, "postgres"])).stdout.trim())),
    );
    return uid === undefined || gid === undefined ? undefined : { uid, gid };
  } catch {
    return undefined;
  }
}
