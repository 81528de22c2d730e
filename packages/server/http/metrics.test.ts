import { afterAll, beforeAll, describe, expect, test } from "vitest";

import type { TestServer } from "../testing/test-server.ts";
import { testServer } from "../testing/test-server.ts";

let server: TestServer;
beforeAll(async () => {
  server = await testServer();
});
afterAll(() => server.close());

describe("metrics", () => {
  test("count requests by the pattern of their route", async () => {
    await server.app.inject({ method: "GET", url: "/healthz" });
    const { body } = await server.app.inject({ method: "GET", url: "/metrics" });
    expect(body).toMatch(/jueming_http_request_seconds_count\{[^}]*route="\/healthz"[^}]*\} 1/u);
    expect(body).toContain('jueming_database_connections{state="open"}');
  });

  test("are not there for whoever comes through a proxy or from another machine", async () => {
    const forwarded = await server.app.inject({
      method: "GET",
      url: "/metrics",
      headers: { "x-forwarded-for": "10.0.0.9" },
    });
    const remote = await server.app.inject({ method: "GET", url: "/metrics", remoteAddress: "10.0.0.9" });
    expect([forwarded.statusCode, remote.statusCode]).toEqual([404, 404]);
  });
});
