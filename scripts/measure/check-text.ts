// Reads and checks a text in this process, as the command line does with a file.

import { checkRules } from "@jueming/core/checks/rules/index.ts";
import type { Finding } from "@jueming/core/checks/finding.ts";
import { contextOf, runChecks } from "@jueming/core/checks/run-checks.ts";
import { editionOf } from "@jueming/core/regions/index.ts";
import type { Disclosure } from "@jueming/core/disclosure/disclosure.ts";
import { readText } from "@jueming/documents/text/reader.ts";
import { disclosureIn } from "@jueming/pipeline/recognition.ts";

/** CheckedText: what was read, and what is found in it. */
export interface CheckedText {
  readonly disclosure: Disclosure;
  readonly findings: readonly Finding[];
}

export function checkText(lines: readonly string[], source: string): CheckedText {
  const disclosure = disclosureIn(readText(new TextEncoder().encode(lines.join("\n")), source));
  return {
    disclosure,
    findings: runChecks(contextOf(disclosure, { edition: editionOf(disclosure) }), checkRules).findings,
  };
}
