// The data folder of the embedded PostgreSQL: its password, and the database cluster that is made at the first start.

import type { ChildProcess } from "node:child_process";
import { spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { existsSync } from "node:fs";
import { chmod, chown, mkdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";

import { DatabaseError } from "./database-error.ts";
import type { PostgresBinaries } from "./postgres-binaries.ts";
import { postgresBinaries } from "./postgres-binaries.ts";
import type { RunAs } from "./postgres-user.ts";
import { postgresUser } from "./postgres-user.ts";

/** The role that owns the cluster and all in it. */
export const CLUSTER_USER = "jueming";
/** One call for all files instead of one a file: recovery after a crash begins seconds earlier. Linux alone has it. */
export const HAS_SYNCFS = process.platform === "linux";

/** Cluster: a folder with a database in it, and how the programs on it are run. */
export interface Cluster {
  readonly folder: string;
  readonly password: string;
  readonly binaries: PostgresBinaries;
  readonly user: RunAs;
  readonly log: (line: string) => void;
}

/** Where the cluster of a data folder stands. */
export const clusterFolder = (data: string): string => join(resolve(data), "database");

/** True once the cluster of a data folder has been made. */
export const isClusterMade = (data: string): boolean => existsSync(join(clusterFolder(data), "PG_VERSION"));

/** The cluster of a data folder, made where it is not there; throws a DatabaseError where that cannot be. */
export async function preparedCluster(
  data: string,
  log: (line: string) => void = () => undefined,
): Promise<Cluster> {
  const root = resolve(data);
  await makeFolder(root);
  const binaries = await postgresBinaries();
  const user = await postgresUser([root, binaries.folder]);
  const password = await passwordOf(data);
  const cluster: Cluster = { folder: clusterFolder(data), password, binaries, user, log };
  if (!isClusterMade(data)) await initialise(cluster);
  return cluster;
}

async function makeFolder(folder: string): Promise<void> {
  try {
    await mkdir(folder, { recursive: true });
  } catch (cause) {
    throw new DatabaseError(
      "no-permission",
      `不能建立数据文件夹 ${folder}。请检查权限，或用 --data 指定别的文件夹。`,
      { cause },
    );
  }
}

/** The password of the cluster, made with it; only its owner may read the file. */
export async function passwordOf(data: string): Promise<string> {
  const path = join(resolve(data), "database-password");
  const known = await readFile(path, "utf8").catch(() => "");
  if (known.trim() !== "") return known.trim();
  const password = randomBytes(24).toString("base64url");
  await writeFile(path, `${password}\n`, { mode: 0o600 });
  return password;
}

/** Makes the database beside its place and moves it there whole, so that a crash leaves nothing half made. */
async function initialise({ folder, password, binaries, user, log }: Cluster): Promise<void> {
  const draft = `${folder}.new`;
  await rm(draft, { recursive: true, force: true });
  await mkdir(draft, { recursive: true });
  if (user.uid !== null && user.gid !== null) await chown(draft, user.uid, user.gid);
  await chmod(draft, 0o700);
  const passwordFile = join(draft, "..", `.password-${randomBytes(6).toString("hex")}`);
  await writeFile(passwordFile, `${password}\n`, { mode: 0o600 });
  if (user.uid !== null && user.gid !== null) await chown(passwordFile, user.uid, user.gid);
  const flags = [
    `--pgdata=${draft}`,
    `--username=${CLUSTER_USER}`,
    `--pwfile=${passwordFile}`,
    "--auth=scram-sha-256",
    "--encoding=UTF8",
    "--locale=C.UTF-8",
    "--locale-provider=builtin",
    "--builtin-locale=C.UTF-8",
    "--data-checksums",
    ...(HAS_SYNCFS ? ["--sync-method=syncfs"] : []),
  ];
  try {
    await runToEnd(spawnAs(user, binaries.initdb, flags), log);
  } finally {
    await rm(passwordFile, { force: true });
  }
  await rename(draft, folder);
}

/** Starts a program of the database as the user that may run it. */
export function spawnAs(user: RunAs, program: string, args: readonly string[]): ChildProcess {
  const [command, rest] = user.command(program, args);
  const ids =
    command === program && user.uid !== null && user.gid !== null ? { uid: user.uid, gid: user.gid } : {};
  return spawn(command, rest, {
    ...ids,
    cwd: "/",
    env: { ...process.env, LC_ALL: "C.UTF-8", TZ: "UTC" },
    stdio: ["ignore", "pipe", "pipe"],
    // A signal meant for the server (Ctrl+C) must not reach the database before the server has finished.
    detached: true,
  });
}

async function runToEnd(child: ChildProcess, log: (line: string) => void): Promise<void> {
  const lines: string[] = [];
  const keep = (text: Buffer): void => {
    lines.push(text.toString("utf8"));
    log(text.toString("utf8").trimEnd());
  };
  child.stdout?.on("data", keep);
  child.stderr?.on("data", keep);
  const code = await new Promise<number | null>((done, fail) => {
    child.once("error", fail);
    child.once("close", done);
  });
  if (code === 0) return;
  throw new DatabaseError(
    "will-not-start",
    `内置数据库没有建成：${lines.join("").trim().split("\n").at(-1) ?? ""}`,
  );
}
