// Differences as JSON: jueming/differences/1.

import type { Difference, DifferenceSide } from "@jueming/core/compare/difference.ts";
import type { JsonObject } from "@jueming/core/disclosure/disclosure-json.ts";
import { placeToJson } from "@jueming/core/disclosure/json/places.ts";

/** Compared: the two files and how they differ. */
export interface Compared {
  readonly left: string;
  readonly right: string;
  readonly differences: readonly Difference[];
}

export const DIFFERENCES_SCHEMA = "jueming/differences/1";

export function differencesJson({ left, right, differences }: Compared): JsonObject {
  return {
    schema: DIFFERENCES_SCHEMA,
    left,
    right,
    differences: differences.map(({ kind, where, what, ...sides }) => ({
      kind,
      where,
      what,
      left: sideJson(sides.left, left),
      right: sideJson(sides.right, right),
    })),
  };
}

const sideJson = ({ value, place }: DifferenceSide, source: string): JsonObject => ({
  value,
  place: place === null ? null : placeToJson(place, source),
});
