// The tables that a backup holds, those first to which others refer.

import type { ClientBase } from "pg";

import type { KeptTable } from "../store/kept-tables.ts";
import { keptTables } from "../store/kept-tables.ts";

/** Sessions and one-time links are secrets of the moment: after a restore everybody signs in anew. */
const LEFT_OUT: ReadonlySet<string> = new Set(["session", "one_time_link"]);

/** Lists the tables. */
export const backupTables = async (client: ClientBase): Promise<readonly KeptTable[]> =>
  (await keptTables(client)).filter(({ name }) => !LEFT_OUT.has(name));
