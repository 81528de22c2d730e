// Publications whose official files are not written yet get them, newest first: the sample is loaded without them, so
// that a first start is quick, and are written while the server already serves.

import { and, desc, eq, isNull } from "drizzle-orm";

import type { Key } from "../contract/reference.ts";
import type { Queries } from "../database/database.ts";
import type { Services } from "../services.ts";
import { reportOf } from "../store/reports.ts";
import { publication, publicationFile } from "../store/schema/index.ts";
import { countChange } from "./public/keep-public.ts";
import { finalFiles, keepFiles } from "./publish-report.ts";

/** The newest publication that has no files. */
async function newestBare(queries: Queries): Promise<typeof publication.$inferSelect | undefined> {
  const [bare] = await queries
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
  return bare?.publication;
}

/** True while a publication lacks its files. */
export const isAnyBare = async (queries: Queries): Promise<boolean> =>
  (await newestBare(queries)) !== undefined;

/** Writes the files of one publication that lacks them; false when none does. */
export async function completeOnePublication({ database }: Services): Promise<boolean> {
  const bare = await newestBare(database);
  if (bare === undefined) return false;
  const { shardRegion, id, reportId, version } = bare;
  const row = await reportOf(database, { shardRegion, id: reportId });
  if (row === undefined) return false;
  const { files } = await finalFiles(database, row, version);
  await database.inTransaction(async (queries) => {
    // Writing takes seconds: with the sample the publication may have been removed meanwhile.
    if (!(await isThere(queries, { shardRegion, id }))) return;
    await keepFiles(queries, { shardRegion, id }, files);
    await countChange(queries, shardRegion);
  });
  return true;
}

/** Whether a publication is still there; it stays so until the transaction has ended. */
async function isThere(queries: Queries, { shardRegion, id }: Key): Promise<boolean> {
  const found = await queries
    .select({ id: publication.id })
    .from(publication)
    .where(and(eq(publication.shardRegion, shardRegion), eq(publication.id, id)))
    .for("key share");
  return found.length > 0;
}
