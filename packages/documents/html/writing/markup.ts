// Words as markup: nothing that a user wrote can become a tag, an attribute or a script.

import type { Run } from "@jueming/core/document/document.ts";

const SIGNS: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/** The text as it may stand between tags and in quoted attributes. */
export function escaped(text: string): string {
  return text.replace(/(?![\t\n])\p{Cc}/gu, "").replaceAll(/[&<>"']/gu, (sign) => SIGNS[sign] ?? sign);
}

/** A text, line breaks as such. */
export function words(text: string): string {
  return escaped(text).replaceAll("\n", "<br>");
}

/** A text with its figures and its missing words marked. */
export function runsMarkup(text: string, runs: readonly Run[] | undefined): string {
  if (runs === undefined) return words(text);
  return runs
    .map(({ text: part, figure, missing }) => {
      if (missing !== true && figure === undefined) return words(part);
      // A tab parts a paragraph, which no element may outlast.
      const inner = words(part.replaceAll("\t", " "));
      if (missing === true) return `<mark>${inner}</mark>`;
      return `<data value="${escaped(exactOf(part))}" data-figure="${escaped(figure ?? "")}">${inner}</data>`;
    })
    .join("");
}

/** The figure as it is printed, without its thousands separators. */
const exactOf = (printed: string): string => printed.replaceAll(/[,，\s]/gu, "");
