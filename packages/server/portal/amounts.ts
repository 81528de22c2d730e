// Figures as citizens read them: 万元 with two decimals, separated by thousands; blank is a dash with its meaning.

import { fenOf } from "../work/public/public-projects.ts";
import type { Piece } from "./html.ts";
import { html } from "./html.ts";

/** 元 as 万元 with two decimals, half away from zero, with separators. */
export function wanYuan(yuan: string): string {
  return grouped(decimalText(fenOf(yuan), 10_000n * 100n, 2));
}

/** A cell with money, or a dash for what is not stated. */
export const moneyPiece = (yuan: string | null): Piece => (yuan === null ? notStated() : wanYuan(yuan));

export const notStated = (): Piece => html`<span class="none" title="未列示">—</span>`;

/** 元 in the unit in which a person would say it: 3.21 亿元, 46.05 万元. */
export function spokenMoney(yuan: string): string {
  const fen = fenOf(yuan);
  const isLarge = (fen < 0n ? -fen : fen) >= 100_000_000n * 100n;
  return isLarge ? `${grouped(decimalText(fen, 100_000_000n * 100n, 2))} 亿元` : `${wanYuan(yuan)} 万元`;
}

/** The change from one amount to another: in 元, and in percent where there is something to compare with. */
export function changeOf(
  current: string | null,
  before: string | null,
): { readonly yuan: string; readonly percent: string | null; readonly sign: -1 | 0 | 1 } | null {
  if (current === null || before === null) return null;
  const [now, then] = [fenOf(current), fenOf(before)];
  const change = now - then;
  return {
    yuan: decimalText(change, 100n, 2),
    percent: then > 0n ? decimalText(change * 100n, then, 2) : null,
    sign: change === 0n ? 0 : change > 0n ? 1 : -1,
  };
}

/** A change in words with its direction: +12.30（+3.45%）; with its unit where no table says it. */
export function changePiece(current: string | null, before: string | null, unit = ""): Piece {
  const change = changeOf(current, before);
  if (change === null) return notStated();
  if (change.sign === 0) return "持平";
  const sign = change.sign > 0 ? "+" : "−";
  const percent = change.percent === null ? "" : `（${sign}${bare(change.percent)}%）`;
  return `${sign}${bare(wanYuan(change.yuan))}${unit}${percent}`;
}

const bare = (text: string): string => text.replace("-", "");

/** Part of a whole in percent with one decimal; null without a whole. */
export function shareOf(part: string | null, whole: string | null): string | null {
  if (part === null || whole === null || fenOf(whole) <= 0n) return null;
  return decimalText(fenOf(part) * 100n, fenOf(whole), 1);
}

/** A quotient with fixed decimals, half away from zero. */
function decimalText(part: bigint, whole: bigint, decimals: number): string {
  const power = 10n ** BigInt(decimals);
  const size = part < 0n ? -part : part;
  const scaled = (size * power * 2n + whole) / (whole * 2n);
  const digits = String(scaled).padStart(decimals + 1, "0");
  const text = `${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`;
  return part < 0n && scaled !== 0n ? `-${text}` : text;
}

const grouped = (text: string): string => text.replace(/\B(?=(?:\d{3})+(?=\.))/gu, ",");

/** A number of things, with separators. */
export const countText = (count: number): string => String(count).replace(/\B(?=(?:\d{3})+$)/gu, ",");

/** A day in China, as people write it. */
export function dayText(at: Date): string {
  const day = new Date(at.getTime() + 8 * 3_600_000);
  return `${day.getUTCFullYear()} 年 ${day.getUTCMonth() + 1} 月 ${day.getUTCDate()} 日`;
}
