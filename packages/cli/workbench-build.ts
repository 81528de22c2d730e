// The workbench is built before it is served when its sources are newer: in a process of its own, so that its builder
// does not stay in memory, and while the server itself gets ready.

import { spawn } from "node:child_process";
import { createRequire } from "node:module";

import { tell } from "./output.ts";

let under: Promise<void> | null = null;

/** Begins to build the workbench where that is needed. */
export function expectWorkbench(): void {
  under ??= build();
}

/** Waits until the workbench is as new as its sources; says where it could not be built. */
export const workbenchBuilt = (): Promise<void> => (under ??= build());

async function build(): Promise<void> {
  const script = createRequire(import.meta.url).resolve("@jueming/web/build.ts");
  const child = spawn(process.execPath, [script], { stdio: ["ignore", "ignore", "inherit"] });
  const code = await new Promise<number | null>((done) => {
    child.once("error", () => done(null));
    child.once("close", done);
  });
  if (code !== 0) tell("工作台没有生成，请查看上面的原因；公开页面和接口仍可使用。");
}
