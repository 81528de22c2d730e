import { afterAll, beforeAll, expect, test } from "vitest";

import { ROLES } from "../contract/roles.ts";
import { REPORT_STATES } from "../contract/report-states.ts";
import { verifyJournal } from "../store/journal.ts";
import { account, comment, evaluation, explanation, publication, report } from "../store/schema/index.ts";
import type { TestServer } from "../testing/test-server.ts";
import { addTree, testServer } from "../testing/test-server.ts";
import { completeOnePublication } from "../work/complete-publications.ts";
import { setUpToken } from "../work/set-up.ts";
import { loadSample } from "./load-sample.ts";
import { SAMPLE_REGION } from "./sample-tree.ts";

let server: TestServer;
beforeAll(async () => {
  server = await testServer();
  await loadSample(server.services);
});
afterAll(() => server.close());

test("shows every state of the work, with a desk for every role", async () => {
  const reports = await server.database.select().from(report);
  expect(new Set(reports.map(({ state }) => state))).toEqual(new Set(REPORT_STATES));
  const empty = reports.filter(({ summary }) => summary.filled === 0 && summary.required === 0);
  const wrong = reports.filter(({ summary }) => summary.error > 0);
  expect(empty.map(({ state }) => state)).toEqual(["filling", "filling"]);
  expect(wrong).toMatchObject([{ state: "filling", version: 0 }]);
  expect(reports.filter(({ state, version }) => state === "filling" && version > 0)).toHaveLength(2);
  const desks = await server.database.select().from(account);
  expect(desks.map(({ login }) => login)).toEqual(ROLES.map((role) => `sample-${role}`));
  expect(desks.every(({ sample, passwordHash }) => sample && passwordHash === null)).toBe(true);
  for (const table of [comment, explanation, evaluation])
    expect((await server.database.select().from(table)).length).toBeGreaterThan(0);
});

test("reports hold to last year's figures: only what is half filled has errors, and nothing else warns much", async () => {
  const reports = await server.database.select().from(report);
  const warned = reports.filter(({ summary }) => summary.warning > 2).map(({ state }) => state);
  expect(warned.every((state) => state === "filling")).toBe(true);
});

test("leaves a journal that is whole, and still asks for an administrator", async () => {
  expect(await verifyJournal(server.database, SAMPLE_REGION)).toMatchObject({ intact: true });
  expect(await setUpToken(server.services)).toBeDefined();
});

test("every desk opens by one click on the machine itself, and shows its reports", async () => {
  for (const role of ROLES) {
    const login = { login: `sample-${role}` };
    const signed = await server.app.inject({ method: "POST", url: "/api/v1/session/sample", payload: login });
    expect([role, signed.statusCode]).toEqual([role, 204]);
    const cookie = signed.cookies.map(({ name, value }) => `${name}=${value}`).join("; ");
    const session = await server.app.inject({ url: "/api/v1/session", headers: { cookie } });
    expect(session.json().account.login).toBe(login.login);
    if (role === "administrator" || role === "third-party") continue;
    const waiting = await server.app.inject({ url: "/api/v1/reports?only=waiting", headers: { cookie } });
    expect([role, waiting.json().items.length > 0]).toEqual([role, true]);
  }
});

test("publications get their files afterwards, one at a time", async () => {
  const published = (await server.database.select().from(publication)).length;
  expect(published).toBeGreaterThan(20);
  expect(await completeOnePublication(server.services)).toBe(true);
});

test("is never loaded a second time, nor where a region has been set up", async () => {
  expect(await loadSample(server.services)).toBe(false);
  const other = await testServer();
  await addTree(other.database);
  expect(await loadSample(other.services)).toBe(false);
  await other.close();
});
