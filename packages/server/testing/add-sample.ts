// The sample on the server of a test, for tests of pages that are to be seen with it.

import { loadSample } from "../sample/load-sample.ts";
import type { TestServer } from "./test-server.ts";

/** Loads the sample as of today. */
export async function addSample({ services, clock }: TestServer): Promise<void> {
  clock.now = new Date();
  await loadSample(services);
}
