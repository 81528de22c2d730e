// What the parts of the server work with; made once at the start and handed in.

import type { FastifyBaseLogger } from "fastify";

import type { Jobs } from "./jobs/jobs.ts";
import type { Settings } from "./settings.ts";
import type { Database } from "./database/database.ts";

/** Services: the database, the clock, the settings, long work. */
export interface Services {
  readonly database: Database;
  readonly now: () => Date;
  readonly settings: Settings;
  /** Long work beside the requests. */
  readonly jobs: Jobs;
  readonly log: Pick<FastifyBaseLogger, "info" | "warn" | "error">;
}
