// Which elements of word/document.xml carry text or structure (ISO/IEC 29500-1, 17). Everything else passes
// its children up, so that content controls, links and smart tags are read as if they were not there.

/** Elements that the reader looks at. */
export const KEPT: ReadonlySet<string> = new Set([
  "body",
  "footnotes",
  "endnotes",
  "footnote",
  "endnote",
  "hdr",
  "ftr",
  "p",
  "r",
  "t",
  "tab",
  "ptab",
  "br",
  "cr",
  "noBreakHyphen",
  "sym",
  "pPr",
  "pStyle",
  "numPr",
  "ilvl",
  "numId",
  "outlineLvl",
  "rPr",
  "vanish",
  "tbl",
  "tr",
  "trPr",
  "gridBefore",
  "tc",
  "tcPr",
  "gridSpan",
  "vMerge",
  "hMerge",
  "txbxContent",
  "AlternateContent",
  "Choice",
  "Fallback",
  "footnoteReference",
  "endnoteReference",
  "blip",
  "imagedata",
]);

/** Text that was deleted or moved away, former properties, field codes, and what no page shows. */
export const DROPPED: ReadonlySet<string> = new Set([
  "del",
  "delText",
  "moveFrom",
  "instrText",
  "delInstrText",
  "rt",
  "tabs",
  "tblPr",
  "tblGrid",
  "tblPrEx",
  "sectPr",
  "sdtPr",
  "sdtEndPr",
  "pPrChange",
  "rPrChange",
  "tcPrChange",
  "trPrChange",
  "tblPrChange",
  "tblPrExChange",
  "sectPrChange",
  "tblGridChange",
  "numberingChange",
  "tcBorders",
  "tcMar",
  "pBdr",
]);

/** A deleted paragraph end or row is a mark among its properties. */
export const MARKS: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  ["del", new Set(["rPr", "trPr"])],
  ["moveFrom", new Set(["rPr", "trPr"])],
]);

export const TEXTS: ReadonlySet<string> = new Set(["t"]);
