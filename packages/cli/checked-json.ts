// Results of checking as lines of JSON, from a severity on.

import type { Finding, Severity } from "@jueming/core/checks/finding.ts";
import type { JsonObject } from "@jueming/core/disclosure/disclosure-json.ts";
import { toFindingsJson } from "@jueming/pipeline/findings-json.ts";
import { isFailure } from "@jueming/pipeline/read.ts";
import type { Checked } from "@jueming/pipeline/reports/checked.ts";

import { SEVERITIES } from "@jueming/pipeline/reports/wording.ts";

/** One line of JSON; the summary always counts all findings. */
export function checkedJson(result: Checked, least: Severity): JsonObject {
  if (isFailure(result)) return { source: result.source, error: { ...result.error } };
  const findings = findingsFrom(result.result.findings, least);
  return toFindingsJson({ ...result, result: { ...result.result, findings } });
}

/** The findings from a severity on, their causes pointing to the places they have now. */
function findingsFrom(findings: readonly Finding[], least: Severity): readonly Finding[] {
  const shown = SEVERITIES.slice(0, SEVERITIES.indexOf(least) + 1);
  const places = new Map<number, number>();
  for (const [index, { severity }] of findings.entries())
    if (shown.includes(severity)) places.set(index, places.size);
  return findings
    .filter(({ severity }) => shown.includes(severity))
    .map((finding) => ({
      ...finding,
      causedBy: finding.causedBy === null ? null : (places.get(finding.causedBy) ?? null),
    }));
}

/** Name of the file for one result within a folder. */
export function fileNameOf(result: Checked): string {
  if (!("sources" in result)) return result.source;
  return `合并核对-${result.sources.join("+").replaceAll(/[/\\]/gu, "-").slice(0, 80)}`;
}
