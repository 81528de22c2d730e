import Fastify from "fastify";
import { expect, test } from "vitest";

import { warmPages } from "./warm-pages.ts";

const never = new AbortController().signal;

test("the front page and what it leads to are asked for once each, to the given number", async () => {
  const asked: string[] = [];
  const app = Fastify();
  app.get("/*", (request) => {
    asked.push(request.url);
    return `<a href="/units/a?year=1&amp;page=2">甲</a> <a href="/units/b">乙</a> <a href="/units/b#top">乙</a> <a href="/app/">工作台</a>`;
  });
  expect(await warmPages(app, never)).toBe(3);
  expect(asked).toStrictEqual(["/", "/units/a?year=1&page=2", "/units/b"]);
  expect(await warmPages(app, never, 2)).toBe(2);
  expect(await warmPages(app, AbortSignal.abort())).toBe(0);
});
