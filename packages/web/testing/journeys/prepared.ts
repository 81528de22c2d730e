// What stands ready before a shorter journey begins: a task handed out, reports with entries, people with passwords.

import { bulkCheckLine } from "@jueming/server/contract/bulk-checks.ts";
import type { ReportKind, ReportState } from "@jueming/server/contract/report-states.ts";
import { KIND_NAMES } from "@jueming/server/contract/report-states.ts";
import { editorView, reportLine } from "@jueming/server/contract/reports.ts";
import { pageOf } from "@jueming/server/contract/page.ts";
import type { MadeEntries } from "@jueming/server/testing/made-entries.ts";
import { changesTo } from "@jueming/server/testing/made-entries.ts";
import { callerFor, finished, upload } from "@jueming/server/testing/bulk-uploads.ts";
import type { Upload } from "@jueming/server/testing/bulk-uploads.ts";
import type { SignedInPerson } from "@jueming/server/testing/test-server.ts";
import { addPerson } from "@jueming/server/testing/test-server.ts";

import type { RunningServer } from "../running-server.ts";
import type { Person } from "./person.ts";

interface WantedTask {
  readonly shardRegion: string;
  readonly year: number;
  readonly edition: string;
  readonly kind?: ReportKind;
}

const dayIn = (days: number): string =>
  new Date(Date.now() + days * 24 * 3_600_000).toISOString().slice(0, 10);

/** Hands a task out to every unit; gives the reports that follow, by the names of their units. */
export async function addReports(
  server: RunningServer,
  { shardRegion, year, edition, kind = "final-accounts" }: WantedTask,
): Promise<ReadonlyMap<string, string>> {
  server.clock.now = new Date();
  const whole = { shardRegion, scope: "region", unitId: null } as const;
  const administrator = await addPerson(server, { ...whole, role: "administrator" });
  await callerFor(server, administrator)("POST", "/administration/tasks", {
    region: shardRegion,
    year,
    edition,
    kind,
    title: `${year}年度${KIND_NAMES[kind]}`,
    dueFilling: dayIn(10),
    dueDepartment: dayIn(20),
    dueFinance: dayIn(30),
    duePublication: dayIn(40),
  });
  const reviewer = await addPerson(server, { ...whole, role: "finance-reviewer" });
  const { body } = await callerFor(server, reviewer)("GET", "/reports?limit=100");
  return new Map(
    pageOf(reportLine)
      .parse(body)
      .items.map(({ ref, unit }) => [unit.name, ref]),
  );
}

/** Fills a report in, as its unit has done before. */
export async function fillReport(
  server: RunningServer,
  {
    shardRegion,
    report,
    made,
  }: { readonly shardRegion: string; readonly report: string; readonly made: MadeEntries },
): Promise<void> {
  const filler = await addPerson(server, { shardRegion, role: "filler", scope: "region", unitId: null });
  const { body } = await callerFor(server, filler)("GET", `/reports/${report}/entries`);
  const { entries } = editorView.parse(body);
  await server.app.inject({
    method: "PATCH",
    url: `/api/v1/reports/${report}/entries`,
    headers: { ...filler.headers, "if-match": '"0"' },
    payload: { changes: changesTo(made.entries, entries) },
  });
}

/** Signs a person of the server in at a browser, by the cookies of the session. */
export async function signedInAs(
  { page }: Person,
  { address }: RunningServer,
  { headers }: SignedInPerson,
): Promise<void> {
  const session = headers["cookie"]?.split("=")[1] ?? "";
  await page.context().addCookies([
    { name: "jueming_session", value: session, url: address },
    { name: "jueming_csrf", value: headers["x-csrf-token"] ?? "", url: address },
  ]);
}

/** A report in this state that the person may read, the worst first. */
export async function reportIn(
  server: RunningServer,
  person: SignedInPerson,
  state: ReportState,
): Promise<string> {
  const { body } = await callerFor(server, person)("GET", `/reports?state=${state}`);
  return pageOf(reportLine).parse(body).items[0]?.ref ?? "";
}

/** Has files checked in bulk, and waits until that is done. */
export async function addBulkCheck(
  server: RunningServer,
  person: SignedInPerson,
  files: Upload,
): Promise<string> {
  const call = callerFor(server, person);
  await call("POST", "/bulk-checks", { title: "抽查" });
  const { body } = await call("GET", "/bulk-checks");
  const ref = pageOf(bulkCheckLine).parse(body).items[0]?.ref ?? "";
  await upload(server, { person, ref, files });
  await call("POST", `/bulk-checks/${ref}/start`);
  await finished(server, person, ref);
  return ref;
}
