// Lines from tab-separated text, as tests write forms: rows by tabs, tables parted by blank lines.

import { linesOf, type Line } from "../../../document/lines.ts";
import type { Block, Row } from "../../../document/document.ts";

/** Makes lines of text whose cells are parted by "|" or tabs, or by tabs only. */
export function linesFromText(text: string, separator = /[\t|]/u): readonly Line[] {
  const blocks: Block[] = [];
  let rows: Row[] | undefined;
  text.split("\n").forEach((line, index) => {
    const place = { line: index + 1 };
    const isRow = separator.test(line);
    if (!isRow) rows = undefined;
    if (line.trim() === "") return;
    if (!isRow) {
      blocks.push({ kind: "paragraph", text: line, place });
      return;
    }
    if (rows === undefined) {
      rows = [];
      blocks.push({ kind: "table", rows, place });
    }
    rows.push({
      cells: line
        .split(separator)
        .map((cell, column) => ({ text: cell, place: { ...place, column: column + 1 } })),
      place,
    });
  });
  return linesOf({ source: "made", blocks, problems: [] });
}
