// Addresses of the portal's pages.

/** The page of a unit, of its newest year or of a certain one. */
export const unitPath = (ref: string, year?: number): string =>
  year === undefined ? `/units/${ref}` : `/units/${ref}/${year}`;

/** The page of a district. */
export const regionPath = (code: string, year?: number): string =>
  year === undefined ? `/regions/${code}` : `/regions/${code}?year=${year}`;
