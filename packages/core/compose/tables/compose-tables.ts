// All tables of an edition in their order.

import type { WrittenBlock } from "../../document/composition.ts";
import { ordinal } from "../../forms/table-sides.ts";
import type { Material } from "../material.ts";
import { unitNameOf } from "../material.ts";
import { composeTable } from "./compose-table.ts";

/** The blocks of the tables, and which of them the disclosure lacks. */
export function composeTables({ disclosure, edition }: Material): {
  readonly blocks: readonly WrittenBlock[];
  readonly remarks: readonly string[];
} {
  const remarks: string[] = [];
  const blocks = edition.tables.flatMap((layout, index) => {
    const table = disclosure.tables.find(({ concept }) => concept === layout.concept);
    if (table === undefined) remarks.push(`缺少“${layout.title}”的数据，已按空表写出。`);
    return composeTable(layout, table, {
      unitName: unitNameOf(disclosure),
      year: disclosure.year,
      listedAs: `${ordinal(index + 1)}${layout.title}`,
    });
  });
  return { blocks, remarks };
}
