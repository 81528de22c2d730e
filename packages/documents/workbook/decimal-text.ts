// Numbers of a workbook as decimal strings. Spreadsheets keep binary floating point but show fifteen
// digits and round those; rounding the binary value instead would print 1.00 for 1.005.

/** Decimal (十进制数): sign, digits before and after the point. */
export interface Decimal {
  readonly isNegative: boolean;
  readonly whole: string;
  readonly fraction: string;
}

const SIGNIFICANT_DIGITS = 15;
const PARTS = /^(-?)(\d)(?:\.(\d+))?e([+-]\d+)$/u;
/** Beyond this power of ten a number is no figure of an account and its digits would fill pages. */
const POWER_LIMIT = 60;

/** The decimal of a number at the fifteen digits that spreadsheets keep; undefined for Infinity and NaN. */
export function decimalOf(value: number): Decimal | undefined {
  const short = String(value);
  // The shortest text of a number is its decimal where it has no more digits than are kept.
  if (short.length <= SIGNIFICANT_DIGITS && !short.includes("e")) return shortDecimal(short);
  const match = PARTS.exec(value.toExponential(SIGNIFICANT_DIGITS - 1));
  if (match === null) return undefined;
  const [, sign = "", first = "", rest = "", power = "0"] = match;
  const shift = Number(power);
  if (Math.abs(shift) > POWER_LIMIT) return undefined;
  const digits = first + rest;
  const point = 1 + shift;
  const whole = point <= 0 ? "0" : digits.slice(0, point).padEnd(point, "0");
  const fraction = point <= 0 ? "0".repeat(-point) + digits : digits.slice(point);
  return { isNegative: sign === "-", whole, fraction: fraction.replace(/0+$/u, "") };
}

function shortDecimal(text: string): Decimal | undefined {
  const code = text.charCodeAt(text.length - 1);
  if (code < 0x30 || code > 0x39) return undefined;
  const isNegative = text.startsWith("-");
  const point = text.indexOf(".");
  const whole = text.slice(isNegative ? 1 : 0, point < 0 ? text.length : point);
  return { isNegative, whole, fraction: point < 0 ? "" : text.slice(point + 1) };
}

/** The exact decimal string that a workbook stores; undefined for what is no ordinary number. */
export function exactText(value: number): string | undefined {
  const decimal = decimalOf(value);
  if (decimal === undefined) return undefined;
  const { isNegative, whole, fraction } = decimal;
  const isZero = /^0*$/u.test(whole + fraction);
  return `${isNegative && !isZero ? "-" : ""}${whole}${fraction === "" ? "" : `.${fraction}`}`;
}

/** Moves the decimal point to the right (left where negative). */
export function shifted(decimal: Decimal, places: number): Decimal {
  const { isNegative } = decimal;
  if (places >= 0) {
    const fraction = decimal.fraction.padEnd(places, "0");
    return {
      isNegative,
      whole: withoutLeadingZeros(decimal.whole + fraction.slice(0, places)),
      fraction: fraction.slice(places),
    };
  }
  const whole = decimal.whole.padStart(1 - places, "0");
  return {
    isNegative,
    whole: withoutLeadingZeros(whole.slice(0, places)),
    fraction: whole.slice(places) + decimal.fraction,
  };
}

/** Rounds to so many decimals, half away from zero, as spreadsheets show figures. */
export function rounded(decimal: Decimal, decimals: number): Decimal {
  const fraction = decimal.fraction.padEnd(decimals, "0");
  const kept = decimal.whole + fraction.slice(0, decimals);
  const isUp = fraction.charCodeAt(decimals) >= 0x35;
  const digits = isUp ? String(BigInt(kept) + 1n).padStart(kept.length, "0") : kept;
  const point = digits.length - decimals;
  return {
    isNegative: decimal.isNegative,
    whole: withoutLeadingZeros(digits.slice(0, point)),
    fraction: digits.slice(point),
  };
}

/** True where no digit is other than zero. */
export function isZeroDecimal({ whole, fraction }: Decimal): boolean {
  return /^0*$/u.test(whole) && /^0*$/u.test(fraction);
}

function withoutLeadingZeros(digits: string): string {
  return digits.replace(/^0+(?=\d)/u, "");
}
