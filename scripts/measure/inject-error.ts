// Puts one error into a made report: a figure is changed as people mistype figures, by more than rounding.

import type { GeneratedReport } from "./generate-report.ts";
import type { Random } from "./random.ts";
import type { Spot } from "./report-text.ts";

/** InjectedError: the spot, what it says now, and the lines of the report with it. */
export interface InjectedError {
  readonly spot: Spot;
  readonly change: ChangeName;
  readonly printed: string;
  readonly lines: readonly string[];
}

type ChangeName = "数字对调" | "错一位数" | "多一位" | "小数点移位";

const CHANGES: Readonly<Record<ChangeName, (digits: string, random: Random) => string>> = {
  数字对调: (digits, random) => {
    const at = random.whole(0, Math.max(0, digits.length - 2));
    return (
      digits.slice(0, at) +
      digits
        .slice(at, at + 2)
        .split("")
        .toReversed()
        .join("") +
      digits.slice(at + 2)
    );
  },
  错一位数: (digits, random) => {
    const at = random.whole(0, digits.length - 1);
    const other = (Number(digits.charAt(at)) + random.whole(1, 9)) % 10;
    return digits.slice(0, at) + String(other) + digits.slice(at + 1);
  },
  多一位: (digits) => `${digits}0`,
  小数点移位: (digits) => digits,
};

const FIGURE = /^([-\d,]+)(?:\.(\d+))?(.*)$/su;

/** The printed figure with one change; undefined when the change makes no figure of the same kind. */
function changed(text: string, name: ChangeName, random: Random): string | undefined {
  const [, whole = "", fraction, unit = ""] = FIGURE.exec(text) ?? [];
  const plain = whole.replaceAll(",", "");
  const digits = plain.replace("-", "") + (fraction ?? "");
  if (name === "小数点移位" && fraction === undefined) return undefined;
  const decimals = fraction === undefined ? 0 : name === "小数点移位" ? fraction.length : fraction.length;
  const made = CHANGES[name](digits, random);
  const moved = name === "小数点移位" ? made.padStart(decimals + 2, "0").slice(0, -1) : made;
  const padded = moved.padStart(decimals + 1, "0");
  const newWhole = (decimals === 0 ? padded : padded.slice(0, -decimals)).replace(/^0+(?=\d)/u, "");
  const grouped = whole.includes(",") ? newWhole.replace(/\B(?=(?:\d{3})+$)/gu, ",") : newWhole;
  const sign = plain.startsWith("-") ? "-" : "";
  return `${sign}${grouped}${decimals === 0 ? "" : `.${padded.slice(-decimals)}`}${unit}`;
}

const numberIn = (text: string): number =>
  Number((FIGURE.exec(text)?.slice(1, 3).join(".") ?? "").replaceAll(",", "").replace(/\.$/u, ""));

/** An error in one of the spots of a report. */
export function injectError(
  report: GeneratedReport,
  spots: readonly Spot[],
  random: Random,
): InjectedError | undefined {
  for (let attempt = 0; attempt < 200; attempt += 1) {
    const spot = random.pick(spots);
    const names = Object.keys(CHANGES);
    const name = random.pick(names);
    if (!isChange(name)) continue;
    const printed = changed(spot.text, name, random);
    if (printed === undefined || Math.abs(numberIn(printed) - numberIn(spot.text)) <= spot.envelope) continue;
    const line = report.lines[spot.line - 1] ?? "";
    const lines = report.lines.with(
      spot.line - 1,
      line.slice(0, spot.start) + printed + line.slice(spot.start + spot.text.length),
    );
    return { spot, change: name, printed, lines };
  }
  return undefined;
}

const isChange = (name: string): name is ChangeName => name in CHANGES;
