// What the parts of the server work with; made once at the start and handed in.

import type { FastifyBaseLogger } from "fastify";

import type { Settings } from "./settings.ts";
import type { Database } from "./database/database.ts";

/** Services: the database, the clock and the settings. */
export interface Services {
  readonly database: Database;
  readonly now: () => Date;
  readonly settings: Settings;
  readonly log: Pick<FastifyBaseLogger, "info" | "warn" | "error">;
}
