// Findings of the server as the panel shows them; the place of a figure is the spot in which it is typed.

import type { FindingView } from "@jueming/server/contract/reports.ts";

import type { Finding } from "../../parts/findings-panel/finding.ts";

/** The findings for the panel. */
export function shownFindings(findings: readonly FindingView[]): readonly Finding[] {
  return findings.map((finding) => ({
    ...finding,
    sourceDoubt: finding["sourceDoubt"] === true,
    operands: finding.operands.map(({ label, value, spot }) => ({ label, value, place: { spot } })),
  }));
}
