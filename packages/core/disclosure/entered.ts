// Reports that were entered as facts (录入), not read from a document that prints them.

import type { Disclosure } from "./disclosure.ts";

/** True where facts were entered: not read from sentences, or from lines of a document. */
export const isEntered = ({ narrative, evaluations, alterations }: Disclosure): boolean =>
  // A document that we wrote tells what was altered in it.
  alterations === null &&
  (narrative.some(({ sentence }) => sentence === "") ||
    (evaluations.length > 0 && evaluations.every(({ span }) => span === null)));
