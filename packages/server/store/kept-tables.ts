// The tables of the database as they are there, for what is done to all of them: none can be forgotten.

import type { ClientBase } from "pg";

/** KeptTable: a table and its columns in their order. */
export interface KeptTable {
  readonly name: string;
  readonly columns: readonly string[];
}

/** Lists the tables of the schema, those first to which others refer; partitions are part of their table. */
export async function keptTables(client: Pick<ClientBase, "query">): Promise<readonly KeptTable[]> {
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
  return inOrder(tables, references);
}

function inOrder(
  tables: readonly KeptTable[],
  references: readonly { readonly from: string; readonly to: string }[],
): readonly KeptTable[] {
  const ordered: KeptTable[] = [];
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
