// The workbook part: its sheets in order, and the system of its dates.

import { DocumentError } from "../document-error.ts";
import type { Merge } from "../workbook/workbook.ts";
import { rangeOf } from "./cell-reference.ts";
import type { PackageParts } from "./package-parts.ts";
import { readPart } from "./read-part.ts";
import type { Relationship } from "./relationships.ts";
import { relationshipsOf } from "./relationships.ts";
import { DOCUMENT_NAME, isGridName } from "./writing/defined-names.ts";
import { attributesOf } from "./xml-scanner.ts";

/** SheetEntry: a sheet as the workbook lists it. */
export interface SheetEntry {
  readonly name: string;
  readonly isHidden: boolean;
  readonly relationship: Relationship | undefined;
}

/** WorkbookPart: what the workbook says about its sheets. */
export interface WorkbookPart {
  readonly sheets: readonly SheetEntry[];
  readonly is1904: boolean;
  readonly sharedStrings: string | undefined;
  readonly styles: string | undefined;
  readonly relationships: readonly Relationship[];
  /** True for a workbook that we wrote: its sheets are pages of one document. */
  readonly isDocument: boolean;
  /** Regions that the workbook itself names as tables. */
  readonly grids: readonly NamedRegion[];
}

/** NamedRegion: a rectangle of a sheet that has a name. */
export interface NamedRegion {
  readonly sheet: string;
  readonly region: Merge;
}

/** Reads the workbook part; throws where the package is no workbook that can be read. */
export function readWorkbookPart(parts: PackageParts): WorkbookPart {
  const name = workbookName(parts);
  const relationships = relationshipsOf(parts, name);
  const sheets: SheetEntry[] = [];
  const grids: NamedRegion[] = [];
  let is1904 = false;
  let isDocument = false;
  let reference: string | undefined;
  readPart(parts, name, {
    open: (element, text) => {
      if (element === "workbookPr") is1904 = isTrue(attributesOf(text).get("date1904"));
      if (element === "definedName") {
        const defined = attributesOf(text).get("name") ?? "";
        isDocument ||= defined === DOCUMENT_NAME;
        if (isGridName(defined)) reference = "";
      }
      if (element !== "sheet") return;
      const attributes = attributesOf(text);
      const id = attributes.get("id");
      sheets.push({
        name: attributes.get("name") ?? `第${sheets.length + 1}张表`,
        isHidden: /hidden/iu.test(attributes.get("state") ?? ""),
        relationship: relationships.find((each) => each.id === id),
      });
    },
    text: (text) => {
      if (reference !== undefined) reference += text;
    },
    close: () => {
      const grid = reference === undefined ? undefined : regionOf(reference);
      if (grid !== undefined && grids.length < GRIDS_LIMIT) grids.push(grid);
      reference = undefined;
    },
  });
  const partOf = (kind: string): string | undefined =>
    relationships.find((each) => each.kind === kind && parts.has(each.target))?.target;
  return {
    sheets,
    is1904,
    sharedStrings: partOf("sharedStrings"),
    styles: partOf("styles"),
    relationships,
    isDocument,
    grids,
  };
}

const GRIDS_LIMIT = 20_000;

/** The rectangle that "'sheet'!$A$1:$C$3" refers to. */
function regionOf(reference: string): NamedRegion | undefined {
  const match = /^(?:'((?:[^']|'')+)'|([^'!]+))!(.+)$/u.exec(reference);
  const sheet = (match?.[1] ?? match?.[2])?.replaceAll("''", "'");
  const cells = match?.[3] ?? "";
  const region = rangeOf(cells.includes(":") ? cells : `${cells}:${cells}`);
  return sheet === undefined || region === undefined ? undefined : { sheet, region };
}

/** "1" and "true" are true in XML. */
export function isTrue(value: string | undefined): boolean {
  return value === "1" || value === "true";
}

function workbookName(parts: PackageParts): string {
  const main = relationshipsOf(parts, "").find(({ kind }) => kind === "officeDocument")?.target;
  const name = main !== undefined && parts.has(main) ? main : "xl/workbook.xml";
  if (/\.bin$/iu.test(name) || parts.has("xl/workbook.bin")) {
    throw new DocumentError(
      "unsupported-format",
      "这是二进制工作簿（.xlsb），目前不能读取。请用 Excel 或 WPS 打开后另存为 .xlsx 再试。",
    );
  }
  if (!parts.has(name) || /^word\/|^ppt\//u.test(name)) {
    throw new DocumentError(
      "unsupported-format",
      "这个压缩包不是 Excel 工作簿，不论文件名后缀是什么都不能按表格读取。请确认文件，或用 Excel、WPS 另存为 .xlsx 再试。",
    );
  }
  return name;
}
