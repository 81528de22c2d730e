#!/usr/bin/env node
// Starts the command line on Node 24, whatever Node the user's shell finds first.
// Plain JavaScript, and only syntax that Node 20 reads, because an older Node cannot read main.ts.
import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import * as nodeModule from "node:module";
import { constants } from "node:os";
import { dirname, join } from "node:path";

const requiredMajor = 24;
const AS_MODULE = { format: "module", shortCircuit: true };
const runningMajor = Number(process.versions.node.split(".")[0]);

if (runningMajor >= requiredMajor) {
  nodeModule.enableCompileCache();
  nodeModule.registerHooks?.({ resolve: resolveOnce() });
  await import("./start-ahead.ts");
  await import("./main.ts");
} else {
  restartOn(findNode());
}

/**
 * Resolves the modules of packages with very long lists of exports (drizzle-orm: 180 kB) without reading the list for
 * each of them, as Node otherwise does. Loading the server took 2.4 s of a processor instead of 4.8.
 */
function resolveOnce() {
  const known = new Map();
  return (specifier, context, next) => {
    if (specifier.startsWith("drizzle-orm")) {
      const found = known.get(specifier) ?? { url: next(specifier, context).url, ...AS_MODULE };
      known.set(specifier, found);
      return found;
    }
    const isInside = specifier.startsWith(".") && context.parentURL?.includes("/node_modules/drizzle-orm/");
    return isInside
      ? { url: new URL(specifier, context.parentURL).href, ...AS_MODULE }
      : next(specifier, context);
  };
}

/** Finds the Node that npm installed beside this project's packages, or nothing on an unsupported system. */
function findNode() {
  const system = process.platform === "win32" ? "win" : process.platform;
  const require = createRequire(import.meta.url);
  try {
    const folder = dirname(require.resolve(`node-${system}-${process.arch}/package.json`));
    return [join(folder, "bin", "node"), join(folder, "bin", "node.exe")].find(existsSync);
  } catch {
    return undefined;
  }
}

/** Runs this same command on the given Node, and ends as it ends. */
function restartOn(node) {
  if (node === undefined) {
    process.stderr.write(
      `需要 Node.js ${requiredMajor} 或更高版本，当前为 ${process.versions.node}。` +
        "请在项目目录执行 npm ci；本机系统没有随附的 Node 时，请先安装 Node.js 24。\n",
    );
    process.exitCode = 2;
    return;
  }
  // The channel tells the child when this process is killed, so that no server is left running without a master.
  const child = spawn(node, process.argv.slice(1), { stdio: ["inherit", "inherit", "inherit", "ipc"] });
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => child.kill(signal));
  child.on("error", (error) => {
    process.stderr.write(`无法启动 ${node}：${error.message}\n`);
    process.exitCode = 2;
  });
  // 128 + n is what a shell reports for a process ended by signal n.
  child.on("exit", (code, signal) => process.exit(code ?? 128 + constants.signals[signal]));
}
