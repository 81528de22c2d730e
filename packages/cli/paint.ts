// Colours of the terminal, only where a person looks at it; NO_COLOR is respected (no-color.org).

import type { Severity } from "@jueming/core/checks/finding.ts";

/** Paint: puts marks of colour around a text, or none. */
export interface Paint {
  readonly strong: (text: string) => string;
  readonly faint: (text: string) => string;
  readonly severity: (severity: Severity, text: string) => string;
}

const code =
  (start: number, end: number) =>
  (text: string): string =>
    `\u001B[${start}m${text}\u001B[${end}m`;

const COLOURS: Readonly<Record<Severity, (text: string) => string>> = {
  error: code(31, 39),
  warning: code(33, 39),
  hint: code(36, 39),
};

const same = (text: string): string => text;

export const PLAIN: Paint = { strong: same, faint: same, severity: (_, text) => text };
export const COLOURED: Paint = {
  strong: code(1, 22),
  faint: code(2, 22),
  severity: (severity, text) => COLOURS[severity](text),
};

/** The paint for a stream. */
export function paintFor(stream: { readonly isTTY?: boolean }, environment: NodeJS.ProcessEnv): Paint {
  const isWanted =
    stream.isTTY === true && (environment["NO_COLOR"] ?? "") === "" && environment["TERM"] !== "dumb";
  return isWanted ? COLOURED : PLAIN;
}
