// References to things: the shard of their region and their id, so that every look-up knows where to go.

import { z } from "zod";

/** 141127.01999f3e-…: shard and id. */
export const reference = z.string().regex(/^\d{6}\.[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/u);

/** Key: where a row stands. */
export interface Key {
  readonly shardRegion: string;
  readonly id: string;
}

/** The reference of a row. */
export const referenceTo = ({ shardRegion, id }: Key): string => `${shardRegion}.${id}`;

/** The row that a valid reference names. */
export function keyOf(text: string): Key {
  const [shardRegion = "", id = ""] = text.split(".");
  return { shardRegion, id };
}
