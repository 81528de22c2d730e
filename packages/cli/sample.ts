// `jueming sample --remove`: takes the sample data out of a database in which an office goes on working.

import { DatabaseError } from "@jueming/server/database/database-error.ts";
import { migrateDatabase } from "@jueming/server/database/migrate.ts";
import { withDatabase } from "@jueming/server/open-place.ts";
import { removeSample } from "@jueming/server/sample/remove-sample.ts";
import { SampleError } from "@jueming/server/sample/sample-error.ts";

import { dataPlaceOf } from "./database-place.ts";
import type { DataPlaceOptions } from "./database-place.ts";
import { tell } from "./output.ts";
import { STATUS } from "./usage-error.ts";

/** SampleCommand: the options of `jueming sample`. */
export interface SampleCommand extends DataPlaceOptions {
  /** Also what people have added to the sample. */
  readonly force?: boolean;
}

/** Removes the sample, also while a server is running. */
export async function runSample(options: SampleCommand): Promise<number> {
  try {
    const removed = await withDatabase(dataPlaceOf(options), async (database) => {
      await migrateDatabase(database);
      const withAdditions = options.force ?? false;
      return removeSample(database, { person: null, withAdditions, now: new Date() });
    });
    const { name, units, reports, rows } = removed;
    tell(
      `已移除示例数据（${name}）：${units} 个单位，${reports} 份报告，共 ${rows} 行。本单位的内容没有改动，移除已记入操作日志。`,
    );
    return STATUS.fine;
  } catch (error) {
    if (!(error instanceof DatabaseError || error instanceof SampleError)) throw error;
    const hint = error.code === "has-additions" ? "确认时请加 --force。" : "";
    tell(`${error.message}${hint}`);
    return STATUS.failed;
  }
}
