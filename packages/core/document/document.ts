// The waist of the hourglass: a neutral document that every format is read into and written from.
// It knows headings, paragraphs and tables of cells; it knows nothing of finance.

/** Place: where something stands, 1-based and physical, so that a person can find it again. */
export interface Place {
  readonly source?: string;
  readonly page?: number;
  readonly line?: number;
  readonly sheet?: string;
  readonly row?: number;
  readonly column?: number;
  /** Left, top, right, bottom in points. */
  readonly box?: readonly [number, number, number, number];
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
}

/** Paragraph: one paragraph, or one line where the format knows only lines. */
export interface Paragraph {
  readonly kind: "paragraph";
  readonly text: string;
  readonly place: Place;
}

/** Table: rows of cells as the document shows them. */
export interface Table {
  readonly kind: "table";
  readonly rows: readonly Row[];
  readonly place: Place;
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
