// A report that a task has just made: what the tree of units says stands in it, and nothing in it is an error.

import { afterAll, beforeAll, expect, test } from "vitest";

import { REPORT_KINDS } from "../contract/report-states.ts";
import type { SignedInPerson, TestServer } from "../testing/test-server.ts";
import { addPerson, addTree, testServer } from "../testing/test-server.ts";

const REGION = "431299";
let server: TestServer;
let administrator: SignedInPerson;
let reader: SignedInPerson;

beforeAll(async () => {
  server = await testServer();
  await addTree(server.database, REGION, 2024);
  const everywhere = { shardRegion: REGION, scope: "region", unitId: null } as const;
  administrator = await addPerson(server, { ...everywhere, role: "administrator" });
  reader = await addPerson(server, { ...everywhere, role: "finance-reviewer" });
});
afterAll(() => server.close());

async function call(who: SignedInPerson, method: "GET" | "POST", path: string, payload?: object) {
  const answer = await server.app.inject({
    method,
    url: `/api/v1${path}`,
    headers: who.headers,
    ...(payload === undefined ? {} : { payload }),
  });
  return answer.json();
}

test.each(REPORT_KINDS)("a new report (%s) knows its unit, department, place and year", async (kind) => {
  await call(administrator, "POST", "/administration/tasks", {
    region: REGION,
    year: 2024,
    kind,
    title: "年度任务",
    edition: "national/2024",
    dueFilling: "2025-09-05",
    dueDepartment: "2025-09-10",
    dueFinance: "2025-09-20",
    duePublication: "2025-10-10",
  });
  const { items } = await call(reader, "GET", `/reports?kind=${kind}&sort=name`);
  const opened = await Promise.all(
    items.map(({ ref }: { readonly ref: string }) => call(reader, "GET", `/reports/${ref}/entries`)),
  );
  const identities = opened.map(({ entries: { fields } }) => fields);
  expect(identities).toContainEqual({
    "identity:unitName": "示例县第一中学",
    "identity:departmentName": "示例县教育局",
    "identity:year": "2024",
    "identity:regionCode": REGION,
    "identity:regionName": "示例省示例县",
    "identity:unitType": "事业单位",
    "identity:moneyUnit": "万元",
  });
  // A department reports as the department that it is.
  expect(identities).toContainEqual(
    expect.objectContaining({
      "identity:unitName": "示例县教育局",
      "identity:departmentName": "示例县教育局",
    }),
  );
  for (const { live } of opened) {
    expect(live.problems).toEqual([]);
    expect(live.findings.filter(({ severity }: { severity: string }) => severity === "error")).toEqual([]);
  }
});
