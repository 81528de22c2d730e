// A whole server for a test: a database of its own, an application that is called without a network, people who sign in.

import { randomBytes } from "node:crypto";

import { Client } from "pg";
import { inject } from "vitest";

import { buildApplication } from "../application.ts";
import type { Role } from "../contract/roles.ts";
import type { Database } from "../database/database.ts";
import { openDatabase } from "../database/database.ts";
import { migrateDatabase } from "../database/migrate.ts";
import { newId, newToken, sha256 } from "../identifiers.ts";
import { openJobs } from "../jobs/jobs.ts";
import type { App } from "../routes/routes.ts";
import type { Services } from "../services.ts";
import type { Settings } from "../settings.ts";
import { DEFAULT_SETTINGS } from "../settings.ts";
import { account, region, roleGrant, session, unit, unitYear } from "../store/schema/index.ts";

/** TestServer: the application, its database, and a clock that tests may move. */
export interface TestServer {
  readonly app: App;
  readonly database: Database;
  readonly services: Services;
  readonly clock: { now: Date };
  readonly close: () => Promise<void>;
}

/** Makes a new, empty database on the PostgreSQL of the tests. */
export async function newDatabase(): Promise<{
  readonly database: Database;
  readonly url: string;
  readonly drop: () => Promise<void>;
}> {
  const name = `test_${randomBytes(6).toString("hex")}`;
  const url = new URL(inject("postgresUrl"));
  const admin = new Client({ connectionString: url.href });
  await admin.connect();
  await admin.query(`create database ${name}`);
  url.pathname = `/${name}`;
  const database = await openDatabase(url.href, 8);
  await migrateDatabase(database);
  const drop = async (): Promise<void> => {
    await database.close();
    await admin.query(`drop database ${name} with (force)`);
    await admin.end();
  };
  return { database, url: url.href, drop };
}

/** Starts the application on a database of its own, with settings of its own where a test is about them. */
export async function testServer(chosen: Partial<Settings> = {}): Promise<TestServer> {
  return serverOn(await newDatabase(), chosen);
}

/** Starts another application on the database of a server, with connections and queues of its own. */
export async function serverBeside({ services }: TestServer): Promise<TestServer> {
  const url = services.settings.databaseUrl ?? "";
  const database = await openDatabase(url, 8);
  return serverOn({ database, url, drop: () => database.close() });
}

type NewDatabase = Awaited<ReturnType<typeof newDatabase>>;

async function serverOn(
  { database, url, drop }: NewDatabase,
  chosen: Partial<Settings> = {},
): Promise<TestServer> {
  const clock = { now: new Date("2025-09-01T08:00:00Z") };
  const quiet = { info: () => undefined, warn: () => undefined, error: () => undefined };
  const services: Services = {
    database,
    now: () => clock.now,
    settings: { ...DEFAULT_SETTINGS, ...chosen, log: "silent", databaseUrl: url },
    jobs: openJobs(url, quiet),
    log: quiet,
  };
  const app = await buildApplication(services);
  const close = async (): Promise<void> => {
    await app.close();
    await services.jobs.stop();
    await drop();
  };
  return { app, database, services, clock, close };
}

/** A region with a department, a unit under it and another department. */
export interface TestTree {
  readonly shardRegion: string;
  readonly department: string;
  readonly unit: string;
  readonly otherUnit: string;
}

/** Adds a region with its units for a year. */
export async function addTree(database: Database, shardRegion = "431299", year = 2024): Promise<TestTree> {
  const tree = { shardRegion, department: newId(), unit: newId(), otherUnit: newId() };
  await database
    .insert(region)
    .values({ shardRegion, code: shardRegion, name: "示例县", fullName: "示例省示例县" });
  await database
    .insert(unit)
    .values([tree.department, tree.unit, tree.otherUnit].map((id) => ({ shardRegion, id })));
  await database.insert(unitYear).values([
    {
      shardRegion,
      unitId: tree.department,
      year,
      name: "示例县教育局",
      kind: "department",
      type: "administrative",
    },
    {
      shardRegion,
      unitId: tree.unit,
      year,
      name: "示例县第一中学",
      kind: "unit",
      type: "institution",
      departmentId: tree.department,
    },
    {
      shardRegion,
      unitId: tree.otherUnit,
      year,
      name: "示例县档案馆",
      kind: "department",
      type: "institution",
    },
  ]);
  return tree;
}

/** SignedInPerson: headers under which a person's requests are made. */
export interface SignedInPerson {
  readonly accountId: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** Adds a person with one grant, signed in. */
export async function addPerson(
  { database, clock }: Pick<TestServer, "database" | "clock">,
  {
    shardRegion,
    role,
    unitId,
    scope,
  }: {
    readonly shardRegion: string;
    readonly role: Role;
    readonly scope: "region" | "department" | "unit";
    readonly unitId: string | null;
  },
): Promise<SignedInPerson> {
  const accountId = newId();
  const [token, csrf] = [newToken(), newToken()];
  await database
    .insert(account)
    .values({ shardRegion, id: accountId, login: `${role}-${accountId.slice(-6)}`, name: "某人" });
  await database.insert(roleGrant).values({ shardRegion, id: newId(), accountId, role, scope, unitId });
  const times = {
    createdAt: clock.now,
    seenAt: clock.now,
    expiresAt: new Date(clock.now.getTime() + 12 * 3_600_000),
  };
  await database.insert(session).values({ shardRegion, accountId, tokenHash: sha256(token), csrf, ...times });
  return { accountId, headers: { cookie: `jueming_session=${token}`, "x-csrf-token": csrf } };
}
