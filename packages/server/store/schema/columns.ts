// Columns that many tables have. Every table begins with the shard of its region: a fixed key by which the data can be
// spread over machines (docs/decisions/0012), so that every primary, unique and foreign key holds it.

import { customType, text, timestamp, uuid } from "drizzle-orm/pg-core";

/** The shard (shard_region): the division code of the region when it was set up; it never changes afterwards. */
export const shardRegion = () => text("shard_region").notNull();

/** An id that sorts by time (UUID version 7), made by the server. */
export const id = (name = "id") => uuid(name).notNull();

/** A moment, as the server's clock saw it. */
export const moment = (name: string) => timestamp(name, { withTimezone: true, mode: "date" });

/** Bytes. */
export const bytes = customType<{ data: Uint8Array; driverData: Buffer }>({
  dataType: () => "bytea",
  toDriver: (value) => Buffer.from(value),
  fromDriver: (value) => new Uint8Array(value),
});
