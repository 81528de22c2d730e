// The workbook part: its sheets in order, and the system of its dates.

import { DocumentError } from "../document-error.ts";
import type { PackageParts } from "./package-parts.ts";
import { readPart } from "./read-part.ts";
import type { Relationship } from "./relationships.ts";
import { relationshipsOf } from "./relationships.ts";
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
}

/** Reads the workbook part; throws where the package is no workbook that can be read. */
export function readWorkbookPart(parts: PackageParts): WorkbookPart {
  const name = workbookName(parts);
  const relationships = relationshipsOf(parts, name);
  const sheets: SheetEntry[] = [];
  let is1904 = false;
  readPart(parts, name, {
    open: (element, text) => {
      if (element === "workbookPr") is1904 = isTrue(attributesOf(text).get("date1904"));
      if (element !== "sheet") return;
      const attributes = attributesOf(text);
      const id = attributes.get("id");
      sheets.push({
        name: attributes.get("name") ?? `第${sheets.length + 1}张表`,
        isHidden: /hidden/iu.test(attributes.get("state") ?? ""),
        relationship: relationships.find((each) => each.id === id),
      });
    },
  });
  const partOf = (kind: string): string | undefined =>
    relationships.find((each) => each.kind === kind && parts.has(each.target))?.target;
  return { sheets, is1904, sharedStrings: partOf("sharedStrings"), styles: partOf("styles") };
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
