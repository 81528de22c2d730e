// Called by vitest before the tests that need the built workbench.

import { buildWhenStale } from "../build.ts";

export async function setup(): Promise<void> {
  await buildWhenStale();
}
