// What stands ready before a shorter journey begins: a task handed out, reports with entries, people with passwords.

import { hashPassword } from "@jueming/server/accounts/passwords.ts";
import type { Role } from "@jueming/server/contract/roles.ts";
import { reportLine } from "@jueming/server/contract/reports.ts";
import { pageOf } from "@jueming/server/contract/page.ts";
import { newId } from "@jueming/server/identifiers.ts";
import { account, roleGrant } from "@jueming/server/store/schema/index.ts";
import type { MadeEntries } from "@jueming/server/testing/made-entries.ts";
import { changesTo } from "@jueming/server/testing/made-entries.ts";
import { callerFor } from "@jueming/server/testing/bulk-uploads.ts";
import { addPerson } from "@jueming/server/testing/test-server.ts";

import type { RunningServer } from "../../testing/running-server.ts";

interface WantedTask {
  readonly shardRegion: string;
  readonly year: number;
  readonly edition: string;
}

const dayIn = (days: number): string =>
  new Date(Date.now() + days * 24 * 3_600_000).toISOString().slice(0, 10);

/** Hands a task out to every unit; gives the reports that follow, by the names of their units. */
export async function addReports(server: RunningServer, { shardRegion, year, edition }: WantedTask): Promise<readonly string[]> {
  server.clock.now = new Date();
  const whole = { shardRegion, scope: "region", unitId: null } as const;
  const administrator = await addPerson(server, { ...whole, role: "administrator" });
  await callerFor(server, administrator)("POST", "/administration/tasks", {
    region: shardRegion,
    year,
    edition,
    kind: "final-accounts",
    title: `${year}年度部门决算公开`,
    dueFilling: dayIn(10),
    dueDepartment: dayIn(20),
    dueFinance: dayIn(30),
    duePublication: dayIn(40),
  });
  const reviewer = await addPerson(server, { ...whole, role: "finance-reviewer" });
  const { body } = await callerFor(server, reviewer)("GET", "/reports?sort=name&limit=100");
  return pageOf(reportLine).parse(body).items.map(({ ref }) => ref);
}

/** Fills a report in, as its unit has done before. */
export async function fillReport(
  server: RunningServer,
  { shardRegion, report, made }: { readonly shardRegion: string; readonly report: string; readonly made: MadeEntries },
): Promise<void> {
  const filler = await addPerson(server, { shardRegion, role: "filler", scope: "region", unitId: null });
  await server.app.inject({
    method: "PATCH",
    url: `/api/v1/reports/${report}/entries`,
    headers: { ...filler.headers, "if-match": '"0"' },
    payload: { changes: changesTo(made.entries) },
  });
}

/** Adds a person who signs in with a password. */
export async function addLogin(
  { database }: RunningServer,
  {
    shardRegion,
    login,
    password,
    roles,
  }: {
    readonly shardRegion: string;
    readonly login: string;
    readonly password: string;
    readonly roles: readonly Role[];
  },
): Promise<void> {
  const id = newId();
  const passwordHash = await hashPassword(password);
  await database.insert(account).values({ shardRegion, id, login, name: login, passwordHash });
  await database
    .insert(roleGrant)
    .values(roles.map((role) => ({ shardRegion, id: newId(), accountId: id, role, scope: "region" as const })));
}
