// The one command a contributor must pass: every step runs, even after one has failed, so that one run shows all.
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { repositoryRoot, sharedFolder } from "./shared-material.ts";

interface Step {
  readonly name: string;
  readonly program: string;
  readonly arguments: readonly string[];
}

const steps: readonly Step[] = [
  tool("format", "oxfmt", "--check"),
  script("types", "node_modules/ts7/lib/tsc.js", "-p", "tsconfig.json"),
  script("types in the browser", "node_modules/ts7/lib/tsc.js", "-p", "packages/web/tsconfig.json"),
  tool("lint", "oxlint"),
  script("tidy", "scripts/tidy.ts"),
  ...generatedDocuments(),
  tool("tests", "vitest", "run"),
];

const failed = steps.filter((step) => !passes(step)).map((step) => step.name);
if (sharedFolder() === undefined) {
  process.stdout.write(
    "Not run: tests on published documents; set JUEMING_SHARED=<folder with seeds/> to run them.\n",
  );
}
process.stdout.write(failed.length === 0 ? "All checks passed.\n" : `Failed: ${failed.join(", ")}.\n`);
process.exitCode = failed.length === 0 ? 0 : 1;

function passes(step: Step): boolean {
  process.stdout.write(`── ${step.name}\n`);
  return spawnSync(step.program, step.arguments, { cwd: repositoryRoot, stdio: "inherit" }).status === 0;
}

/** Tools are started on this very Node, because a bare `.bin` link would take whatever Node the shell finds. */
function tool(name: string, command: string, ...rest: readonly string[]): Step {
  return script(name, join("node_modules", ".bin", command), ...rest);
}

function script(name: string, file: string, ...rest: readonly string[]): Step {
  return { name, program: process.execPath, arguments: [file, ...rest] };
}

function generatedDocuments(): readonly Step[] {
  const generator = "scripts/generate-docs.ts";
  const isWritten = existsSync(join(repositoryRoot, generator));
  return isWritten ? [script("generated documents", generator, "--check")] : [];
}
