import { afterAll, beforeAll, describe, expect, test } from "vitest";

import { editions } from "@jueming/core/regions/index.ts";

import { REPORT_KINDS } from "../contract/report-states.ts";
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

const get = (url: string) =>
  server.app.inject({ method: "GET", url: `/api/v1${url}`, headers: filler.headers });
const query = (edition: string, kind: string): string =>
  `edition=${encodeURIComponent(edition)}&kind=${kind}`;

interface Field {
  readonly key: string;
  readonly computed: boolean;
}

describe.each(editions.map(({ id }) => id))("the forms of %s", (edition) => {
  test.each(["final-accounts", "project-evaluations"])(
    "%s: the example fills what is asked for",
    async (kind) => {
      const plan = (await get(`/editions/forms?${query(edition, kind)}`)).json();
      const { entries, computed } = (await get(`/editions/forms/example?${query(edition, kind)}`)).json();
      const tables = plan.sheets.filter(({ part }: { part: string }) => part === "决算表");
      for (const { name, fields } of tables) {
        const filled = fields.filter(
          ({ key }: Field) => (entries.fields[key] ?? computed.fields[key] ?? "") !== "",
        );
        expect([name, fields.length === 0 || filled.length > 0]).toEqual([name, true]);
      }
      expect(entries.lists.projects.length).toBeGreaterThan(0);
    },
  );

  test("differ from the nation's as its descriptions do", async () => {
    const { isLocal, general, sheets } = (
      await get(`/editions/forms/differences?${query(edition, "final-accounts")}`)
    ).json();
    const isNation = edition === "national/2024";
    expect([isLocal, general.length + sheets.length > 0]).toEqual([!isNation, !isNation]);
  });
});

test.each(REPORT_KINDS)("%s: empty forms and the example are taken away as files", async (kind) => {
  for (const format of ["xlsx", "docx"])
    for (const filled of ["true", "false"]) {
      const answer = await get(
        `/editions/forms/file?${query("national/2024", kind)}&format=${format}&filled=${filled}`,
      );
      expect([format, filled, answer.statusCode, answer.body.slice(0, 2)]).toEqual([
        format,
        filled,
        200,
        "PK",
      ]);
    }
});

test("an edition that is not there is said so", async () => {
  expect(
    (await get(`/editions/forms/file?${query("nowhere", "final-accounts")}&format=xlsx`)).statusCode,
  ).toBe(404);
});
