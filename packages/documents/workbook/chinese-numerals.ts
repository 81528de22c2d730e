// Numerals that the formats [DBNum1] to [DBNum3] write: 二〇二四, 贰拾, １２.

const LOWER = [..."〇一二三四五六七八九"];
const UPPER = [..."零壹贰叁肆伍陆柒捌玖"];
const LOWER_UNITS = ["", "十", "百", "千"];
const UPPER_UNITS = ["", "拾", "佰", "仟"];
const GROUPS = ["", "万", "亿", "万亿"];

/** Each digit as its numeral, as years are written. */
export function numeralDigits(digits: string, kind: number): string {
  if (kind === 3) return digits.replace(/\d/gu, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));
  const names = kind === 2 ? UPPER : LOWER;
  return digits.replace(/\d/gu, (digit) => names[Number(digit)] ?? digit);
}

/** A whole number as it is said: 十二, 叁拾壹. */
export function numeralWords(digits: string, kind: number): string {
  if (kind === 3 || digits.length > 16) return numeralDigits(digits, kind);
  const whole = digits.replace(/^0+(?=\d)/u, "");
  if (whole === "0") return kind === 2 ? "零" : "〇";
  const names = kind === 2 ? UPPER : LOWER;
  const units = kind === 2 ? UPPER_UNITS : LOWER_UNITS;
  let words = "";
  let isGapOpen = false;
  [...whole].forEach((digit, index) => {
    const place = whole.length - 1 - index;
    if (digit === "0") isGapOpen = words !== "";
    else {
      words += `${isGapOpen ? (names[0] ?? "") : ""}${names[Number(digit)] ?? ""}${units[place % 4] ?? ""}`;
      isGapOpen = false;
    }
    const group = whole.slice(Math.max(0, index - 3), index + 1);
    if (place % 4 === 0 && /[1-9]/u.test(group)) words += GROUPS[place / 4] ?? "";
  });
  return kind === 1 ? words.replace(/^一十/u, "十").replaceAll("〇", "零") : words;
}
