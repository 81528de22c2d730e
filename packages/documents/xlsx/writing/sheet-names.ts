// Names of sheets: what spreadsheet programs allow, each once whatever the case.

const LIMIT = 31;
// oxlint-disable-next-line no-control-regex -- characters that sheet names may not hold
const FORBIDDEN = /[[\]:*?/\\\u0000-\u001F\u007F\uFFFE\uFFFF]+/gu;

/** Gives every wanted name as a legal one that no other sheet has. */
export function sheetNamer(): (wanted: string) => string {
  const taken = new Set(["history"]);
  return (wanted) => {
    const base = legal(wanted);
    let name = base;
    for (let number = 2; taken.has(name.toLowerCase()); number += 1) {
      const mark = `（${number}）`;
      name = shortened(base, LIMIT - mark.length) + mark;
    }
    taken.add(name.toLowerCase());
    return name;
  };
}

function legal(wanted: string): string {
  const clean = wanted
    .toWellFormed()
    .replaceAll(FORBIDDEN, " ")
    .trim()
    .replaceAll(/^'+|'+$/gu, "");
  const name = shortened(clean, LIMIT).trim().replace(/'+$/u, "");
  return name === "" ? "表" : name;
}

/** Never cuts a character in two. */
function shortened(text: string, limit: number): string {
  let short = "";
  for (const character of text) {
    if (short.length + character.length > limit) break;
    short += character;
  }
  return short;
}
