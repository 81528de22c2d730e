// The published JSON form of findings (CONTRACT §4; schemas/findings.schema.json).

import type { Finding } from "@jueming/core/checks/finding.ts";
import type { JsonObject } from "@jueming/core/disclosure/disclosure-json.ts";
import type { Place } from "@jueming/core/document/document.ts";

import type { CheckedFile, CheckedUnit } from "./check.ts";

/** Name and version of the JSON form. */
export const FINDINGS_SCHEMA = "jueming/findings/1";

/** What checking says of a file, or of several files of one unit and year. */
export function toFindingsJson(checked: CheckedFile | CheckedUnit): JsonObject {
  const { about, result } = checked;
  const { unit, year } = about;
  const single = "source" in checked ? checked.source : null;
  const origin =
    "source" in checked
      ? { source: checked.source }
      : { sources: checked.sources, duplicates: checked.duplicates.map((pair) => ({ ...pair })) };
  const placed = (place: Place): JsonObject => placeJson(place, about.source, single);
  return {
    schema: FINDINGS_SCHEMA,
    ...origin,
    unit: { code: unit.code, name: unit.name, type: unit.type },
    year,
    summary: { ...result.summary },
    findings: result.findings.map((finding) => findingJson(finding, placed)),
    notChecked: result.notChecked.map((one) => ({ ...one })),
  };
}

function findingJson(finding: Finding, placed: (place: Place) => JsonObject): JsonObject {
  const { repair } = finding;
  return {
    rule: finding.rule,
    code: finding.code,
    kind: finding.kind,
    severity: finding.severity,
    subject: finding.subject,
    message: finding.message,
    advice: finding.advice,
    basis: finding.basis,
    operands: finding.operands.map(({ label, value, place }) => ({ label, value, place: placed(place) })),
    expected: finding.expected,
    actual: finding.actual,
    gap: finding.gap,
    envelope: finding.envelope,
    sourceDoubt: finding.sourceDoubt,
    causedBy: finding.causedBy,
    repair: repair === null ? null : { place: placed(repair.place), from: repair.from, to: repair.to },
    explanation: finding.explanation,
  };
}

/** A place names its source where that is not the source of the result: other files, and JSON read back. */
function placeJson(place: Place, own: string, result: string | null): JsonObject {
  const { source = own, page, line, sheet, row, column, box } = place;
  return { source: source === result ? undefined : source, page, line, sheet, row, column, box };
}
