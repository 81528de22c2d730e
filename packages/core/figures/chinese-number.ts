// Chinese numerals up to 万亿, as in ordinals (二十六), counts (两辆) and limits (万分之一).

const DIGITS: Readonly<Record<string, number>> = {
  零: 0,
  〇: 0,
  一: 1,
  壹: 1,
  二: 2,
  贰: 2,
  两: 2,
  三: 3,
  叁: 3,
  四: 4,
  肆: 4,
  五: 5,
  伍: 5,
  六: 6,
  陆: 6,
  七: 7,
  柒: 7,
  八: 8,
  捌: 8,
  九: 9,
  玖: 9,
};
const TENS: Readonly<Record<string, number>> = { 十: 10, 拾: 10, 百: 100, 佰: 100, 千: 1000, 仟: 1000 };
const LARGE: Readonly<Record<string, number>> = { 万: 10_000, 亿: 100_000_000 };

/** Reads a whole Chinese numeral; undefined when the text is anything else. */
export function parseChineseNumber(text: string): number | undefined {
  if (text.length === 0 || text.length > 20) return undefined;
  let total = 0;
  let section = 0;
  let digit: number | undefined;
  for (const character of text) {
    const asDigit = DIGITS[character];
    const asTen = TENS[character];
    const asLarge = LARGE[character];
    if (asDigit !== undefined) {
      if (digit !== undefined && digit !== 0) return undefined;
      digit = asDigit;
    } else if (asTen !== undefined) {
      section += (digit ?? 1) * asTen;
      digit = undefined;
    } else if (asLarge !== undefined) {
      total += (section + (digit ?? 0)) * asLarge;
      section = 0;
      digit = undefined;
    } else return undefined;
  }
  return total + section + (digit ?? 0);
}
