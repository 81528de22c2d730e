// The code of the error that an action ends with, as tests of readers ask for it.

import { DocumentError } from "../document-error.ts";

/** The code of a DocumentError; "no error" where the action ends well; any other error goes on. */
export function codeOf(action: () => unknown): string {
  try {
    action();
  } catch (error) {
    if (error instanceof DocumentError) return error.code;
    throw error;
  }
  return "no error";
}
