// A backup as a download: for the administrator of every region that the database holds, because it has all of them.

import { isAllowedInAll } from "../accounts/authority.ts";
import { packedBackup } from "../backup/backup-file.ts";
import { personIn, scopesOf } from "../http/access.ts";
import { forbidden } from "../http/http-problem.ts";
import { enterInJournal } from "../store/journal.ts";
import { ownRegions } from "../store/organization.ts";
import { savedAs } from "../work/report-documents.ts";
import type { Routes } from "./routes.ts";

export const backupRoutes: Routes = (app, { database, now }) => {
  app.get("/administration/backup", { config: { access: "backup.make" } }, async (request, reply) => {
    const grants = scopesOf(request);
    // The sample is nobody's: it asks for no grant where there are real regions beside it.
    const regions = (await ownRegions(database)).map(({ code }) => code);
    if (!isAllowedInAll(grants, "backup.make", regions)) throw forbidden();
    const { accountId, shardRegion } = personIn(request);
    await database.inTransaction((queries) =>
      enterInJournal(queries, {
        shardRegion,
        at: now(),
        accountId,
        action: "backup-made",
        target: { kind: "region", id: shardRegion },
        detail: { regions: regions.length },
      }),
    );
    const day = now().toISOString().slice(0, 10);
    return reply
      .type("application/gzip")
      .header("content-disposition", savedAs(`决明备份${day}.jueming`))
      .header("cache-control", "no-store")
      .send(packedBackup(database.pool, now()));
  });
};
