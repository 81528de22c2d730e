// A report to be edited, in a region of a test: a task has made it, and its unit has a filler, and another one.

import type { MadeEntries } from "@jueming/server/testing/made-entries.ts";
import { changesTo, madeEntries } from "@jueming/server/testing/made-entries.ts";
import type { SignedInPerson } from "@jueming/server/testing/test-server.ts";
import { addPerson, addTree } from "@jueming/server/testing/test-server.ts";

import type { RunningServer } from "./running-server.ts";

/** EditedReport: the report, who fills it in, and what a faultless one says. */
export interface EditedReport {
  readonly ref: string;
  readonly filler: SignedInPerson;
  readonly second: SignedInPerson;
  readonly made: MadeEntries;
  readonly call: (
    method: "GET" | "POST" | "PATCH",
    path: string,
    payload?: object,
    tag?: string,
  ) => Promise<Answer>;
}

interface Answer {
  readonly status: number;
  // oxlint-disable-next-line typescript/no-explicit-any -- tests look into answers of every kind, and fail where they are not as expected
  readonly body: any;
}

/** Makes it; filled in where that is asked for. */
export async function editedReport(
  server: RunningServer,
  { seed = 2, isFilled = true }: { readonly seed?: number; readonly isFilled?: boolean } = {},
): Promise<EditedReport> {
  const made = madeEntries(seed);
  const { shardRegion, unit: unitId } = await addTree(server.database, "431299", made.year);
  const own = { shardRegion, scope: "unit", unitId, role: "filler" } as const;
  const [filler, second] = [await addPerson(server, own), await addPerson(server, own)];
  const administrator = await addPerson(server, {
    ...own,
    scope: "region",
    unitId: null,
    role: "administrator",
  });
  const ask =
    ({ headers }: SignedInPerson): EditedReport["call"] =>
    async (method, path, payload, tag) => {
      const answer = await server.app.inject({
        method,
        url: `/api/v1${path}`,
        headers: { ...headers, ...(tag === undefined ? {} : { "if-match": tag }) },
        ...(payload === undefined ? {} : { payload }),
      });
      return { status: answer.statusCode, body: answer.statusCode === 204 ? null : answer.json() };
    };
  await ask(administrator)("POST", "/administration/tasks", {
    region: shardRegion,
    year: made.year,
    kind: "final-accounts",
    title: "年度部门决算公开",
    edition: made.edition,
    dueFilling: "2035-09-05",
    dueDepartment: "2035-09-10",
    dueFinance: "2035-09-20",
    duePublication: "2035-10-10",
  });
  const call = ask(filler);
  const { ref } = (await call("GET", "/reports")).body.items[0];
  if (isFilled) {
    const { entries } = (await call("GET", `/reports/${ref}/entries`)).body;
    const changes = changesTo(made.entries, entries);
    const { status } = await call("PATCH", `/reports/${ref}/entries`, { changes }, '"0"');
    if (status !== 200) throw new Error(`the report was not filled in: ${status}`);
  }
  return { ref, filler, second, made, call };
}
