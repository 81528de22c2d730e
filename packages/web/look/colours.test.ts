import { expect, test } from "vitest";

import type { Colour } from "./colours.ts";
import { colours } from "./colours.ts";

const pairs: readonly (readonly [text: Colour, ground: Colour])[] = [
  ["text", "paper"],
  ["text", "ground"],
  ["text", "head"],
  ["text", "locked"],
  ["text-soft", "paper"],
  ["text-soft", "ground"],
  ["text-soft", "head"],
  ["text-soft", "accent-soft"],
  ["accent", "paper"],
  ["accent", "ground"],
  ["accent-strong", "accent-soft"],
  ["paper", "accent"],
  ["error", "paper"],
  ["error", "error-soft"],
  ["warning", "paper"],
  ["warning", "warning-soft"],
  ["hint", "paper"],
  ["hint", "hint-soft"],
  ["good", "paper"],
  ["good", "good-soft"],
];

test.each(pairs)("%s on %s can be read by WCAG AA", (text, ground) => {
  expect(contrast(colours[text], colours[ground])).toBeGreaterThanOrEqual(4.5);
});

test("frames of fields stand out from paper as WCAG asks of controls", () => {
  expect(contrast(colours["line-strong"], colours.paper)).toBeGreaterThanOrEqual(3);
});

/** Contrast of two colours as WCAG 2.2 defines it. */
function contrast(first: string, second: string): number {
  const [low, high] = [luminance(first), luminance(second)].toSorted((a, b) => a - b);
  return ((high ?? 0) + 0.05) / ((low ?? 0) + 0.05);
}

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const share = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
