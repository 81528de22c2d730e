// Numbers of lists as Word prints them: 一、（一）1. ① 甲 A ⅰ. The formats are those of ST_NumberFormat
// (ISO/IEC 29500-1, 17.18.59) that occur in Chinese documents.

const DIGITS = [..."〇一二三四五六七八九"];
const LEGAL_DIGITS = [..."零壹贰叁肆伍陆柒捌玖"];
const STEMS = [..."甲乙丙丁戊己庚辛壬癸"];
const BRANCHES = [..."子丑寅卯辰巳午未申酉戌亥"];
const ROMAN: readonly (readonly [number, string])[] = [
  [1000, "M"],
  [900, "CM"],
  [500, "D"],
  [400, "CD"],
  [100, "C"],
  [90, "XC"],
  [50, "L"],
  [40, "XL"],
  [10, "X"],
  [9, "IX"],
  [5, "V"],
  [4, "IV"],
  [1, "I"],
];
/** Beyond this a counter is printed in digits: nothing is numbered so far in words. */
const WORDS_LIMIT = 9999;

type NumberFormat = (value: number) => string;

const FORMATS: Readonly<Record<string, NumberFormat>> = {
  chineseCounting: counted,
  chineseCountingThousand: counted,
  taiwaneseCounting: counted,
  taiwaneseCountingThousand: counted,
  japaneseCounting: counted,
  ideographDigital: (value) => digitByDigit(value, DIGITS),
  japaneseDigitalTenThousand: (value) => digitByDigit(value, DIGITS),
  taiwaneseDigital: (value) => digitByDigit(value, DIGITS),
  chineseLegalSimplified: legal,
  ideographLegalTraditional: legal,
  ideographTraditional: (value) => STEMS[value - 1] ?? String(value),
  ideographZodiac: (value) => BRANCHES[value - 1] ?? String(value),
  decimalEnclosedCircle: circled,
  decimalEnclosedCircleChinese: circled,
  ideographEnclosedCircle: (value) => (value <= 10 ? at(0x327f, value) : String(value)),
  decimalEnclosedParen: (value) => (value <= 20 ? at(0x2473, value) : `(${value})`),
  decimalEnclosedFullstop: (value) => (value <= 20 ? at(0x2487, value) : `${value}.`),
  decimalZero: (value) => String(value).padStart(2, "0"),
  decimalFullWidth: wideDigits,
  decimalFullWidth2: wideDigits,
  upperLetter: letters,
  lowerLetter: (value) => letters(value).toLowerCase(),
  upperRoman: roman,
  lowerRoman: (value) => roman(value).toLowerCase(),
  none: () => "",
  bullet: () => "",
};

/** A counter's value in a number format; unknown formats print digits. */
export function formattedNumber(value: number, format: string): string {
  const write = FORMATS[format];
  return write === undefined || value < 1 ? String(value) : write(value);
}

function at(before: number, value: number): string {
  return String.fromCodePoint(before + value);
}

function circled(value: number): string {
  if (value <= 20) return at(0x245f, value);
  if (value <= 35) return at(0x3250 - 20, value);
  return value <= 50 ? at(0x32b0 - 35, value) : `(${value})`;
}

function wideDigits(value: number): string {
  return String(value).replace(/\d/gu, (digit) => at(0xff10, Number(digit)));
}

function letters(value: number): string {
  const letter = at(0x40, ((value - 1) % 26) + 1);
  return letter.repeat(Math.min(10, Math.floor((value - 1) / 26) + 1));
}

function roman(value: number): string {
  if (value > WORDS_LIMIT) return String(value);
  let rest = value;
  let text = "";
  for (const [size, sign] of ROMAN) {
    text += sign.repeat(Math.floor(rest / size));
    rest %= size;
  }
  return text;
}

function digitByDigit(value: number, digits: readonly string[]): string {
  return String(value).replace(/\d/gu, (digit) => digits[Number(digit)] ?? digit);
}

/** Counting words: 十, 十一, 一百零五. */
function counted(value: number): string {
  return words(value, ["零", ...DIGITS.slice(1)], ["", "十", "百", "千"]).replace(/^一十/u, "十");
}

function legal(value: number): string {
  return words(value, LEGAL_DIGITS, ["", "拾", "佰", "仟"]);
}

function words(value: number, digits: readonly string[], units: readonly string[]): string {
  if (value > WORDS_LIMIT) return String(value);
  const figures = [...String(value)].map(Number);
  const zero = digits[0] ?? "";
  const text = figures
    .map((figure, index) =>
      figure === 0 ? zero : (digits[figure] ?? "") + (units[figures.length - 1 - index] ?? ""),
    )
    .join("");
  return text.replace(new RegExp(`${zero}+`, "gu"), zero).replace(new RegExp(`${zero}$`, "u"), "");
}
