// A served application in a process of its own, as a user starts it, and people who talk to it over HTTP.

import type { ChildProcess } from "node:child_process";
import { spawn } from "node:child_process";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

import { repositoryRoot } from "../../shared-material.ts";

/** Served: the process, its address, and the set-up link it printed. */
export interface Served {
  readonly process: ChildProcess;
  readonly origin: string;
  readonly setUpToken: string | null;
  /** Milliseconds from the start of the process until it answered. */
  readonly startMs: number;
}

/** Starts `jueming serve` and waits until it can serve. */
export async function startServed(port: number, options: readonly string[]): Promise<Served> {
  const begin = performance.now();
  const child = spawn(
    process.execPath,
    [
      join(repositoryRoot, "packages/cli/jueming.mjs"),
      "serve",
      "--host",
      "::1",
      "--port",
      String(port),
      ...options,
    ],
    { stdio: ["ignore", "pipe", "pipe"], cwd: repositoryRoot },
  );
  let printed = "";
  child.stdout?.on("data", (text: Buffer) => (printed += text.toString()));
  child.stderr?.on("data", (text: Buffer) => (printed += text.toString()));
  const address = new URL("http://[::1]");
  address.port = String(port);
  const { origin } = address;
  while (!(await isReady(origin))) {
    if (child.exitCode !== null) throw new Error(`the server ended: ${printed}`);
    await sleep(25);
  }
  const startMs = performance.now() - begin;
  for (let waited = 0; waited < 40 && !printed.includes("按 Ctrl+C"); waited += 1) await sleep(25);
  return { process: child, origin, setUpToken: /set-up#(\S+)/u.exec(printed)?.[1] ?? null, startMs };
}

async function isReady(origin: string): Promise<boolean> {
  try {
    return (await fetch(`${origin}/readyz`)).ok;
  } catch {
    return false;
  }
}

/** Ends the process at once, as a crash would. */
export async function crash({ process: child }: Served): Promise<void> {
  const ended = new Promise((done) => child.once("exit", done));
  child.kill("SIGKILL");
  await ended;
}

/** Asks the server to stop, and waits until it has. */
export async function stopServed({ process: child }: Served): Promise<void> {
  const ended = new Promise((done) => child.once("exit", done));
  child.kill("SIGTERM");
  await ended;
}

/** Answer: what came back. */
export interface Answer {
  readonly status: number;
  readonly body: unknown;
}

/** Client: a person with the cookies of a session. */
export class Client {
  readonly #origin: () => string;
  readonly #cookies = new Map<string, string>();

  constructor(origin: () => string) {
    this.#origin = origin;
  }

  /** The cookies of the session, for a browser. */
  cookies(): readonly (readonly [name: string, value: string])[] {
    return [...this.#cookies];
  }

  /** Sends a request; throws only where no answer came. */
  async send(
    method: string,
    path: string,
    body?: object,
    headers: Record<string, string> = {},
  ): Promise<Answer> {
    const answer = await fetch(`${this.#origin()}/api/v1${path}`, {
      method,
      headers: {
        cookie: [...this.#cookies].map(([name, value]) => `${name}=${value}`).join("; "),
        "x-csrf-token": this.#cookies.get("jueming_csrf") ?? "",
        ...(body === undefined ? {} : { "content-type": "application/json" }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    for (const cookie of answer.headers.getSetCookie()) {
      const [, name = "", value = ""] = /^([^=]+)=([^;]*)/u.exec(cookie) ?? [];
      this.#cookies.set(name, value);
    }
    const text = await answer.text();
    return { status: answer.status, body: text === "" ? null : JSON.parse(text) };
  }

  /** Sends a request that must succeed. */
  async must(
    method: string,
    path: string,
    body?: object,
    headers?: Record<string, string>,
  ): Promise<unknown> {
    const answer = await this.send(method, path, body, headers);
    if (answer.status >= 400)
      throw new Error(`${method} ${path}: ${answer.status} ${JSON.stringify(answer.body)}`);
    return answer.body;
  }
}

/** The value at a path of names and numbers in JSON. */
export function at(json: unknown, ...path: readonly (string | number)[]): unknown {
  let value = json;
  for (const step of path) {
    if (typeof value !== "object" || value === null) return undefined;
    value = Object.entries(value).find(([name]) => name === String(step))?.[1];
  }
  return value;
}
