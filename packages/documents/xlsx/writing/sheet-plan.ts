// Which blocks stand on which sheet: a table has a sheet of its own with the lines above it and the notes
// under it; what stands between tables is gathered by part. The order of the document is kept.

import type { Composition, Contents, PageStart } from "@jueming/core/document/composition.ts";
import type { Heading, Paragraph, Table } from "@jueming/core/document/document.ts";

import { sheetNamer } from "./sheet-names.ts";

export type TextBlock = Heading | Paragraph;

/** PlannedSheet: a sheet with its lines, around a table or alone, or the contents. */
export interface PlannedSheet {
  readonly name: string;
  readonly isLandscape: boolean;
  readonly isNumbered: boolean;
  readonly above: readonly TextBlock[];
  readonly table: Table | null;
  readonly below: readonly TextBlock[];
  readonly contents: Contents | null;
}

type Draft = Omit<PlannedSheet, "below"> & { readonly below: TextBlock[] };

/** Planning: the part that is open, and the lines that have no sheet yet. */
interface Planning {
  readonly sheets: Draft[];
  readonly nameOf: (wanted: string) => string;
  part: PageStart;
  lines: TextBlock[];
}

const FIRST_PART: PageStart = {
  kind: "page-start",
  orientation: "portrait",
  numbered: true,
  name: "正文",
};

/** The sheets of a composition, in its order. */
export function planSheets(composition: Composition): readonly PlannedSheet[] {
  const planning: Planning = { sheets: [], nameOf: sheetNamer(), part: FIRST_PART, lines: [] };
  for (const block of composition.blocks) {
    if (block.kind === "page-start") {
      // A part's heading before the first page of its own would be a sheet with one line.
      if (!planning.lines.every(({ kind }) => kind === "heading")) flush(planning);
      planning.part = block;
    } else if (block.kind === "contents") {
      flush(planning);
      addSheet(planning, block.title, { contents: block });
    } else if (block.kind === "table") {
      addTable(planning, block);
    } else if (!isUnderTable(planning, block)) {
      planning.lines.push(block);
    }
  }
  flush(planning);
  if (planning.sheets.length === 0) addSheet(planning, composition.title, {});
  return planning.sheets;
}

function addSheet(planning: Planning, name: string, content: Partial<Draft>): void {
  planning.sheets.push({
    name: planning.nameOf(name),
    isLandscape: planning.part.orientation === "landscape",
    isNumbered: planning.part.numbered,
    above: [],
    table: null,
    below: [],
    contents: null,
    ...content,
  });
}

function flush(planning: Planning): void {
  if (planning.lines.length > 0) addSheet(planning, planning.part.name, { above: planning.lines });
  planning.lines = [];
}

function addTable(planning: Planning, table: Table): void {
  const lines = planning.lines;
  let from = lines.length;
  while (from > 0 && standsAboveTable(lines[from - 1])) from -= 1;
  if (lines.slice(0, from).every(({ kind }) => kind === "heading")) from = 0;
  planning.lines = lines.slice(0, from);
  flush(planning);
  addSheet(planning, table.written?.name ?? "表", { table, above: lines.slice(from) });
}

function standsAboveTable(block: TextBlock | undefined): boolean {
  if (block?.kind === "heading") return block.style === "table-title";
  return block?.role === "table-label" || block?.role === "table-head";
}

/** Notes and signatures right after a table belong to its sheet. */
function isUnderTable({ sheets, lines }: Planning, block: TextBlock): boolean {
  const last = sheets.at(-1);
  const isFoot = block.kind === "paragraph" && (block.role === "note" || block.role === "signature");
  if (!isFoot || lines.length > 0 || last === undefined || last.table === null) return false;
  last.below.push(block);
  return true;
}
