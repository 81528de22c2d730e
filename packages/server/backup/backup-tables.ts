// The tables that a backup holds, those first to which others refer.

import type { ClientBase } from "pg";

/** BackupTable: a table and its columns in their order. */
export interface BackupTable {
  readonly name: string;
  readonly columns: readonly string[];
}

/** Sessions and one-time links are secrets of the moment: after a restore everybody signs in anew. */
const LEFT_OUT: ReadonlySet<string> = new Set(["session", "one_time_link"]);

/** Lists the tables of the schema; partitions are part of their table. */
export async function backupTables(client: ClientBase): Promise<readonly BackupTable[]> {
  const { rows: tables } = await client.query<{ name: string; columns: string[] }>(`
    select c.relname as name, array_agg(a.attname::text order by a.attnum) as columns
    from pg_class c
    join pg_namespace n on n.oid = c.relnamespace and n.nspname = 'public'
    join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
    where c.relkind in ('r', 'p') and not c.relispartition
    group by c.relname order by c.relname`);
  const { rows: references } = await client.query<{ from: string; to: string }>(`
    select distinct f.relname as from, t.relname as to
    from pg_constraint k join pg_class f on f.oid = k.conrelid join pg_class t on t.oid = k.confrelid
    where k.contype = 'f' and f.oid <> t.oid and k.connamespace = 'public'::regnamespace`);
  return inOrder(
    tables.filter(({ name }) => !LEFT_OUT.has(name)),
    references,
  );
}

function inOrder(
  tables: readonly BackupTable[],
  references: readonly { readonly from: string; readonly to: string }[],
): readonly BackupTable[] {
  const ordered: BackupTable[] = [];
  const placed = new Set<string>();
  const names = new Set(tables.map(({ name }) => name));
  while (ordered.length < tables.length) {
    const next = tables.filter(
      ({ name }) =>
        !placed.has(name) &&
        references.every(({ from, to }) => from !== name || placed.has(to) || !names.has(to)),
    );
    if (next.length === 0) throw new Error("tables refer to one another in a ring");
    for (const table of next) placed.add(table.name);
    ordered.push(...next);
  }
  return ordered;
}
