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

test("an entry says which side is good, how its target is written, and shows it scored", async () => {
  const { items } = await get(`/indicators?search=${encodeURIComponent("满意度")}&limit=200`);
  const opened = await Promise.all(items.map(({ id }: { id: string }) => get(`/indicators/entries/${id}`)));
  const higher = opened.filter(({ polarity }) => polarity === "higher-is-better");
  expect(higher.length).toBeGreaterThan(0);
  for (const { id, forms, example } of higher) {
    const [reached, missed] = example.results.map(({ score }: { score: string }) => Number(score));
    expect([id, forms.length, reached, missed < 10]).toEqual([id, 3, 10, true]);
  }
});

test("the library is searched by initials", async () => {
  const { items } = await get("/indicators?search=pxrc");
  expect(items.map(({ name }: { name: string }) => name).join(" ")).toMatch(/培训/u);
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
