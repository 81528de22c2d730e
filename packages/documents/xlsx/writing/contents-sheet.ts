// The contents (目录) as a sheet: each heading with a link to the sheet on which it stands.

import type { Contents } from "@jueming/core/document/composition.ts";
import type { Cell, CellStyle, WriteSheet } from "hucre/xlsx";

import { quotedSheet } from "../../workbook/cell-ranges.ts";
import { cellText, withoutEscapes } from "../../workbook/safe-text.ts";
import { BODY_FONT } from "./looks.ts";
import type { PlannedSheet } from "./sheet-plan.ts";

const TITLE: CellStyle = {
  font: { name: "方正小标宋简体", size: 22 },
  alignment: { horizontal: "center", vertical: "center" },
};
const linkStyle = (level: number): CellStyle => ({
  font: { ...BODY_FONT, size: 12 },
  alignment: { horizontal: "left", vertical: "center", wrapText: true, indent: (level - 1) * 2 },
});
const WIDTH = 88;

/** The sheet of the contents. */
export function contentsSheet(contents: Contents, name: string, sheets: readonly PlannedSheet[]): WriteSheet {
  const entries = sheets.flatMap((sheet) => entriesOf(sheet, contents.levels));
  return {
    name,
    columns: [{ width: WIDTH }],
    rows: [[contents.title], ...entries.map(({ text }) => [text])],
    cells: new Map<string, Partial<Cell>>([
      ["0,0", { style: TITLE }],
      ...entries.map(
        ({ text, location, level }, index) =>
          [
            `${index + 1},0`,
            { style: linkStyle(level), hyperlink: { target: "", location, display: text } },
          ] as const,
      ),
    ]),
    rowDefs: new Map([[0, { height: 36 }]]),
    pageSetup: { paperSize: "a4", orientation: "portrait", fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
    view: { showGridLines: false },
  };
}

interface Entry {
  readonly text: string;
  readonly location: string;
  readonly level: number;
}

function entriesOf({ name, above }: PlannedSheet, levels: number): readonly Entry[] {
  return above.flatMap((block, row) =>
    block.kind === "heading" && block.level <= levels
      ? [
          {
            text: withoutEscapes(cellText(block.listedAs ?? block.text)),
            location: `${quotedSheet(name)}!A${row + 1}`,
            level: block.level,
          },
        ]
      : [],
  );
}
