// Cell styles, of which only the number format decides what a cell shows.

import type { NumberFormat } from "../workbook/number-format.ts";
import { builtInFormat, numberFormat } from "../workbook/number-format.ts";
import type { PackageParts } from "./package-parts.ts";
import { readPart } from "./read-part.ts";
import { attributesOf } from "./xml-scanner.ts";

/** A workbook may hold 65,490 cell formats; the rest of a longer list is no workbook's. */
const STYLE_LIMIT = 70_000;

/** Reads the number format of each cell style, by the number that cells give. */
export function readFormats(parts: PackageParts, name: string | undefined): readonly NumberFormat[] {
  if (name === undefined) return [];
  const codes = new Map<number, string>();
  const styles: number[] = [];
  let isCellStyle = false;
  readPart(parts, name, {
    open: (element, text) => {
      if (element === "cellXfs") isCellStyle = true;
      else if (element === "numFmt" && codes.size < STYLE_LIMIT) {
        const attributes = attributesOf(text);
        const code = attributes.get("formatCode");
        if (code !== undefined) codes.set(Number(attributes.get("numFmtId")), code);
      } else if (element === "xf" && isCellStyle && styles.length < STYLE_LIMIT) {
        styles.push(Number(attributesOf(text).get("numFmtId") ?? 0));
      }
    },
    close: (element) => {
      if (element === "cellXfs") isCellStyle = false;
    },
  });
  return styles.map((id) => numberFormat(codes.get(id) ?? builtInFormat(id)));
}
