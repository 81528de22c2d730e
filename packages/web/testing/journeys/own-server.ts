// The application as an operator starts it: `jueming serve` in a process of its own, on a database in a folder of its
// own, empty. It can be killed in the middle of its work and started again on the same folder and port.

import type { ChildProcess } from "node:child_process";
import { spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { repositoryRoot } from "../../../../scripts/shared-material.ts";

/** OwnServer: where it is, and the one-time link that it printed; null where an administrator was set up before. */
export interface OwnServer {
  readonly address: string;
  readonly setUpLink: string | null;
  /** Kills the process as a power cut does, and starts it again. */
  readonly killAndRestart: () => Promise<void>;
  /** Stops it and takes its folder away. */
  readonly stop: () => Promise<void>;
}

/** Starts a server with nothing in it. */
export async function startOwnServer(options: readonly string[] = ["--no-sample"]): Promise<OwnServer> {
  const folder = await mkdtemp(join(tmpdir(), "jueming-journey-"));
  const inFolder = ["--data", folder, ...options];
  const port = await freePort();
  const { address, setUpLink, ...first } = await startProcess(port, inFolder);
  let { child } = first;
  return {
    address,
    setUpLink,
    killAndRestart: async () => {
      await end(child, "SIGKILL");
      ({ child } = await startProcess(port, inFolder));
    },
    stop: async () => {
      await end(child, "SIGTERM");
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** A port that nobody listens on now. */
function freePort(): Promise<number> {
  return new Promise((done, fail) => {
    const probe = createServer();
    probe.once("error", fail);
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() => done(typeof address === "object" && address !== null ? address.port : 0));
    });
  });
}

interface Started {
  readonly child: ChildProcess;
  readonly address: string;
  readonly setUpLink: string | null;
}

/** Waits for the line that says how it is stopped, which is the last one. */
function startProcess(port: number, options: readonly string[]): Promise<Started> {
  const command = [join(repositoryRoot, "packages/cli/jueming.mjs"), "serve", "--port", String(port)];
  // vitest says "test", for which React has no build of its own.
  const env = { ...process.env, NODE_ENV: "production" };
  const child = spawn(process.execPath, [...command, ...options], { env, cwd: repositoryRoot });
  return new Promise((done, fail) => {
    let printed = "";
    const onText = (text: Buffer): void => {
      printed += text.toString();
      const address = /已启动：(http\S+?)（/u.exec(printed)?.[1];
      if (address === undefined || !printed.includes("按 Ctrl+C 停止")) return;
      done({ child, address, setUpLink: /http\S+\/set-up#\S+/u.exec(printed)?.[0] ?? null });
    };
    child.stdout.on("data", onText);
    child.stderr.on("data", onText);
    child.once("exit", () => fail(new Error(`the server has ended: ${printed}`)));
  });
}

function end(child: ChildProcess, signal: "SIGTERM" | "SIGKILL"): Promise<void> {
  return new Promise((done) => {
    if (child.exitCode !== null) done();
    child.once("exit", () => done());
    child.kill(signal);
  });
}
