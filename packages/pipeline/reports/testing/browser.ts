// A browser without a window, driven over its own protocol, for tests of the page; where there is none
// the tests say what they did not run.

import type { ChildProcess } from "node:child_process";
import { spawn, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

const NAMES = ["chromium", "chromium-browser", "google-chrome"];

/** The command of a browser on this machine. */
export function findBrowser(): string | undefined {
  return NAMES.find((name) => spawnSync(name, ["--version"]).status === 0);
}

/** Page: an open page that takes expressions and keys. */
export interface Page {
  /** The value of an expression in the page. */
  readonly evaluate: (expression: string) => Promise<unknown>;
  /** Presses keys one after another: "Tab", "ArrowDown", or a character. */
  readonly press: (...keys: readonly string[]) => Promise<void>;
  readonly send: (method: string, parameters?: object) => Promise<Record<string, unknown>>;
  readonly close: () => Promise<void>;
}

/** Opens a file. */
export async function openPage(browser: string, path: string): Promise<Page> {
  const profile = mkdtempSync(join(tmpdir(), "jueming-browser-"));
  const child = spawn(
    browser,
    [
      "--headless",
      "--no-sandbox",
      "--disable-gpu",
      "--remote-debugging-port=0",
      `--user-data-dir=${profile}`,
      pathToFileURL(path).href,
    ],
    { stdio: ["ignore", "ignore", "pipe"] },
  );
  const origin = new URL(await devToolsAddress(child));
  const socket = await pageSocket(origin.host);
  const send = sender(socket);
  const evaluate = async (expression: string): Promise<unknown> => {
    const { result } = await send("Runtime.evaluate", {
      expression,
      returnByValue: true,
      awaitPromise: true,
    });
    return typeof result === "object" && result !== null && "value" in result ? result.value : undefined;
  };
  while ((await evaluate("location.protocol + document.readyState")) !== "file:complete") await pause(50);
  return {
    evaluate,
    send,
    press: async (...keys) => {
      for (const key of keys) await pressKey(send, key);
    },
    close: async () => {
      const ended = new Promise((resolve) => child.once("exit", resolve));
      child.kill();
      await ended;
      rmSync(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
    },
  };
}

export function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

function devToolsAddress(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let text = "";
    child.stderr?.on("data", (part: Buffer) => {
      text += part.toString();
      const address = /DevTools listening on (ws:\S+)/u.exec(text)?.[1];
      if (address !== undefined) resolve(address);
    });
    child.once("exit", () => reject(new Error(`the browser ended: ${text}`)));
  });
}

async function pageSocket(host: string): Promise<WebSocket> {
  for (;;) {
    const listed: unknown = await (await fetch(`http://${host}/json/list`)).json();
    const pages = Array.isArray(listed)
      ? listed.filter(({ type }: { type?: unknown }) => type === "page")
      : [];
    const address: unknown = pages[0]?.webSocketDebuggerUrl;
    if (typeof address === "string") {
      const socket = new WebSocket(address);
      await new Promise((resolve) => socket.addEventListener("open", resolve, { once: true }));
      return socket;
    }
    await pause(50);
  }
}

/** Sends commands and waits for the answer of each. */
function sender(socket: WebSocket): Page["send"] {
  let last = 0;
  const waiting = new Map<number, (answer: Record<string, unknown>) => void>();
  socket.addEventListener("message", ({ data }) => {
    const message: unknown = JSON.parse(String(data));
    if (typeof message !== "object" || message === null || !("id" in message)) return;
    const result = "result" in message ? message.result : {};
    // Answers are objects by the protocol.
    waiting.get(Number(message.id))?.(result as Record<string, unknown>);
  });
  return (method, parameters = {}) =>
    new Promise((resolve) => {
      last += 1;
      waiting.set(last, resolve);
      socket.send(JSON.stringify({ id: last, method, params: parameters }));
    });
}

const KEY_CODES: Readonly<Record<string, number>> = {
  Tab: 9,
  Enter: 13,
  " ": 32,
  End: 35,
  Home: 36,
  ArrowUp: 38,
  ArrowDown: 40,
};

async function pressKey(send: Page["send"], key: string): Promise<void> {
  const text = key === "Enter" ? "\r" : key.length === 1 ? key : undefined;
  const common = {
    key,
    code: key === " " ? "Space" : key,
    windowsVirtualKeyCode: KEY_CODES[key] ?? key.codePointAt(0),
  };
  await send("Input.dispatchKeyEvent", {
    type: "keyDown",
    ...common,
    ...(text === undefined ? {} : { text }),
  });
  await send("Input.dispatchKeyEvent", { type: "keyUp", ...common });
}
