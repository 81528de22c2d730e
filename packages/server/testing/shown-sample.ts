// The sample as the public sees it, for tests in a browser: loaded, put before the public, and with the files of its
// newest publication; those of the others are written by a job.

import { loadSample } from "../sample/load-sample.ts";
import type { Services } from "../services.ts";
import { completeOnePublication } from "../work/complete-publications.ts";
import { refreshPublic } from "../work/public/keep-public.ts";

/** Loads the sample into an empty database. */
export async function showSample(services: Services): Promise<void> {
  await loadSample(services);
  await refreshPublic(services.database);
  await completeOnePublication(services);
}
