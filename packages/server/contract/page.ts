// Lists by pages: a cursor says where the next one begins.

import { z } from "zod";

/** What every list takes. */
export const pageQuery = z.object({
  cursor: z.string().max(400).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});

/** A page of things. */
export const pageOf = <Item extends z.ZodType>(item: Item) =>
  z.object({ items: z.array(item), next: z.string().nullable() });

/** A cursor from the values that the list is sorted by. */
export const cursorOf = (values: readonly (string | number | null)[]): string =>
  btoa(encodeURIComponent(JSON.stringify(values))).replaceAll("=", "");

/** The values of a cursor; undefined where it is none of ours. */
export function valuesOf(cursor: string | undefined): readonly (string | number | null)[] | undefined {
  if (cursor === undefined) return undefined;
  try {
    const values: unknown = JSON.parse(decodeURIComponent(atob(cursor)));
    const isRight =
      Array.isArray(values) &&
      values.every((one) => one === null || typeof one === "string" || typeof one === "number");
    return isRight ? values : undefined;
  } catch {
    return undefined;
  }
}
