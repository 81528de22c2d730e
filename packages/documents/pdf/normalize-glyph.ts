// Characters of a PDF's text layer as everyone else writes them. Fonts made by browsers and office programs
// map glyphs to Kangxi radicals, CJK radical supplements and compatibility forms of the same shape.

/** Radicals of U+2E80–2EF3 that have no decomposition of their own in Unicode, and the ideographs they show. */
const RADICALS: Readonly<Record<string, string>> = {
  "⺁": "厂",
  "⺂": "乛",
  "⺃": "乚",
  "⺄": "乙",
  "⺅": "亻",
  "⺆": "冂",
  "⺇": "几",
  "⺈": "刀",
  "⺉": "刂",
  "⺊": "卜",
  "⺋": "㔾",
  "⺌": "小",
  "⺍": "小",
  "⺎": "兀",
  "⺏": "尣",
  "⺐": "尢",
  "⺑": "尣",
  "⺒": "巳",
  "⺓": "幺",
  "⺔": "彑",
  "⺕": "彐",
  "⺖": "忄",
  "⺗": "心",
  "⺘": "扌",
  "⺙": "攵",
  "⺛": "旡",
  "⺜": "日",
  "⺝": "月",
  "⺞": "歺",
  "⺟": "母",
  "⺠": "民",
  "⺡": "氵",
  "⺢": "氺",
  "⺣": "灬",
  "⺤": "爫",
  "⺥": "爫",
  "⺦": "丬",
  "⺧": "牛",
  "⺨": "犭",
  "⺩": "王",
  "⺪": "疋",
  "⺫": "目",
  "⺬": "示",
  "⺭": "礻",
  "⺮": "竹",
  "⺯": "糹",
  "⺰": "纟",
  "⺱": "罓",
  "⺲": "罒",
  "⺳": "网",
  "⺴": "罓",
  "⺵": "网",
  "⺶": "羊",
  "⺷": "羊",
  "⺸": "羊",
  "⺹": "耂",
  "⺺": "聿",
  "⺻": "聿",
  "⺼": "月",
  "⺽": "臼",
  "⺾": "艹",
  "⺿": "艹",
  "⻀": "艹",
  "⻁": "虎",
  "⻂": "衤",
  "⻃": "西",
  "⻄": "西",
  "⻅": "见",
  "⻆": "角",
  "⻇": "角",
  "⻈": "讠",
  "⻉": "贝",
  "⻊": "足",
  "⻋": "车",
  "⻌": "辶",
  "⻍": "辶",
  "⻎": "辶",
  "⻏": "阝",
  "⻐": "钅",
  "⻑": "長",
  "⻒": "镸",
  "⻓": "长",
  "⻔": "门",
  "⻕": "阜",
  "⻖": "阝",
  "⻗": "雨",
  "⻘": "青",
  "⻙": "韦",
  "⻚": "页",
  "⻛": "风",
  "⻜": "飞",
  "⻝": "食",
  "⻞": "食",
  "⻟": "飠",
  "⻠": "饣",
  "⻡": "首",
  "⻢": "马",
  "⻣": "骨",
  "⻤": "鬼",
  "⻥": "鱼",
  "⻦": "鸟",
  "⻧": "卤",
  "⻨": "麦",
  "⻩": "黄",
  "⻪": "黾",
  "⻫": "斉",
  "⻬": "齐",
  "⻭": "歯",
  "⻮": "齿",
  "⻯": "竜",
  "⻰": "龙",
  "⻱": "龜",
  "⻲": "亀",
};

/** Radicals, compatibility ideographs, presentation forms of vertical text, Latin ligatures, odd spaces. */
const FOREIGN = /[\u2E80-\u2FD5\uF900-\uFAFF\uFE10-\uFE19\uFE30-\uFE4F\uFB00-\uFB06\u{2F800}-\u{2FA1F}]/u;
const BLANK = /^[\s\u00A0\u2000-\u200A\u202F\u205F\u3000]$/u;
const INVISIBLE = /^[\u200B-\u200F\u2060\uFEFF\u00AD\u202A-\u202E\u2066-\u2069]$/u;

/** What stands for a glyph whose font does not say which character it is. */
export const UNREADABLE = "\uFFFD";

/** The character of a code point; "" for what prints nothing, one blank for every kind of blank. */
export function normalizeGlyph(codePoint: number): string {
  if (codePoint >= 0x21 && codePoint < 0x7f) return String.fromCharCode(codePoint);
  if (codePoint >= 0x4e00 && codePoint <= 0x9fff) return String.fromCharCode(codePoint);
  if (isUnmapped(codePoint)) return UNREADABLE;
  const character = String.fromCodePoint(codePoint);
  if (BLANK.test(character)) return " ";
  if (INVISIBLE.test(character)) return "";
  return RADICALS[character] ?? (FOREIGN.test(character) ? character.normalize("NFKC") : character);
}

/** Codes that no font should give: control characters, surrogates, noncharacters and private use. */
function isUnmapped(code: number): boolean {
  if (code < 0x20) return code !== 0x09 && code !== 0x0a && code !== 0x0d;
  if (code >= 0x7f && code <= 0x9f) return true;
  return (code >= 0xd800 && code <= 0xf8ff) || (code & 0xfffe) === 0xfffe || code > 0xeffff;
}
