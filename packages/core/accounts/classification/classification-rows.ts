/** A row of a classification list as it stands in a data file: code, name and the marks after the name. */
export interface ClassificationRow {
  readonly code: string;
  readonly name: string;
  readonly marks: string;
}

const marksPattern = /(?:[*?-]|@-?\d{4})+$/;

/**
 * Reads pairs of code and name; a code of two digits continues the last code, cut to `ownerLength` digits.
 * Line breaks mean nothing, so that a data file can be wrapped anywhere.
 */
export function parseClassificationRows(text: string, ownerLength: 3 | 5): readonly ClassificationRow[] {
  const tokens = text.split(/\s+/).filter((token) => token !== "");
  const rows: ClassificationRow[] = [];
  let owner = "";
  for (let index = 0; index + 1 < tokens.length; index += 2) {
    const printed = tokens[index] ?? "";
    const code = printed.length === 2 ? owner + printed : printed;
    owner = code.slice(0, ownerLength);
    const nameWithMarks = tokens[index + 1] ?? "";
    const name = nameWithMarks.replace(marksPattern, "");
    rows.push({ code, name, marks: nameWithMarks.slice(name.length) });
  }
  return rows;
}
