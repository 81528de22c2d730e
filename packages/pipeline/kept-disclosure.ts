// Disclosures that were checked and may be needed again, for a report or to check files together. Of many files
// each is kept packed, a twentieth of its size, so that memory does not grow with the number of files.

import { deflateRawSync, inflateRawSync } from "node:zlib";

import type { Disclosure } from "@jueming/core/disclosure/disclosure.ts";
import { fromDisclosureJson, toDisclosureJson } from "@jueming/core/disclosure/disclosure-json.ts";
import { invariant } from "@jueming/core/document/invariant.ts";

/** About: whose disclosure it is; small, and always at hand. */
export type About = Pick<
  Disclosure,
  "source" | "kind" | "title" | "year" | "region" | "department" | "unit" | "problems"
>;

/** KeptDisclosure: a disclosure that was checked; asked for again, it may have to be unpacked. */
export interface KeptDisclosure {
  readonly about: About;
  readonly disclosure: () => Disclosure;
}

/** PackedDisclosure: plain data, so that it can go from one thread to another. */
export interface PackedDisclosure {
  readonly about: About;
  readonly packed: Uint8Array<ArrayBuffer>;
}

/** Keeps a disclosure as it is, where there are few. */
export function keptDisclosure(disclosure: Disclosure): KeptDisclosure {
  return { about: aboutOf(disclosure), disclosure: () => disclosure };
}

/** Packs a disclosure in its JSON form. */
export function packDisclosure(disclosure: Disclosure): PackedDisclosure {
  const json = JSON.stringify(toDisclosureJson(disclosure));
  // The quickest compression: a better one takes longer than the rest of the way.
  return { about: aboutOf(disclosure), packed: new Uint8Array(deflateRawSync(json, { level: 1 })) };
}

/** A packed disclosure, unpacked each time that it is asked for. */
export function unpackDisclosure({ about, packed }: PackedDisclosure): KeptDisclosure {
  const disclosure = (): Disclosure => {
    const reading = fromDisclosureJson(JSON.parse(inflateRawSync(packed).toString()));
    invariant(reading.ok, "a disclosure that was packed can be unpacked");
    return reading.disclosure;
  };
  return { about, disclosure };
}

function aboutOf(disclosure: Disclosure): About {
  const { source, kind, title, year, region, department, unit, problems } = disclosure;
  return { source, kind, title, year, region, department, unit, problems };
}
