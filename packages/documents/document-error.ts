// DocumentError: the world's fault with a file (STYLE: three kinds of error, never mixed). Thrown at the
// edge, caught once per file, so that one bad file never stops the others.

/** DocumentErrorCode: the codes that `read` and `check` publish. */
export type DocumentErrorCode =
  | "not-found"
  | "unsupported-format"
  | "encrypted"
  | "damaged"
  | "too-large"
  | "no-text"
  | "not-a-disclosure"
  | "empty"
  /** A final document that still lacks something. */
  | "incomplete"
  /** A document that could not be typeset as PDF. */
  | "typesetting"
  /** A unit's own template that cannot be filled in. */
  | "template";

/** DocumentError: why a file could not be read; the message tells a finance officer in Chinese what to do. */
export class DocumentError extends Error {
  readonly code: DocumentErrorCode;

  constructor(code: DocumentErrorCode, message: string, options?: { readonly cause?: unknown }) {
    super(message, options);
    this.name = "DocumentError";
    this.code = code;
  }
}
