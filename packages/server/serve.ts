// Starts the server: the database, its schema, the application; and stops it so that nothing is lost.

import type { App } from "./routes/routes.ts";
import { buildApplication } from "./application.ts";
import type { Database } from "./database/database.ts";
import { openDatabase } from "./database/database.ts";
import { throughRecovery } from "./database/lost-connection.ts";
import { migrateDatabase } from "./database/migrate.ts";
import type { StartedDatabase } from "./database/started-database.ts";
import { checkBulk } from "./jobs/check-bulk.ts";
import { completePublications } from "./jobs/complete-publications.ts";
import { openJobs } from "./jobs/jobs.ts";
import { warmPages } from "./portal/warm-pages.ts";
import type { Services } from "./services.ts";
import { serverLog } from "./server-log.ts";
import type { Settings } from "./settings.ts";
import { loadSample } from "./sample/load-sample.ts";
import { bulkChecksWithoutJob, isUnderWay } from "./store/jobs.ts";
import { isAnyBare } from "./work/complete-publications.ts";
import { refreshPublic } from "./work/public/keep-public.ts";
import { setUpToken } from "./work/set-up.ts";

/** Typesetting and checking take a processor each; requests must have one, too. */
const JOBS_AT_ONCE = 1;
/** The shard of work that is for no region. */
const NO_REGION = "000000";

/** Running: a server that listens. */
export interface Running {
  readonly address: string;
  readonly app: App;
  readonly services: Services;
  /** True where the sample data has just been loaded. */
  readonly isSampleLoaded: boolean;
  /** The one-time link by which the first administrator is set up; null where that has been done. */
  readonly setUpLink: string | null;
  readonly stop: () => Promise<void>;
}

/** Begun: what a server needs and what was begun before it. */
export interface Begun {
  readonly database: Promise<StartedDatabase>;
  readonly workbenchBuilt: Promise<void>;
}

/**
 * Starts a server, once the workbench that it serves has been built; throws a DatabaseError, or what the system says
 * where the port is taken.
 */
export async function serve(settings: Settings, { database, workbenchBuilt }: Begun): Promise<Running> {
  const opened = await openedDatabase(await database);
  const log = serverLog(settings);
  try {
    await throughRecovery(() => migrateDatabase(opened.database));
    const jobs = openJobs(opened.url, log);
    const services: Services = { database: opened.database, now: () => new Date(), settings, jobs, log };
    const isSampleLoaded = settings.sample && (await loadSample(services));
    await workbenchBuilt;
    const app = await buildApplication(services);
    const address = await app.listen({ host: settings.host, port: settings.port });
    const token = await throughRecovery(() => setUpToken(services));
    await throughRecovery(() => jobs.work(services, JOBS_AT_ONCE));
    await throughRecovery(() => requestLeftWork(services));
    const stopping = new AbortController();
    // What an older program has published gets this program's form while people can use the rest already.
    const refreshed = refreshPublic(opened.database, stopping.signal).catch((error: unknown) => {
      log.error(error, "public reports could not be made anew");
    });
    const warmed = refreshed
      .then(() => warmPages(app, stopping.signal))
      .catch((error: unknown) => log.warn(error, "pages could not be made ahead"));
    const stop = async (): Promise<void> => {
      stopping.abort();
      await warmed;
      await app.close();
      await jobs.stop();
      await opened.close();
    };
    const setUpLink = token === undefined ? null : `${shownAddress(address)}/app/set-up#${token}`;
    return { address: shownAddress(address), app, services, isSampleLoaded, setUpLink, stop };
  } catch (error) {
    await opened.close();
    throw error;
  }
}

/** Asks for work that an older program has left: while the server already serves. */
async function requestLeftWork(services: Services): Promise<void> {
  await requestFiles(services);
  const { database, jobs } = services;
  for (const { shardRegion, accountId, id } of await bulkChecksWithoutJob(database, checkBulk.name))
    await database.inTransaction((queries) =>
      jobs.enqueue(queries, checkBulk, { shardRegion, accountId, data: { check: id } }),
    );
}

/** Publications without files are completed. */
async function requestFiles({ database, jobs }: Services): Promise<void> {
  const { name } = completePublications;
  if (!(await isAnyBare(database)) || (await isUnderWay(database, NO_REGION, name))) return;
  await database.inTransaction((queries) =>
    jobs.enqueue(queries, completePublications, { shardRegion: NO_REGION, accountId: null, data: {} }),
  );
}

interface OpenedDatabase {
  readonly url: string;
  readonly database: Database;
  readonly close: () => Promise<void>;
}

async function openedDatabase(started: StartedDatabase): Promise<OpenedDatabase> {
  const { url } = started;
  try {
    const database = await openDatabase(url);
    return {
      url,
      database,
      close: async () => {
        await database.close();
        await started.stop();
      },
    };
  } catch (error) {
    await started.stop();
    throw error;
  }
}

/** The address as people type it. */
const shownAddress = (address: string): string =>
  address.replace("127.0.0.1", "localhost").replace("[::1]", "localhost").replace("0.0.0.0", "localhost");
