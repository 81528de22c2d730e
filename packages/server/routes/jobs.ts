// How far long work is: asked for once, or followed as it goes on (server-sent events).

import { Readable } from "node:stream";
import { setTimeout as sleep } from "node:timers/promises";

import { z } from "zod";

import { jobView } from "../contract/jobs.ts";
import type { Key } from "../contract/reference.ts";
import { keyOf, reference } from "../contract/reference.ts";
import type { Person } from "../http/access.ts";
import { personIn } from "../http/access.ts";
import { notFound } from "../http/http-problem.ts";
import type { Services } from "../services.ts";
import type { JobRow } from "../store/jobs.ts";
import { jobOf, jobViewOf } from "../store/jobs.ts";
import type { Routes } from "./routes.ts";

const params = z.object({ ref: reference });
/** How often the row is looked at: any server on the database may be doing the job. */
const LOOK_MS = 400;
/** A comment now and then keeps proxies from ending a stream on which nothing happens. */
const QUIET_LOOKS = 35;

export const jobRoutes: Routes = (app, services) => {
  const closing = new AbortController();
  app.addHook("preClose", () => closing.abort());
  app.get(
    "/jobs/:ref",
    { config: { access: "signed-in" }, schema: { params, response: { 200: jobView } } },
    async (request) => jobViewOf(await ownJob(services, personIn(request), keyOf(request.params.ref))),
  );
  app.get(
    "/jobs/:ref/events",
    { config: { access: "signed-in" }, schema: { params } },
    async (request, reply) => {
      const key = keyOf(request.params.ref);
      await ownJob(services, personIn(request), key);
      return reply
        .type("text/event-stream; charset=utf-8")
        .headers({ "cache-control": "no-store", "x-accel-buffering": "no" })
        .send(Readable.from(eventsOf(services, key, closing.signal)));
    },
  );
};

/** A job is followed by whoever asked for it; to others it is not there. */
async function ownJob({ database }: Services, person: Person, key: Key): Promise<JobRow> {
  const row = await jobOf(database, key);
  if (row === undefined || row.accountId !== person.accountId) throw notFound("这个任务");
  return row;
}

/** One event for each change, then "end". */
async function* eventsOf({ database }: Services, key: Key, closing: AbortSignal): AsyncGenerator<string> {
  let told = "";
  for (let quiet = 0; !closing.aborted; quiet += 1) {
    const row = await jobOf(database, key);
    if (row === undefined) break;
    const text = JSON.stringify(jobViewOf(row));
    if (text !== told) {
      yield `event: progress\ndata: ${text}\n\n`;
      [told, quiet] = [text, 0];
    } else if (quiet >= QUIET_LOOKS) {
      yield ": still under way\n\n";
      quiet = 0;
    }
    if (row.state === "done" || row.state === "failed") {
      yield "event: end\ndata: {}\n\n";
      return;
    }
    await sleep(LOOK_MS);
  }
}
