// A process that has an embedded database, for tests that kill it.

import { startEmbeddedPostgres } from "../database/embedded-postgres.ts";

const { url, adopted } = await startEmbeddedPostgres(process.argv[2] ?? "");
process.stdout.write(`${JSON.stringify({ url, adopted })}\n`);
// It lives until it is killed.
setInterval(() => undefined, 60_000);
