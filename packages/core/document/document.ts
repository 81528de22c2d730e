// The waist of the hourglass: a neutral document that every format is read into and written from.
// It knows headings, paragraphs and tables of cells; it knows nothing of finance.

/** Place: where something stands, 1-based and physical, so that a person can find it again. */
export interface Place {
  readonly source?: string;
  readonly page?: number;
  /** The line of a text; where a format knows no lines, paragraphs and rows of tables are counted as such. */
  readonly line?: number;
  /** The paragraph, counted outside tables, of a format that knows no lines. */
  readonly paragraph?: number;
  /** The table of such a format; `row` is a row of it. */
  readonly table?: number;
  readonly sheet?: string;
  readonly row?: number;
  readonly column?: number;
  /** Left, top, right, bottom in points. */
  readonly box?: readonly [number, number, number, number];
}

/** Run: a stretch of text; the texts of all runs are the text of their paragraph or cell. */
export interface Run {
  readonly text: string;
  /** Opaque figure id carried by documents that we wrote; only core knows its meaning. */
  readonly figure?: string;
  /** True for words that stand for what is still to be filled in. */
  readonly missing?: boolean;
}

/** Cell: one cell of a table. Covered positions of merged cells are not listed. */
export interface Cell {
  readonly text: string;
  readonly place: Place;
  readonly columnSpan?: number;
  readonly rowSpan?: number;
  /** The exact decimal string a workbook stores behind the displayed text. */
  readonly exact?: string;
  /** Opaque figure id carried by documents that we wrote; only core knows its meaning. */
  readonly figure?: string;
  /** What a writer must know of the cell; readers leave it out. */
  readonly written?: WrittenCell;
}

/** WrittenCell: how a cell is set and what it depends on. */
export interface WrittenCell {
  readonly role: "header" | "label" | "figure" | "text";
  readonly align?: "left" | "center" | "right";
  readonly runs?: readonly Run[];
  /** The cell is the sum of the cells with these figure ids; a leading "-" takes one away. */
  readonly sumOf?: readonly string[];
}

/** Row: the cells of one table row from left to right. */
export interface Row {
  readonly cells: readonly Cell[];
  readonly place: Place;
}

/** Heading: a line that the format itself marks as a heading (level 1 is the highest). */
export interface Heading {
  readonly kind: "heading";
  readonly level: number;
  readonly text: string;
  readonly place: Place;
  /** "table-title" for the title above an official table; it stands centred and without number. */
  readonly style?: "table-title";
  /** How the contents list it, where they do so in other words ("一、收入支出决算总表"). */
  readonly listedAs?: string;
}

/** ParagraphRole: what a paragraph is, from which a writer knows how to set it; none is body text. */
export type ParagraphRole =
  /** The great title, and the lines, of the cover. */
  | "cover-title"
  | "cover-line"
  /** 公开01表, at the right above its table. */
  | "table-label"
  /** 部门名称：…, 2024年度, 金额单位：万元: left, centre and right, between tabs. */
  | "table-head"
  /** 注：… under a table. */
  | "note"
  /** Lines of signatures or dates. */
  | "signature";

/** Paragraph: one paragraph, or one line where the format knows only lines. */
export interface Paragraph {
  readonly kind: "paragraph";
  readonly text: string;
  readonly place: Place;
  /** Given by compose where figures or missing words stand in the paragraph. */
  readonly runs?: readonly Run[];
  readonly role?: ParagraphRole;
}

/** Table: rows of cells as the document shows them. */
export interface Table {
  readonly kind: "table";
  readonly rows: readonly Row[];
  readonly place: Place;
  /** What a writer must know of the table; readers leave it out. */
  readonly written?: WrittenTable;
}

/** WrittenTable: how a table is set. */
export interface WrittenTable {
  /** Short name, unique in the document: a sheet's name, a bookmark. */
  readonly name: string;
  /** How many of the first rows are repeated at the head of every page. */
  readonly headerRows: number;
  /** Widths of the grid's columns, as shares of the table's width. */
  readonly widths: readonly number[];
}

export type Block = Heading | Paragraph | Table;

/** Problem: what was doubtful in reading; a value, never an exception. */
export interface Problem {
  readonly code: string;
  /** Simplified Chinese, for a finance officer. */
  readonly message: string;
  readonly place: Place;
}

/** Attachment: a file carried inside a document, such as the figures behind a written report. */
export interface Attachment {
  readonly name: string;
  readonly mediaType: string;
  readonly bytes: Uint8Array;
}

/** PageWords: words that stand on the pages beside the text, such as a watermark or a running head. */
export interface PageWords {
  readonly text: string;
  readonly place: Place;
}

/** Document: what a reader makes of bytes. */
export interface Document {
  readonly source: string;
  readonly blocks: readonly Block[];
  readonly problems: readonly Problem[];
  readonly attachments?: readonly Attachment[];
  /** What was left out of the blocks; a draft's mark may be among it. */
  readonly pageWords?: readonly PageWords[];
}
