// A number format code ("#,##0.00_);[Red](#,##0.00)") cut into sections of tokens (ECMA-376 part 1, 18.8.31).

/** FormatToken: one element of a section; `text` is the literal or the placeholder as written. */
export interface FormatToken {
  readonly kind:
    | "literal"
    | "digit"
    | "point"
    | "comma"
    | "percent"
    | "exponent"
    | "slash"
    | "text"
    | "general"
    | "date";
  readonly text: string;
}

/** FormatSection: the part of a format for positive, negative, zero or text values. */
export interface FormatSection {
  readonly tokens: readonly FormatToken[];
  readonly condition?: { readonly operator: string; readonly value: number };
  /** 1 and 2 write Chinese numerals, 3 digits of double width. */
  readonly numerals?: number;
}

/** A format code longer than Excel allows is no format; it is shown as General. */
const CODE_LIMIT = 1_000;
const SECTION_LIMIT = 4;

/** Cuts a format code into its sections. */
export function formatSections(code: string): readonly FormatSection[] {
  if (code.length > CODE_LIMIT) return [{ tokens: [GENERAL] }];
  return sectionCodes(code).slice(0, SECTION_LIMIT).map(readSection);
}

const GENERAL: FormatToken = { kind: "general", text: "General" };

/** "!" sets the next character apart like a backslash: 0!.0,"万". */
const SECTION_PART = /"[^"]*"?|[\\!][^]|[_*][^]|\[[^\]]*\]?|[^;"\\!_*[]+|;/gu;

function sectionCodes(code: string): readonly string[] {
  const sections = [""];
  for (const [part] of code.matchAll(SECTION_PART)) {
    if (part === ";") sections.push("");
    else sections[sections.length - 1] += part;
  }
  return sections;
}

interface Rule {
  readonly pattern: RegExp;
  readonly kind: FormatToken["kind"] | "skip";
}

/** Tried in order at each position; what matches none is a literal. */
const RULES: readonly Rule[] = [
  { pattern: /[_*][^]/uy, kind: "skip" },
  { pattern: /\[(?:h+|m+|s+)\]/iuy, kind: "date" },
  { pattern: /General|常规|G\/通用格式/iuy, kind: "general" },
  { pattern: /AM\/PM|A\/P|上午\/下午/iuy, kind: "date" },
  { pattern: /E[+-]/uy, kind: "exponent" },
  { pattern: /y+|e+|m+|d+|h+|s+|a{3,4}/iuy, kind: "date" },
  { pattern: /[0#?]/uy, kind: "digit" },
  { pattern: /\./uy, kind: "point" },
  { pattern: /,/uy, kind: "comma" },
  { pattern: /%/uy, kind: "percent" },
  { pattern: /\//uy, kind: "slash" },
  { pattern: /@/uy, kind: "text" },
];

const CONDITION = /^\[(<=|>=|<>|<|>|=)(-?\d+(?:\.\d+)?)\]$/u;
const CURRENCY = /^\[\$([^\]-]*)/u;
const NUMERALS = /^\[DBNum([123])\]$/iu;
const QUOTED = /"([^"]*)"?/uy;
const ESCAPED = /[\\!]([^])/uy;
const BRACKET = /\[[^\]]*\]/uy;

function readSection(code: string): FormatSection {
  const tokens: FormatToken[] = [];
  let condition: FormatSection["condition"];
  let numerals: number | undefined;
  let at = 0;
  const take = (pattern: RegExp): RegExpExecArray | null => {
    pattern.lastIndex = at;
    const match = pattern.exec(code);
    if (match !== null) at = pattern.lastIndex;
    return match;
  };
  while (at < code.length) {
    const literal = take(QUOTED) ?? take(ESCAPED);
    if (literal !== null) {
      tokens.push({ kind: "literal", text: literal[1] ?? "" });
      continue;
    }
    const rule = RULES.find(({ pattern }) => {
      pattern.lastIndex = at;
      return pattern.test(code);
    });
    if (rule !== undefined) {
      const text = take(rule.pattern)?.[0] ?? "";
      if (rule.kind !== "skip") tokens.push({ kind: rule.kind, text });
      continue;
    }
    const bracket = take(BRACKET)?.[0];
    if (bracket !== undefined) {
      const compared = CONDITION.exec(bracket);
      if (compared !== null) condition = { operator: compared[1] ?? "", value: Number(compared[2]) };
      numerals = Number(NUMERALS.exec(bracket)?.[1] ?? numerals ?? 0);
      const currency = CURRENCY.exec(bracket)?.[1] ?? "";
      if (currency !== "") tokens.push({ kind: "literal", text: currency });
      continue;
    }
    tokens.push({ kind: "literal", text: code[at] ?? "" });
    at += 1;
  }
  return {
    tokens,
    ...(condition === undefined ? {} : { condition }),
    ...(numerals === undefined || numerals === 0 ? {} : { numerals }),
  };
}
