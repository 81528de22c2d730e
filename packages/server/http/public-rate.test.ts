import { afterAll, beforeAll, describe, expect, test } from "vitest";

import type { TestServer } from "../testing/test-server.ts";
import { testServer } from "../testing/test-server.ts";

let server: TestServer;
beforeAll(async () => {
  server = await testServer({ publicRequestsAMinute: 3, behindProxy: true });
});
afterAll(() => server.close());

/** A request that nginx passes on, or one from elsewhere. */
const ask = async (url: string, forwarded: string | undefined, remoteAddress = "127.0.0.1") => {
  const headers = forwarded === undefined ? {} : { "x-forwarded-for": forwarded };
  return server.app.inject({ url, remoteAddress, headers });
};
const statuses = async (url: string, forwarded: string, times: number, remoteAddress?: string) => {
  const seen: number[] = [];
  for (let time = 0; time < times; time += 1)
    seen.push((await ask(url, forwarded, remoteAddress)).statusCode);
  return seen;
};

describe("the limit of public requests", () => {
  test.each([
    "/",
    "/search?q=x",
    "/glossary",
    "/data",
    "/api/docs",
    "/robots.txt",
    "/sitemap.xml",
    "/sitemaps/431299",
    "/documents/none.pdf",
    "/data/units/none/2024.csv",
    "/data/regions/431299/2024.zip",
    "/portal/mark.svg",
    "/api/v1/public/units",
    "/api/v1/public/figures",
  ])("is the configured one at %s", async (url) => {
    expect((await ask(url, "203.0.113.1")).headers["x-ratelimit-limit"]).toBe("3");
  });

  test("counts the reader and not the proxy", async () => {
    expect(await statuses("/about", "203.0.113.7", 4)).toEqual([200, 200, 200, 429]);
    expect(await statuses("/about", "203.0.113.8", 1)).toEqual([200]);
  });

  test("is not escaped by a false address that a reader sends, from an inner network neither", async () => {
    const seen: number[] = [];
    for (const first of ["1.1.1.1", "2.2.2.2", "10.0.0.1", "3.3.3.3"])
      seen.push(...(await statuses("/glossary", `${first}, 10.2.3.4`, 1)));
    expect(seen).toEqual([200, 200, 200, 429]);
  });

  test("believes no header of a reader that comes past the proxy", async () => {
    const seen: number[] = [];
    for (const first of ["1.1.1.1", "2.2.2.2", "3.3.3.3", "4.4.4.4"])
      seen.push(...(await statuses("/data", first, 1, "198.51.100.1")));
    expect(seen).toEqual([200, 200, 200, 429]);
  });

  test("tells people by a page and programs by problem details when to come again", async () => {
    await statuses("/search", "203.0.113.9", 3);
    const page = await ask("/search", "203.0.113.9");
    expect([page.statusCode, page.headers["content-type"]]).toEqual([429, "text/html; charset=utf-8"]);
    await statuses("/api/v1/public/regions", "203.0.113.9", 3);
    const answer = await ask("/api/v1/public/regions", "203.0.113.9");
    expect([answer.statusCode, answer.json().code]).toEqual([429, "too-many-requests"]);
    expect(Number(answer.headers["retry-after"])).toBeGreaterThan(0);
  });
});
