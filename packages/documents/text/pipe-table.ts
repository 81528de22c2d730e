// Rows of Markdown pipe tables: `| a | b |`, with or without the outer pipes where a rule row proves the table.

const RULE_CELL = /^\s*:?-+:?\s*$/u;

/** True for `|---|:--:|`, which draws the line under a header and holds no content. */
export function isRuleRow(line: string): boolean {
  if (!line.includes("-") || !line.includes("|")) return false;
  return pipeCells(line).every((cell) => RULE_CELL.test(cell));
}

/** True for a line that begins with a pipe and has a second one; a single pipe is a damaged character. */
export function isFencedRow(line: string): boolean {
  const trimmed = line.trimStart();
  return trimmed.startsWith("|") && trimmed.indexOf("|", 1) > 0;
}

/** True for a line that two or more pipes part although none stands before it: a row of three cells or more. */
export function isOpenRow(line: string): boolean {
  return !line.trimStart().startsWith("|") && (line.match(/(?<!\\)\|/gu)?.length ?? 0) >= 2;
}

/** The cells of a pipe row; an escaped pipe is content. Without outer pipes, one at the edge parts a blank cell. */
export function pipeCells(line: string, hasOuterPipes = true): readonly string[] {
  const trimmed = line.trim();
  const inner = hasOuterPipes ? trimmed.replace(/^\|/u, "").replace(/(?<!\\)\|$/u, "") : trimmed;
  return inner.split(/(?<!\\)\|/u).map((cell) => cell.replaceAll("\\|", "|").trim());
}
