// Addresses of the portal's pages and of the documents that it offers.

import type { Key } from "./reference.ts";
import { referenceTo } from "./reference.ts";

/** The page of a unit, of its newest year or of a certain one. */
export const unitPath = (ref: string, year?: number): string =>
  year === undefined ? `/units/${ref}` : `/units/${ref}/${year}`;

/** The page of a district. */
export const regionPath = (code: string, year?: number): string =>
  year === undefined ? `/regions/${code}` : `/regions/${code}?year=${year}`;

/** The page of a project. */
export const projectPath = ({
  shardRegion,
  unitId,
  number,
}: {
  readonly shardRegion: string;
  readonly unitId: string;
  readonly number: string;
}): string => `${unitPath(referenceTo({ shardRegion, id: unitId }))}/projects/${number}`;

/** An official file of a publication. */
export const documentPath = (publication: Key, format: string): string =>
  `/documents/${referenceTo(publication)}.${format}`;
