// What is wrong with the database that cannot be mended by the program; the message tells an operator what to do.

export type DatabaseErrorCode =
  | "no-embedded-database"
  | "in-use"
  | "no-permission"
  | "will-not-start"
  | "unreachable"
  | "too-old"
  | "newer-schema";

/** DatabaseError: why the server cannot use its database. */
export class DatabaseError extends Error {
  readonly code: DatabaseErrorCode;

  constructor(code: DatabaseErrorCode, message: string, options?: { readonly cause?: unknown }) {
    super(message, options);
    this.name = "DatabaseError";
    this.code = code;
  }
}
