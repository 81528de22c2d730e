// Where the unit is: a division code in project codes is the most reliable witness, then the
// division that the unit's names begin with, then mentions on the cover and in headings.

import { ancestors, divisionPath, findDivision } from "../../regions/gazetteer/divisions.ts";
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

/** The most specific division that a name mentions; of several of one name the one within a place that others name. */
function fromNames(names: readonly string[], certain: ReadonlySet<string>): string | undefined {
  const codes = names.flatMap((name) => {
    const last = findDivisionsInText(name).at(-1);
    if (last === undefined) return [];
    if (last.otherReadings.length === 0) return [last.division.code];
    const within = [last.division, ...last.otherReadings].filter(({ code }) =>
      ancestors(code).some((above) => certain.has(above.code)),
    );
    return within.length === 1 ? within.map(({ code }) => code) : [];
  });
  return mostFrequent(codes);
}

/** Divisions that the names and titles mention without doubt. */
function certainDivisions(texts: readonly string[]): ReadonlySet<string> {
  return new Set(
    texts
      .flatMap(findDivisionsInText)
      .filter(({ otherReadings }) => otherReadings.length === 0)
      .map(({ division }) => division.code),
  );
}

/** Tells the region; where several places bear the name and nothing decides, none is claimed. */
export function recognizeRegion(evidence: RegionEvidence): RecognizedRegion {
  const { projectCodes, unitNames, titles } = evidence;
  const certain = certainDivisions([...unitNames, ...titles]);
  const code = fromProjectCodes(projectCodes) ?? fromNames(unitNames, certain) ?? fromNames(titles, certain);
  if (code === undefined) return { code: null, name: null };
  return { code, name: divisionPath(code) ?? null };
}
