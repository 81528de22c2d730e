import { afterAll, beforeAll, expect, test } from "vitest";

import type { SignedInPerson, TestServer } from "../testing/test-server.ts";
import { addPerson, addTree, testServer } from "../testing/test-server.ts";

let server: TestServer;
let filler: SignedInPerson;
beforeAll(async () => {
  server = await testServer();
  const { shardRegion, unit } = await addTree(server.database);
  filler = await addPerson(server, { shardRegion, scope: "unit", unitId: unit, role: "filler" });
});
afterAll(() => server.close());

const get = async (url: string) =>
  (await server.app.inject({ method: "GET", url: `/api/v1${url}`, headers: filler.headers })).json();

test("every rule is listed once, with its basis and both examples", async () => {
  const { items } = await get("/rules");
  expect(items.length).toBeGreaterThan(50);
  expect(new Set(items.map(({ code }: { code: string }) => code)).size).toBe(items.length);
  expect(items.filter((one: { example: { fails: string } }) => one.example.fails === "")).toEqual([]);
});

test("the library is searched, and narrowed to a level", async () => {
  const query = `search=${encodeURIComponent("满意度")}&level1=${encodeURIComponent("满意度")}`;
  const { items, categories } = await get(`/indicators?${query}`);
  expect(items[0].name).toContain("满意度");
  expect(categories.length).toBeGreaterThan(10);
});

test("a project is given a set whose points make a hundred with the execution", async () => {
  const { levels } = await get(`/indicators/suggestions?project=${encodeURIComponent("干部培训")}&amount=20`);
  const sum = levels.reduce((total: number, { points }: { points: string }) => total + Number(points), 0);
  expect([90, 100]).toContain(sum);
  expect(levels[0].suggestions.length).toBeGreaterThan(0);
});

test("only people who are signed in look things up", async () => {
  const answer = await server.app.inject({ method: "GET", url: "/api/v1/rules" });
  expect(answer.statusCode).toBe(401);
});
