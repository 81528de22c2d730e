// Marks of Markdown, HTML and LaTeX inside a line are layout, not content: they go, their text stays.

const INLINE_TAG =
  /<\/?(?:b|strong|i|em|u|s|del|ins|sub|sup|mark|font|span|small|big|code|center|p|div|a)(?:\s[^<>]{0,200})?\s*\/?>/giu;
const LINE_BREAK_TAG = /<br\s*\/?>/giu;
const ENTITY = /&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]{2,8}));/giu;
const ENTITIES: Readonly<Record<string, string>> = {
  nbsp: " ",
  ensp: " ",
  emsp: " ",
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  apos: "'",
  ge: "≥",
  le: "≤",
  times: "×",
  divide: "÷",
  plusmn: "±",
  middot: "·",
  ldquo: "“",
  rdquo: "”",
  mdash: "—",
};

const FORMULA = /(?<!\\)\$([^$\n]{1,200})(?<!\\)\$|\\\(([^\n]{1,200}?)\\\)/gu;
const COMMAND = /\\([a-zA-Z]+|[^a-zA-Z])/gu;
const COMMANDS: Readonly<Record<string, string>> = {
  pi: "π",
  ge: "≥",
  geq: "≥",
  geqslant: "≥",
  le: "≤",
  leq: "≤",
  leqslant: "≤",
  gt: ">",
  lt: "<",
  ne: "≠",
  neq: "≠",
  approx: "≈",
  times: "×",
  div: "÷",
  pm: "±",
  cdot: "·",
  sim: "~",
  rightarrow: "→",
  to: "→",
  circ: "°",
  permil: "‰",
  setminus: "\\",
  backslash: "\\",
  quad: " ",
  Xi: "Ξ",
  Sigma: "Σ",
  sum: "Σ",
  alpha: "α",
  beta: "β",
  gamma: "γ",
  theta: "θ",
  lambda: "λ",
  mu: "μ",
  left: "",
  right: "",
  text: "",
  mathrm: "",
  mathbf: "",
  textbf: "",
  operatorname: "",
};

const STRONG = /\*\*([^*\n]+)\*\*/gu;
const STRUCK = /~~([^~\n]+)~~/gu;
const IMAGE = /!\[([^\]\n]{0,200})\]\([^()\n]{0,500}\)/gu;
const LINK = /\[([^\][\n]{1,200})\]\((?:https?:|mailto:|www\.|[#/.])[^()\s]{0,500}\)/gu;
const ESCAPED = /\\([\\`*_{}[\]()#+\-.!|~$<>&])/gu;

/** The line without its marks; a break inside a cell becomes a blank. */
export function withoutMarks(line: string): string {
  let text = line;
  if (text.includes("<")) text = text.replace(LINE_BREAK_TAG, " ").replace(INLINE_TAG, "");
  if (text.includes("$") || text.includes("\\(")) text = text.replace(FORMULA, formulaText);
  if (text.includes("**")) text = text.replace(STRONG, "$1");
  if (text.includes("~~")) text = text.replace(STRUCK, "$1");
  if (text.includes("](")) text = text.replace(IMAGE, "$1").replace(LINK, "$1");
  if (text.includes("\\")) text = text.replace(ESCAPED, "$1");
  if (text.includes("&")) text = text.replace(ENTITY, entityText);
  return text;
}

function entityText(whole: string, decimal?: string, hexadecimal?: string, name?: string): string {
  if (name !== undefined) return ENTITIES[name.toLowerCase()] ?? whole;
  const code = decimal === undefined ? Number.parseInt(hexadecimal ?? "", 16) : Number(decimal);
  const isCharacter = code >= 0x20 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff);
  return isCharacter ? String.fromCodePoint(code) : whole;
}

/** A formula's plain text; dollar signs around anything but a formula are content and stay. */
function formulaText(whole: string, dollars?: string, brackets?: string): string {
  const inner = dollars ?? brackets ?? "";
  const isFormula = /\\|^[\s\d.,%+\-=<>≥≤]*$/u.test(inner);
  if (!isFormula) return whole;
  return inner
    .replace(COMMAND, (command: string, name: string) =>
      /^[a-zA-Z]/u.test(name) ? (COMMANDS[name] ?? command) : name,
    )
    .replace(/[{}^]/gu, "")
    .replace(/\s+/gu, " ")
    .trim();
}
