// Where the data of a command are: --database-url, else DATABASE_URL, else the folder of --data.

import type { DataPlace } from "@jueming/server/open-place.ts";
import { DEFAULT_SETTINGS } from "@jueming/server/settings.ts";

/** DataPlaceOptions: as they are typed. */
export interface DataPlaceOptions {
  readonly data?: string;
  readonly databaseUrl?: string;
}

/** A folder that is named counts more than an address of the environment. */
export function dataPlaceOf({ data, databaseUrl }: DataPlaceOptions): DataPlace {
  const known = process.env["DATABASE_URL"] ?? "";
  const url = databaseUrl ?? (data === undefined && known !== "" ? known : null);
  return { data: data ?? DEFAULT_SETTINGS.data, databaseUrl: url };
}
