// A process that serves nobody and only does long work.

import { openDatabase } from "./database/database.ts";
import { migrateDatabase } from "./database/migrate.ts";
import { openJobs } from "./jobs/jobs.ts";
import type { Services } from "./services.ts";
import { DEFAULT_SETTINGS } from "./settings.ts";

/** Begins to do the jobs of a database; throws a DatabaseError where it cannot be used. */
export async function startWorker(
  databaseUrl: string,
  jobsAtOnce: number,
): Promise<{ readonly stop: () => Promise<void> }> {
  const database = await openDatabase(databaseUrl, jobsAtOnce + 2);
  try {
    await migrateDatabase(database);
    const jobs = openJobs(databaseUrl, console);
    const settings = { ...DEFAULT_SETTINGS, databaseUrl };
    const services: Services = { database, now: () => new Date(), settings, jobs, log: console };
    await jobs.work(services, jobsAtOnce);
    return {
      stop: async () => {
        await jobs.stop();
        await database.close();
      },
    };
  } catch (error) {
    await database.close();
    throw error;
  }
}
