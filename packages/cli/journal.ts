// `jueming journal --verify`: whether the chain of every journal is whole.

import { DatabaseError } from "@jueming/server/database/database-error.ts";
import { withDatabase } from "@jueming/server/open-place.ts";
import { verifyJournal } from "@jueming/server/store/journal.ts";
import { allRegions } from "@jueming/server/store/organization.ts";

import { dataPlaceOf } from "./database-place.ts";
import type { DataPlaceOptions } from "./database-place.ts";
import { tell } from "./output.ts";
import { STATUS } from "./usage-error.ts";

/** Verifies the journals; status 1 where one is broken, saying where. */
export async function runJournal(options: DataPlaceOptions): Promise<number> {
  try {
    return await withDatabase(dataPlaceOf(options), async (database) => {
      let isWhole = true;
      for (const { shardRegion, name } of await allRegions(database)) {
        const verdict = await verifyJournal(database, shardRegion);
        isWhole &&= verdict.intact;
        tell(
          verdict.intact
            ? `${shardRegion} ${name}：操作日志完整，共 ${verdict.entries} 条，末条封印 ${verdict.lastSeal}`
            : `${shardRegion} ${name}：操作日志从第 ${verdict.brokenAt} 条起不完整：该条被改动、删去，或前后不相接`,
        );
      }
      return isWhole ? STATUS.fine : STATUS.findings;
    });
  } catch (error) {
    if (!(error instanceof DatabaseError)) throw error;
    tell(error.message);
    return STATUS.failed;
  }
}
