// Workbooks written by hand, part by part, for cases that no office program writes.

import type { Zippable } from "fflate";
import { strToU8, zipSync } from "fflate";

const MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
const RELATIONSHIPS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/** HandWritten: the parts of a workbook of one sheet; what is left out is plain. */
export interface HandWritten {
  /** Inside the worksheet element. */
  readonly sheet?: string;
  /** Inside the shared strings. */
  readonly strings?: string;
  /** Inside the style sheet. */
  readonly styles?: string;
  /** Attributes of the sheet in the workbook. */
  readonly sheetAttributes?: string;
  readonly workbook?: string;
  readonly prolog?: string;
  readonly others?: Zippable;
}

/** Packs a workbook of one sheet from the inside of its parts. */
export function handWritten(given: HandWritten): Uint8Array {
  return zipSync(partsOf(given));
}

/** The parts by name, to be packed otherwise. */
export function partsOf(given: HandWritten): Zippable {
  const { sheet = "<sheetData/>", strings = "", styles = "", prolog = "" } = given;
  const relation = (id: number, kind: string, target: string): string =>
    `<Relationship Id="r${id}" Type="${RELATIONSHIPS}/${kind}" Target="${target}"/>`;
  const workbook =
    given.workbook ??
    `<sheets><sheet name="表" sheetId="1" r:id="r1" ${given.sheetAttributes ?? ""}/></sheets>`;
  return {
    "_rels/.rels": strToU8(
      `<Relationships>${relation(1, "officeDocument", "xl/workbook.xml")}</Relationships>`,
    ),
    "xl/workbook.xml": strToU8(`<workbook ${MAIN} xmlns:r="${RELATIONSHIPS}">${workbook}</workbook>`),
    "xl/_rels/workbook.xml.rels": strToU8(
      `<Relationships>${relation(1, "worksheet", "worksheets/sheet1.xml")}${relation(2, "sharedStrings", "/xl/sharedStrings.xml")}${relation(3, "styles", "../xl/styles.xml")}</Relationships>`,
    ),
    "xl/worksheets/sheet1.xml": strToU8(`${prolog}<worksheet ${MAIN}>${sheet}</worksheet>`),
    "xl/sharedStrings.xml": strToU8(`<sst ${MAIN}>${strings}</sst>`),
    "xl/styles.xml": strToU8(`<styleSheet ${MAIN}>${styles}</styleSheet>`),
    ...given.others,
  };
}
