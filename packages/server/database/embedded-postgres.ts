// The embedded PostgreSQL of a data folder: made at the first start, adopted when an earlier server left it running,
// started again when it dies, stopped with the server. One server a folder.

import type { ChildProcess } from "node:child_process";
import { spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { chmod, chown, mkdir, readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { join, resolve } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

import { Client } from "pg";

import { DatabaseError } from "./database-error.ts";
import type { PostgresBinaries } from "./postgres-binaries.ts";
import { postgresBinaries } from "./postgres-binaries.ts";
import type { RunAs } from "./postgres-user.ts";
import { postgresUser } from "./postgres-user.ts";

/** EmbeddedPostgres: the running database of a folder. */
export interface EmbeddedPostgres {
  readonly url: string;
  /** True when it was found running. */
  readonly adopted: boolean;
  readonly stop: () => Promise<void>;
}

const USER = "jueming";
const DATABASE = "jueming";
/** Key of the lock that the server of a folder holds for as long as it lives. */
const OWNER_LOCK = 7_310_468_215;
const START_MS = 60_000;
const WATCH_MS = 100;
const RETRY_MS = 500;
/** One call for all files instead of one a file: recovery after a crash begins seconds earlier. Linux alone has it. */
const HAS_SYNCFS = process.platform === "linux";
/** No socket files, whose paths may be too long; no compiling of queries, which are short. */
const SETTINGS = [
  "unix_socket_directories=",
  "max_connections=60",
  "shared_buffers=256MB",
  "jit=off",
  ...(HAS_SYNCFS ? ["recovery_init_sync_method=syncfs"] : []),
];

interface Cluster {
  readonly folder: string;
  readonly password: string;
  readonly binaries: PostgresBinaries;
  readonly user: RunAs;
  readonly log: (line: string) => void;
}

/** Starts or adopts the database of a data folder; throws a DatabaseError where that cannot be. */
export async function startEmbeddedPostgres(
  data: string,
  log: (line: string) => void = () => undefined,
): Promise<EmbeddedPostgres> {
  const root = resolve(data);
  const folder = join(root, "database");
  await makeFolder(root);
  const binaries = await postgresBinaries();
  const user = await postgresUser([root, binaries.folder]);
  const password = await passwordOf(join(root, "database-password"));
  const cluster: Cluster = { folder, password, binaries, user, log };
  if (!(await exists(join(folder, "PG_VERSION")))) await initialise(cluster);
  const supervisor = new Supervisor(cluster);
  await supervisor.start();
  return supervisor;
}

/** The address of the database that runs on a data folder; undefined where none does. */
export async function runningPostgres(data: string): Promise<string | undefined> {
  const root = resolve(data);
  const running = await runningPostmaster(join(root, "database"));
  if (running === undefined) return undefined;
  return urlOf(running.port, await passwordOf(join(root, "database-password")), DATABASE);
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

const exists = async (path: string): Promise<boolean> =>
  stat(path).then(
    () => true,
    () => false,
  );

async function passwordOf(path: string): Promise<string> {
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
    `--username=${USER}`,
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

function spawnAs(user: RunAs, program: string, args: readonly string[]): ChildProcess {
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

/** Keeps the database running until it is told to stop. */
class Supervisor implements EmbeddedPostgres {
  adopted = false;
  readonly #cluster: Cluster;
  #port = 0;
  #pid = 0;
  readonly #stopping = new AbortController();
  #owner: Client | null = null;
  #watch: Promise<void> = Promise.resolve();

  constructor(cluster: Cluster) {
    this.#cluster = cluster;
  }

  get url(): string {
    return urlOf(this.#port, this.#cluster.password, DATABASE);
  }

  async start(): Promise<void> {
    const running = await runningPostmaster(this.#cluster.folder);
    if (running === undefined) {
      this.#port = await freePort();
      await this.#launch();
    } else {
      this.adopted = true;
      this.#port = running.port;
      this.#pid = running.pid;
      await this.#ready();
    }
    await this.#own();
    await this.#makeDatabase();
    this.#watch = this.#supervise();
  }

  async stop(): Promise<void> {
    this.#stopping.abort();
    await this.#owner?.end().catch(() => undefined);
    this.#owner = null;
    // SIGINT is PostgreSQL's fast stop: open transactions are rolled back, the rest is written out.
    signal(this.#pid, "SIGINT");
    for (let waited = 0; waited < 15_000 && isAlive(this.#pid); waited += 50) await sleep(50);
    if (isAlive(this.#pid)) signal(this.#pid, "SIGQUIT");
    await this.#watch;
  }

  async #launch(): Promise<void> {
    const { folder, binaries, user, log } = this.#cluster;
    const args = [
      "-D",
      folder,
      "-p",
      String(this.#port),
      "-h",
      "127.0.0.1",
      ...SETTINGS.flatMap((setting) => ["-c", setting]),
    ];
    const child = spawnAs(user, binaries.postgres, args);
    child.unref();
    const read = (text: Buffer): void => log(text.toString("utf8").trimEnd());
    child.stderr?.on("data", read);
    child.stdout?.on("data", read);
    for (const stream of [child.stderr, child.stdout]) {
      if (stream !== null && "unref" in stream && typeof stream.unref === "function") stream.unref();
    }
    this.#pid = child.pid ?? 0;
    let ended = false;
    child.once("exit", () => {
      ended = true;
    });
    child.once("error", () => {
      ended = true;
    });
    await this.#ready(() => ended);
  }

  /** Waits until it answers; recovery after a crash takes its time. */
  async #ready(hasEnded: () => boolean = () => !isAlive(this.#pid)): Promise<void> {
    for (const until = Date.now() + START_MS; Date.now() < until; await sleep(40)) {
      const client = clientOf(urlOf(this.#port, this.#cluster.password, "postgres"));
      try {
        await client.connect();
        await client.query("select 1");
        const postmaster = await runningPostmaster(this.#cluster.folder);
        if (postmaster !== undefined) this.#pid = postmaster.pid;
        return;
      } catch {
        if (hasEnded()) break;
      } finally {
        await client.end().catch(() => undefined);
      }
    }
    throw new DatabaseError(
      "will-not-start",
      `内置数据库没有启动（数据文件夹 ${this.#cluster.folder}）。请查看上面的记录；文件夹可能来自别的版本或已损坏，可从备份恢复（jueming restore）。`,
    );
  }

  /** One server a folder: the lock is gone with the connection of whoever held it. */
  async #own(): Promise<void> {
    const client = clientOf(urlOf(this.#port, this.#cluster.password, "postgres"));
    client.on("error", () => undefined);
    await client.connect();
    for (const until = Date.now() + 5_000; ; await sleep(100)) {
      const { rows } = await client.query<{ held: boolean }>("select pg_try_advisory_lock($1) as held", [
        OWNER_LOCK,
      ]);
      if (rows[0]?.held === true) break;
      if (Date.now() > until) {
        await client.end();
        throw new DatabaseError(
          "in-use",
          `另一个决明正在使用数据文件夹 ${this.#cluster.folder}。请先停止它，或用 --data 指定别的文件夹；要几个服务共用数据，请用 --database-url。`,
        );
      }
    }
    this.#owner = client;
  }

  async #makeDatabase(): Promise<void> {
    const owner = this.#owner;
    const known = await owner?.query("select 1 from pg_database where datname = $1", [DATABASE]);
    if (known?.rowCount === 0) await owner?.query(`create database ${DATABASE}`);
  }

  async #supervise(): Promise<void> {
    const { signal: stopping } = this.#stopping;
    while (!stopping.aborted) {
      // A timer that keeps no process alive: the server's own sockets do.
      await sleep(WATCH_MS, undefined, { ref: false, signal: stopping }).catch(() => undefined);
      if (stopping.aborted || isAlive(this.#pid)) continue;
      this.#cluster.log("database ended; starting it again");
      await this.#owner?.end().catch(() => undefined);
      this.#owner = null;
      try {
        await this.#launch();
        await this.#own();
      } catch (error) {
        this.#cluster.log(
          `database did not start: ${error instanceof Error ? error.message : String(error)}`,
        );
        await sleep(RETRY_MS, undefined, { ref: false, signal: stopping }).catch(() => undefined);
      }
    }
  }
}

const urlOf = (port: number, password: string, database: string): string =>
  `postgres://${USER}:${encodeURIComponent(password)}@127.0.0.1:${port}/${database}`;

const clientOf = (url: string): Client => {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 5_000 });
  client.on("error", () => undefined);
  return client;
};

interface Postmaster {
  readonly pid: number;
  readonly port: number;
}

/** The database that runs on a folder, by the file that it keeps there; undefined where that is stale. */
async function runningPostmaster(folder: string): Promise<Postmaster | undefined> {
  const text = await readFile(join(folder, "postmaster.pid"), "utf8").catch(() => "");
  const [pid, , , port] = text.split("\n").map((line) => Number(line.trim()));
  if (pid === undefined || port === undefined || !(pid > 0) || !(port > 0)) return undefined;
  return isAlive(pid) && (await isPostgresOf(pid, folder)) ? { pid, port } : undefined;
}

/** A number of a process that ended may have been given to another. */
async function isPostgresOf(pid: number, folder: string): Promise<boolean> {
  if (process.platform !== "linux") return true;
  const command = await readFile(`/proc/${pid}/cmdline`, "utf8").catch(() => "");
  return command.includes("postgres") && command.split("\0").includes(folder);
}

function isAlive(pid: number): boolean {
  if (pid <= 0) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}

function signal(pid: number, name: NodeJS.Signals): void {
  try {
    if (pid > 0) process.kill(pid, name);
  } catch {
    // It has ended by itself.
  }
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((done, fail) => {
    server.once("error", fail);
    server.listen(0, "127.0.0.1", done);
  });
  const address = server.address();
  await new Promise((done) => server.close(done));
  return typeof address === "object" && address !== null ? address.port : 0;
}
