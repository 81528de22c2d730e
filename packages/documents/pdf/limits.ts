// What a PDF may measure at most; every loop over its content ends at one of these.

import { DocumentError } from "../document-error.ts";

/** PdfLimits: beyond these a file is no disclosure but an archive or an attack. */
export interface PdfLimits {
  readonly bytes: number;
  readonly pages: number;
  /** Width or height of a page in points; the format itself ends at 14,400. */
  readonly pageSide: number;
  readonly objectsPerPage: number;
  /** Forms drawn inside forms. */
  readonly formDepth: number;
  readonly characters: number;
  readonly charactersPerPage: number;
  /** Ruling lines of one page after joining; a page with more is a drawing, not a table. */
  readonly rulingsPerPage: number;
  /** Elementary cells of one table. */
  readonly cellsPerTable: number;
  /** Problems of one kind that are listed one by one. */
  readonly listedProblems: number;
  /** Files carried inside, and their bytes together. */
  readonly attachments: number;
  readonly attachedBytes: number;
  /** Milliseconds for the whole file. */
  readonly milliseconds: number;
}

export const PDF_LIMITS: PdfLimits = {
  bytes: 256 * 1024 * 1024,
  pages: 1000,
  pageSide: 14_400,
  objectsPerPage: 200_000,
  formDepth: 8,
  characters: 3_000_000,
  charactersPerPage: 200_000,
  rulingsPerPage: 5000,
  cellsPerTable: 100_000,
  listedProblems: 20,
  attachments: 16,
  attachedBytes: 64 * 1024 * 1024,
  milliseconds: 8000,
};

/** Deadline: asked inside loops; throws when the file has taken too long. */
export type Deadline = () => void;

/** Starts the clock of one file. */
export function startDeadline(limits: PdfLimits): Deadline {
  const end = performance.now() + limits.milliseconds;
  return () => {
    if (performance.now() <= end) return;
    throw new DocumentError(
      "too-large",
      `读取超过 ${limits.milliseconds / 1000} 秒，文件过于复杂。请只保留决算公开或自评的页，另存后重试。`,
    );
  };
}

/** The error for a measure beyond its limit. */
export function tooLarge(reason: string): DocumentError {
  return new DocumentError("too-large", `${reason}，不像一份公开材料。请按单位拆分，或删去无关内容后重试。`);
}
