// The same text as a web page, a Word document and a workbook, written by hand for tests.

import { storedZip } from "./stored-zip.ts";

/** A line of a text report: cells where it has tabs, else one paragraph. */
type TextLine = readonly string[];

const escaped = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");

/** Lines in runs: rows of one table stand together, paragraphs alone. */
function runsOf(text: string): readonly (readonly TextLine[])[] {
  const runs: TextLine[][] = [];
  let isOpen = false;
  for (const line of text.split("\n")) {
    const cells = line.split("\t");
    if (cells.length < 2) {
      if (line.trim() !== "") runs.push([[line]]);
      isOpen = false;
    } else if (isOpen) {
      runs.at(-1)?.push(cells);
    } else {
      runs.push([cells]);
      isOpen = true;
    }
  }
  return runs;
}

const isTable = (run: readonly TextLine[]): boolean => (run[0]?.length ?? 0) > 1;

/** A web page of paragraphs and tables. */
export function asHtml(text: string): Uint8Array {
  const body = runsOf(text).map((run) =>
    isTable(run)
      ? `<table>${run.map((row) => `<tr>${row.map((cell) => `<td>${escaped(cell)}</td>`).join("")}</tr>`).join("")}</table>`
      : `<p>${escaped(run[0]?.[0] ?? "")}</p>`,
  );
  return Buffer.from(
    `<!DOCTYPE html><html><head><meta charset="utf-8"></head><body>${body.join("\n")}</body></html>`,
  );
}

const wordParagraph = (text: string): string =>
  `<w:p><w:r><w:t xml:space="preserve">${escaped(text)}</w:t></w:r></w:p>`;

/** A Word document of paragraphs and tables. */
export function asDocx(text: string): Uint8Array {
  const body = runsOf(text).map((run) =>
    isTable(run)
      ? `<w:tbl>${run.map((row) => `<w:tr>${row.map((cell) => `<w:tc>${wordParagraph(cell)}</w:tc>`).join("")}</w:tr>`).join("")}</w:tbl>`
      : wordParagraph(run[0]?.[0] ?? ""),
  );
  const namespace = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
  return storedZip({
    "[Content_Types].xml": contentTypes("/word/document.xml", "wordprocessingml.document.main"),
    "_rels/.rels": rootRelation("word/document.xml"),
    "word/document.xml": `<?xml version="1.0" encoding="UTF-8"?><w:document xmlns:w="${namespace}"><w:body>${body.join("")}</w:body></w:document>`,
  });
}

/** A workbook with everything on one sheet, every cell as text. */
export function asXlsx(text: string): Uint8Array {
  const rows = runsOf(text)
    .flat()
    .map((cells, index) => {
      const written = cells
        .map((cell, column) => sheetCell(cell, `${columnName(column)}${index + 1}`))
        .join("");
      return `<row r="${index + 1}">${written}</row>`;
    });
  const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
  const relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  return storedZip({
    "[Content_Types].xml": contentTypes("/xl/workbook.xml", "spreadsheetml.sheet.main"),
    "_rels/.rels": rootRelation("xl/workbook.xml"),
    "xl/workbook.xml": `<?xml version="1.0"?><workbook xmlns="${main}" xmlns:r="${relations}"><sheets><sheet name="公开表" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    "xl/_rels/workbook.xml.rels": relation("rId1", "worksheet", "worksheets/sheet1.xml"),
    "xl/worksheets/sheet1.xml": `<?xml version="1.0"?><worksheet xmlns="${main}"><sheetData>${rows.join("")}</sheetData></worksheet>`,
  });
}

function sheetCell(text: string, reference: string): string {
  return text === ""
    ? ""
    : `<c r="${reference}" t="inlineStr"><is><t xml:space="preserve">${escaped(text)}</t></is></c>`;
}

function columnName(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26));
  return index < 26 ? letter : columnName(Math.floor(index / 26) - 1) + letter;
}

function contentTypes(part: string, kind: string): string {
  const type = `application/vnd.openxmlformats-officedocument.${kind}+xml`;
  return `<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="${part}" ContentType="${type}"/></Types>`;
}

const rootRelation = (target: string): string => relation("rId1", "officeDocument", target);

function relation(id: string, kind: string, target: string): string {
  const type = `http://schemas.openxmlformats.org/officeDocument/2006/relationships/${kind}`;
  return `<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="${id}" Type="${type}" Target="${target}"/></Relationships>`;
}
