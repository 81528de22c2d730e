// Characters of symbol fonts (`w:sym`), which Word stores as positions in a font: boxes and ticks of forms,
// comparison signs of targets.

/** Positions in the fonts Wingdings, Wingdings 2 and Symbol that occur in forms, as characters. */
const FONTS: Readonly<Record<string, Readonly<Record<number, string>>>> = {
  wingdings: {
    0x6c: "●",
    0x6e: "■",
    0x6f: "□",
    0x71: "□",
    0x72: "□",
    0x75: "◆",
    0xa7: "▪",
    0xa8: "□",
    0xd8: "➢",
    0xe0: "→",
    0xfb: "×",
    0xfc: "√",
    0xfd: "☒",
    0xfe: "☑",
    0x81: "①",
    0x82: "②",
    0x83: "③",
    0x84: "④",
    0x85: "⑤",
    0x86: "⑥",
    0x87: "⑦",
    0x88: "⑧",
    0x89: "⑨",
    0x8a: "⑩",
  },
  "wingdings 2": { 0x50: "√", 0x4f: "×", 0x52: "☑", 0x51: "☒", 0x53: "☒", 0x54: "☒", 0xa3: "□", 0x2a: "□" },
  symbol: {
    0xa3: "≤",
    0xb3: "≥",
    0xb1: "±",
    0xb4: "×",
    0xb8: "÷",
    0xb0: "°",
    0xb7: "·",
    0xb9: "≠",
    0xbb: "≈",
    0xae: "→",
    0xe5: "Σ",
    0x53: "Σ",
    0x70: "π",
    0x25: "%",
    0x2d: "-",
    0x3c: "<",
    0x3d: "=",
    0x3e: ">",
  },
};
const PRIVATE_START = 0xf000;

/** The character of a position in a symbol font; "\uFFFD" where it is not known. */
export function symbolText(font: string, position: string): string {
  const code = Number.parseInt(position, 16);
  if (!Number.isInteger(code) || code < 0x20 || code > 0xffff) return "\uFFFD";
  const inFont = code >= PRIVATE_START ? code - PRIVATE_START : code;
  const known = FONTS[font.toLowerCase()]?.[inFont];
  if (known !== undefined) return known;
  const isPrivate = code >= 0xe000 && code <= 0xf8ff;
  const isDigit = inFont >= 0x30 && inFont <= 0x39 && !/wingdings|webdings/iu.test(font);
  if (isPrivate) return isDigit ? String.fromCodePoint(inFont) : "\uFFFD";
  return String.fromCharCode(code);
}
