// /metrics for those who watch the server (Prometheus): requests by route, the event loop, the pool. It is given only to
// the machine itself: behind a proxy it is not reachable from outside.

import { collectDefaultMetrics, Gauge, Histogram, Registry } from "prom-client";

import type { App } from "../routes/routes.ts";
import type { Services } from "../services.ts";
import { notFound } from "./http-problem.ts";

const LOOPBACK: ReadonlySet<string> = new Set(["127.0.0.1", "::1", "::ffff:127.0.0.1"]);

/** Adds /metrics and counts the requests of all routes. */
export function addMetrics(app: App, { database }: Services): void {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const requests = new Histogram({
    name: "jueming_http_request_seconds",
    help: "Answers by route, method and status",
    labelNames: ["route", "method", "status"],
    buckets: [0.01, 0.05, 0.1, 0.3, 1, 3, 10],
    registers: [registry],
  });
  const pool = new Gauge({
    name: "jueming_database_connections",
    help: "Connections to the database",
    labelNames: ["state"],
    registers: [registry],
    collect: () => {
      const { totalCount, idleCount, waitingCount } = database.pool;
      pool.set({ state: "open" }, totalCount);
      pool.set({ state: "idle" }, idleCount);
      pool.set({ state: "waited-for" }, waitingCount);
    },
  });
  app.addHook("onResponse", (request, reply, done) => {
    // The pattern of the route, not the address: addresses name people's reports.
    const route = request.routeOptions.url ?? "unknown";
    const labels = { route, method: request.method, status: String(reply.statusCode) };
    requests.observe(labels, reply.elapsedTime / 1000);
    done();
  });
  app.get("/metrics", { logLevel: "silent" }, async (request, reply) => {
    const isForwarded = request.headers["x-forwarded-for"] !== undefined;
    if (isForwarded || !LOOPBACK.has(request.socket.remoteAddress ?? "")) throw notFound();
    return reply.type(registry.contentType).send(await registry.metrics());
  });
}
