import { getTableConfig, PgTable } from "drizzle-orm/pg-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

import { newDatabase } from "../../testing/test-server.ts";
import * as schema from "./index.ts";

let made: Awaited<ReturnType<typeof newDatabase>>;
beforeAll(async () => {
  made = await newDatabase();
});
afterAll(() => made.drop());

const rows = async <Row>(query: string): Promise<readonly Row[]> =>
  (await made.database.pool.query(query)).rows;

describe("the schema", () => {
  test("holds the shard of the region in every primary, unique and foreign key", async () => {
    const keys = await rows<{ name: string; kind: string; columns: string }>(`
      select c.conrelid::regclass::text || ' ' || c.conname as name, c.contype as kind,
             (select string_agg(a.attname, ',') from pg_attribute a where a.attrelid = c.conrelid and a.attnum = any(c.conkey)) as columns
      from pg_constraint c join pg_namespace n on n.oid = c.connamespace
      where n.nspname = 'public' and c.contype in ('p', 'u', 'f')
      union all
      select i.indexrelid::regclass::text, 'i',
             (select string_agg(a.attname, ',') from pg_attribute a where a.attrelid = i.indrelid and a.attnum = any(i.indkey))
      from pg_index i join pg_class t on t.oid = i.indrelid join pg_namespace n on n.oid = t.relnamespace
      where n.nspname = 'public' and i.indisunique`);
    expect(keys.length).toBeGreaterThan(40);
    expect(keys.filter(({ columns }) => !columns.split(",").includes("shard_region"))).toEqual([]);
  });

  test("has a primary key that begins with the shard in every table", async () => {
    const tables = await rows<{ name: string; first: string | null }>(`
      select t.relname as name, (select a.attname from pg_index i join pg_attribute a on a.attrelid = t.oid and a.attnum = i.indkey[0]
        where i.indrelid = t.oid and i.indisprimary) as first
      from pg_class t join pg_namespace n on n.oid = t.relnamespace
      where n.nspname = 'public' and t.relkind in ('r', 'p')`);
    expect(tables.filter(({ first }) => first !== "shard_region")).toEqual([]);
  });

  test("of the database is the one that the queries are typed by", async () => {
    const columns = await rows<{ table_name: string; column_name: string; is_nullable: string }>(
      "select table_name, column_name, is_nullable from information_schema.columns where table_schema = 'public'",
    );
    const there = new Set(
      columns.map(
        ({ table_name, column_name, is_nullable }) => `${table_name}.${column_name} ${is_nullable}`,
      ),
    );
    const typed = Object.values<unknown>(schema)
      .filter((one) => one instanceof PgTable)
      .flatMap((table) => {
        const { name, columns: own } = getTableConfig(table);
        return own.map(
          (column) => `${name}.${column.name} ${column.notNull || column.primary ? "NO" : "YES"}`,
        );
      });
    expect(typed.length).toBeGreaterThan(200);
    expect(typed.filter((column) => !there.has(column))).toEqual([]);
  });
});
