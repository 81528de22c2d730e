// For those who watch the server: whether it lives, and whether it can serve.

import { sql } from "drizzle-orm";

import type { App } from "../routes/routes.ts";
import type { Services } from "../services.ts";

/** Adds /healthz and /readyz. */
export function addHealth(app: App, { database }: Services): void {
  app.get("/healthz", { logLevel: "silent" }, () => ({ status: "ok" }));
  app.get("/readyz", { logLevel: "silent" }, async (_, reply) => {
    try {
      await database.execute(sql`select 1`);
      return { status: "ready" };
    } catch {
      return reply.status(503).send({ status: "database-away" });
    }
  });
}
