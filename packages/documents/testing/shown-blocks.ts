// Blocks as a test can be read: a row is its cells between bars, with their spans, a heading has its marks.

import type { Block } from "@jueming/core/document/document.ts";

/** Paragraphs as their text, headings as "## text", tables as rows "a/2|b^3": /n columns wide, ^n rows high. */
export const shown = (blocks: readonly Block[]): readonly unknown[] =>
  blocks.map((block) =>
    block.kind === "table"
      ? block.rows.map((row) =>
          row.cells
            .map(
              ({ text, columnSpan, rowSpan }) =>
                text +
                (columnSpan === undefined ? "" : `/${columnSpan}`) +
                (rowSpan === undefined ? "" : `^${rowSpan}`),
            )
            .join("|"),
        )
      : block.kind === "heading"
        ? `${"#".repeat(block.level)} ${block.text}`
        : block.text,
  );
