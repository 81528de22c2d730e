// TypesettingError: the world's fault when a document is set as PDF, with what to do about it in Chinese.

/** TypesettingErrorCode: what stood in the way. */
export type TypesettingErrorCode =
  /** No engine for this system. */
  | "engine-missing"
  /** A folder of fonts that is not there, or a font file that cannot be read. */
  | "font-missing"
  /** Characters that no font has. */
  | "glyph-missing"
  | "too-slow"
  /** The engine refused the document, or broke down over it. */
  | "engine-failed";

/** TypesettingError: why no PDF could be made. */
export class TypesettingError extends Error {
  readonly code: TypesettingErrorCode;

  constructor(code: TypesettingErrorCode, message: string, options?: { readonly cause?: unknown }) {
    super(message, options);
    this.name = "TypesettingError";
    this.code = code;
  }
}
