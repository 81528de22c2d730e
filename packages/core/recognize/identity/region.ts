// Where the unit is: a division code in project codes is the most reliable witness, then the
// division that the unit's names begin with, then mentions on the cover and in headings.

import { divisionPath, findDivision } from "../../regions/gazetteer/divisions.ts";
import { findDivisionsInText } from "../../regions/gazetteer/place-mentions.ts";

/** RegionEvidence: what speaks for a region. */
export interface RegionEvidence {
  /** Codes printed with projects, such as 51111321T000000112594. */
  readonly projectCodes: readonly string[];
  /** Names of the unit and its department, most trusted first. */
  readonly unitNames: readonly string[];
  /** Cover, headings and titles. */
  readonly titles: readonly string[];
}

/** RecognizedRegion: division code and full name; null where nothing tells. */
export interface RecognizedRegion {
  readonly code: string | null;
  readonly name: string | null;
}

const COUNTY_CODE = /^\d{6}(?=\d)/u;

function mostFrequent(codes: readonly string[]): string | undefined {
  const counts = new Map<string, number>();
  for (const code of codes) counts.set(code, (counts.get(code) ?? 0) + 1);
  return [...counts].toSorted(([, a], [, b]) => b - a)[0]?.[0];
}

function fromProjectCodes(codes: readonly string[]): string | undefined {
  const divisions = codes.flatMap((code) => {
    const prefix = COUNTY_CODE.exec(code)?.[0];
    return prefix !== undefined && findDivision(prefix) !== undefined ? [prefix] : [];
  });
  return mostFrequent(divisions);
}

/** The most specific division that a name mentions. */
function fromNames(names: readonly string[]): string | undefined {
  const codes = names.flatMap((name) => {
    const found = findDivisionsInText(name).map(({ division }) => division.code);
    const last = found.at(-1);
    return last === undefined ? [] : [last];
  });
  return mostFrequent(codes);
}

/** Tells the region. */
export function recognizeRegion(evidence: RegionEvidence): RecognizedRegion {
  const code =
    fromProjectCodes(evidence.projectCodes) ?? fromNames(evidence.unitNames) ?? fromNames(evidence.titles);
  if (code === undefined) return { code: null, name: null };
  return { code, name: divisionPath(code) ?? null };
}
