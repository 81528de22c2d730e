// Progress of a bulk check as server-sent events. The database is asked, so that any server can tell of work that another
// one does.

import { setTimeout as pause } from "node:timers/promises";
import { Readable } from "node:stream";

import { z } from "zod";

import type { Key } from "../contract/reference.ts";
import { reference } from "../contract/reference.ts";
import type { Services } from "../services.ts";
import { bulkCheckOf, checkLine, countsOf } from "../store/bulk-checks.ts";
import { checkIn } from "./own-bulk-check.ts";
import type { App } from "./routes.ts";

const STEP_MS = 700;
/** Proxies close what says nothing for long. */
const SILENT_STEPS = 20;

/** Adds the events: `progress` with the check as in lists whenever it has changed, `end` when it is over. */
export function addBulkEvents(app: App, services: Services): void {
  const closing = new AbortController();
  app.addHook("preClose", async () => closing.abort());
  app.get(
    "/bulk-checks/:ref/events",
    { config: { access: "bulk.check" }, schema: { params: z.object({ ref: reference }) } },
    async (request, reply) => {
      const { row } = await checkIn(request, services, request.params.ref);
      const gone = new AbortController();
      request.raw.once("close", () => gone.abort());
      const signal = AbortSignal.any([closing.signal, gone.signal]);
      return reply
        .header("cache-control", "no-store")
        .header("x-accel-buffering", "no")
        .type("text/event-stream; charset=utf-8")
        .send(Readable.from(progress(services, row, signal)));
    },
  );
}

async function* progress({ database }: Services, key: Key, signal: AbortSignal): AsyncGenerator<string> {
  let [told, silent] = ["", 0];
  while (!signal.aborted) {
    const row = await bulkCheckOf(database, key);
    if (row === undefined) break;
    const line = JSON.stringify(checkLine(row, await countsOf(database, key)));
    if (line !== told) {
      yield `event: progress\ndata: ${line}\n\n`;
      [told, silent] = [line, 0];
    } else if ((silent += 1) % SILENT_STEPS === 0) yield ": still here\n\n";
    if (row.state === "done" || row.state === "cancelled") break;
    await pause(STEP_MS, undefined, { signal }).catch(() => undefined);
  }
  if (!signal.aborted) yield "event: end\ndata: {}\n\n";
}
