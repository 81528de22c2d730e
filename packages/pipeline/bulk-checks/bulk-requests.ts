// What is asked of a thread of its own besides checking: unpacking archives, checking files together, showing a document
// or the picture of a page, writing a report. Files are hostile and reports take seconds; who serves others must not wait for them.

import type { Severity } from "@jueming/core/checks/finding.ts";
import type { DocumentErrorCode } from "@jueming/documents/document-error.ts";

import type { Place } from "@jueming/core/document/document.ts";
import type { PagePicture, PageSize } from "@jueming/documents/pdf/page-picture.ts";

import type { DocumentView } from "../document-view/document-view.ts";
import type { FindingMark } from "../document-view/finding-marks.ts";
import type { About } from "../kept-disclosure.ts";
import type { Excerpt } from "../reports/excerpts/excerpt.ts";
import type { Packed, PackedChecked, PackedFile, PackedUnit } from "./packed-results.ts";

/** Fault: the code and the sentence of an error that a person can act on. */
interface Fault {
  readonly code: DocumentErrorCode;
  readonly message: string;
}

/** UnpackedMember: a file of an archive, at the path where it was put, or why it could not be unpacked. */
export interface UnpackedMember {
  readonly source: string;
  readonly path: string;
  readonly error?: Fault;
}

/** ShownDocument: a document with the marks of its own findings and of those of its unit's files together. */
export interface ShownDocument extends DocumentView {
  readonly marks: { readonly own: readonly FindingMark[]; readonly together: readonly FindingMark[] };
  /** Pieces of what was read, for findings of its own that stand nowhere in what is shown. */
  readonly excerpts: readonly { readonly finding: number; readonly shown: readonly Excerpt[] }[];
}

/** ReadText: a text that was read, and where. */
export interface ReadText {
  readonly place: Place;
  readonly raw: string;
}

/** Spot: where a text stands in what is shown of a document. */
export type Spot = Omit<FindingMark, "finding" | "words">;

/** Original (原件): what can be shown beside what was read of it: pages as pictures, else the document. */
export interface Original {
  /** The sizes of the pages of a PDF; empty for other formats. */
  readonly pages: readonly PageSize[];
  /** Of a format that is neither a PDF nor a plain text: its document, and the spots of the texts in their order. */
  readonly document: (DocumentView & { readonly spots: readonly (Spot | null)[] }) | null;
  /** Of a plain text: how its bytes were read, so that it is shown as it was read; null for other formats. */
  readonly charset: string | null;
}

export type BulkReportFormat = "xlsx" | "html" | "csv" | "json";

/** The requests, each with its answer. */
export interface BulkRequests {
  /** The members of an archive, put into the folder; null where the file is none. */
  readonly unpack: {
    readonly ask: { readonly source: string; readonly path: string; readonly folder: string };
    readonly answer: readonly UnpackedMember[] | null;
  };
  /** Which of the files belong to one unit and year; each group by the numbers of its files. */
  readonly group: {
    readonly ask: { readonly abouts: readonly About[] };
    readonly answer: readonly (readonly number[])[];
  };
  /** Files of one unit and year, checked together. */
  readonly together: {
    readonly ask: { readonly files: readonly Omit<PackedFile, "result">[] };
    readonly answer: PackedUnit | null;
  };
  readonly show: {
    readonly ask: { readonly file: PackedFile; readonly path: string; readonly together: Packed | null };
    readonly answer: ShownDocument;
  };
  readonly original: {
    readonly ask: { readonly path: string; readonly source: string; readonly texts: readonly ReadText[] };
    readonly answer: Original;
  };
  readonly picture: {
    readonly ask: { readonly path: string; readonly page: number };
    readonly answer: PagePicture;
  };
  readonly report: {
    readonly ask: {
      readonly format: BulkReportFormat;
      readonly severity: Severity;
      readonly results: readonly PackedChecked[];
    };
    readonly answer: Uint8Array<ArrayBuffer>;
  };
}

export type BulkRequestKind = keyof BulkRequests;

/** BulkReply: the answer, or why there is none. */
export type BulkReply<Answer> =
  | { readonly answer: Answer }
  | { readonly error: Fault }
  | { readonly fault: string };
