// The height of a row: programs do not measure wrapped text when they open a workbook.

const LINE_HEIGHT = 13.5;
const HEIGHT_LIMIT = 400;

/** The height of a row in points; null where one line is enough. */
export function rowHeight(texts: readonly string[], widths: readonly number[]): number | null {
  const lines = Math.max(1, ...texts.map((text, column) => linesIn(text, widths[column] ?? 10)));
  return lines === 1 ? null : Math.min(HEIGHT_LIMIT, lines * LINE_HEIGHT + 2);
}

/** Lines that a text takes in a column: a Chinese character is as wide as two digits. */
function linesIn(text: string, width: number): number {
  return text.split("\n").reduce((lines, line) => {
    let used = 0;
    for (const character of line) used += (character.codePointAt(0) ?? 0) >= 0x20_00 ? 2 : 1;
    return lines + Math.max(1, Math.ceil(used / Math.max(1, width - 1)));
  }, 0);
}
