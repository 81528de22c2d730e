// The sample on the server of a test, for tests of pages that are to be seen with it.

import { loadSample } from "../sample/load-sample.ts";
import { setUpToken } from "../work/set-up.ts";
import type { TestServer } from "./test-server.ts";

/** Loads the sample as of today. */
export async function addSample({ services, clock }: TestServer): Promise<void> {
  clock.now = new Date();
  await loadSample(services);
}

/** The same as a first start does it: with the secret of the link by which the office itself is set up. */
export async function addSampleAtFirstStart(server: TestServer): Promise<string> {
  await addSample(server);
  const token = await setUpToken(server.services);
  if (token === undefined) throw new Error("an office has been set up already");
  return token;
}
