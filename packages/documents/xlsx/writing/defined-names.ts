// Ids as names of cells. A name in a workbook begins with a letter, holds letters, digits, "." and "_", must
// not look like a cell, and ignores case; the escape can be undone, so that a name gives the id again.

const PREFIX = "jm.";
const NAME_LIMIT = 255;

/** The name of the cell that states a figure; undefined where the id is too long for one. */
export function definedName(id: string): string | undefined {
  const name = PREFIX + id.replaceAll(/[^A-Za-z0-9]/gu, escaped);
  return name.length > NAME_LIMIT ? undefined : name;
}

/** The id that a name stands for; undefined for names that are not ours. */
export function idOfName(name: string): string | undefined {
  if (!name.startsWith(PREFIX)) return undefined;
  return name
    .slice(PREFIX.length)
    .replaceAll(/__|_([0-9A-F]+)_|\./gu, (sign, code: string | undefined) =>
      code === undefined ? (sign === "." ? "/" : "-") : String.fromCodePoint(Number.parseInt(code, 16)),
    );
}

/** "/" and "-" are the usual signs of an id; every other one is written by its code. */
function escaped(sign: string): string {
  if (sign === "/") return ".";
  if (sign === "-") return "__";
  return `_${(sign.codePointAt(0) ?? 0).toString(16).toUpperCase()}_`;
}

/** Name of the region of the cells of a table, by its number from 1. */
export const gridName = (number: number): string => `${GRID_PREFIX}${number}`;

const OWN_PREFIX = "jueming.";
const GRID_PREFIX = `${OWN_PREFIX}table.`;

/** Name that every workbook of ours has, so that it is known also when it holds no table. */
export const DOCUMENT_NAME = `${OWN_PREFIX}document`;

/** True for the name of a table's region. */
export const isGridName = (name: string): boolean => name.startsWith(GRID_PREFIX);
