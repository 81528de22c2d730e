// Publications whose official files are not written yet get them, newest first: the sample is loaded without them, so
// that a first start is quick, and are written while the server already serves.

import { setTimeout as sleep } from "node:timers/promises";

import { and, desc, eq, isNull } from "drizzle-orm";

import type { Services } from "../services.ts";
import { reportOf } from "../store/reports.ts";
import { publication, publicationFile } from "../store/schema/index.ts";
import { countChange } from "./public/keep-public.ts";
import { finalFiles, keepFiles } from "./publish-report.ts";

/** Writes the files of one publication that lacks them; false when none does. */
export async function completeOnePublication({ database }: Services): Promise<boolean> {
  const [bare] = await database
    .select({ publication })
    .from(publication)
    .leftJoin(
      publicationFile,
      and(
        eq(publicationFile.shardRegion, publication.shardRegion),
        eq(publicationFile.publicationId, publication.id),
      ),
    )
    .where(and(isNull(publicationFile.format), isNull(publication.withdrawnAt)))
    .orderBy(desc(publication.publishedAt))
    .limit(1);
  if (bare === undefined) return false;
  const { shardRegion, id, reportId, version } = bare.publication;
  const row = await reportOf(database, { shardRegion, id: reportId });
  if (row === undefined) return false;
  const { files } = await finalFiles(database, row, version);
  await database.inTransaction(async (queries) => {
    await keepFiles(queries, { shardRegion, id }, files);
    await countChange(queries, shardRegion);
  });
  return true;
}

/** Time for requests between two publications. */
const PAUSE_MS = 2_000;

/** Completing: work that goes on beside the server. */
export interface Completing {
  readonly stop: () => Promise<void>;
}

/** Completes all publications, one after the other; what fails is left for the next start. */
export function completePublications(services: Services): Completing {
  const stopped = new AbortController();
  const work = async (): Promise<void> => {
    try {
      while (!stopped.signal.aborted && (await completeOnePublication(services)))
        await sleep(PAUSE_MS, undefined, { signal: stopped.signal, ref: false });
    } catch (error) {
      if (!stopped.signal.aborted) services.log.error({ err: error }, "publications were not completed");
    }
  };
  const working = work();
  return {
    stop: () => {
      stopped.abort();
      return working;
    },
  };
}
