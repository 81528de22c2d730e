// What an evaluation tells, wherever it stands: its published form without places.

import type { Disclosure } from "../../../disclosure/disclosure.ts";
import { toDisclosureJson } from "../../../disclosure/disclosure-json.ts";

const OF_THE_COPY = new Set([
  "place",
  "places",
  "textPlaces",
  "span",
  "pieces",
  "doubtful",
  "doubt",
  "proposal",
]);

/** The published form of a part of a disclosure without what belongs to the copy at hand; absent is null. */
export function told(disclosure: Disclosure, part: "evaluations" | "departmentEvaluation"): unknown {
  return withoutPlaces(toDisclosureJson(disclosure)[part]);
}

function withoutPlaces(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutPlaces);
  if (typeof value !== "object" || value === null) return value ?? null;
  const entries = Object.entries(value)
    .filter(([name, inner]) => !OF_THE_COPY.has(name) && inner !== undefined)
    .map(([name, inner]) => [name, withoutPlaces(inner)] as const)
    // A record of nothing but places says nothing.
    .filter(([, inner]) => !isEmptyRecord(inner));
  return Object.fromEntries(entries);
}

function isEmptyRecord(value: unknown): boolean {
  return (
    typeof value === "object" && value !== null && !Array.isArray(value) && Object.keys(value).length === 0
  );
}
