// TemplateError: what is wrong with a unit's own Word template (模板), in words that tell how to put it right.

import { DocumentError } from "../../document-error.ts";

/** TemplateFault: the kinds of mistakes in a template. */
export type TemplateFault =
  /** A placeholder that the data does not know. */
  | "unknown-placeholder"
  /** A table written as a field, or a field as a table. */
  | "wrong-kind"
  /** A beginning without an end, an end without a beginning, or braces that do not pair. */
  | "unpaired"
  /** What the template asks for cannot be done where it stands. */
  | "misplaced";

/** TemplateError: the world's fault with a template; names the placeholders at fault. */
export class TemplateError extends DocumentError {
  readonly fault: TemplateFault;
  /** Names without braces, as they stand in the template. */
  readonly placeholders: readonly string[];

  constructor(
    fault: TemplateFault,
    message: string,
    options: { readonly placeholders?: readonly string[]; readonly cause?: unknown } = {},
  ) {
    super("template", message, { cause: options.cause });
    this.name = "TemplateError";
    this.fault = fault;
    this.placeholders = options.placeholders ?? [];
  }
}
