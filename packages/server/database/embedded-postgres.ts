// The embedded PostgreSQL of a data folder: made at the first start, adopted when an earlier server left it running,
// started again when it dies, stopped with the server. One server a folder.

import { readFile } from "node:fs/promises";
import { createServer } from "node:net";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

import { Client } from "pg";

import type { Cluster } from "./cluster.ts";
import { CLUSTER_USER, clusterFolder, HAS_SYNCFS, passwordOf, preparedCluster, spawnAs } from "./cluster.ts";
import { DatabaseError } from "./database-error.ts";

/** EmbeddedPostgres: the running database of a folder. */
export interface EmbeddedPostgres {
  readonly url: string;
  /** True when it was found running. */
  readonly adopted: boolean;
  readonly stop: () => Promise<void>;
}

const DATABASE = "jueming";
/** Key of the lock that the server of a folder holds for as long as it lives. */
const OWNER_LOCK = 7_310_468_215;
const START_MS = 60_000;
const WATCH_MS = 100;
const RETRY_MS = 500;
/** No socket files, whose paths may be too long; no compiling of queries, which are short. */
const SETTINGS = [
  "unix_socket_directories=",
  "max_connections=60",
  "shared_buffers=256MB",
  "jit=off",
  ...(HAS_SYNCFS ? ["recovery_init_sync_method=syncfs"] : []),
];

/** Starts or adopts the database of a data folder; throws a DatabaseError where that cannot be. */
export async function startEmbeddedPostgres(
  data: string,
  log: (line: string) => void = () => undefined,
): Promise<EmbeddedPostgres> {
  const cluster = await preparedCluster(data, log);
  const supervisor = new Supervisor(cluster);
  await supervisor.start();
  return supervisor;
}

/** The address of the database that runs on a data folder; undefined where none does. */
export async function runningPostgres(data: string): Promise<string | undefined> {
  const running = await runningPostmaster(clusterFolder(data));
  if (running === undefined) return undefined;
  return urlOf(running.port, await passwordOf(data), DATABASE);
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
  `postgres://${CLUSTER_USER}:${encodeURIComponent(password)}@127.0.0.1:${port}/${database}`;

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
