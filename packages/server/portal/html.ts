// Markup of the portal: what is put into a template is text and stays text, unless it is markup of our own.

import { escaped } from "@jueming/pipeline/reports/html/markup.ts";

/** Markup: HTML that we have written ourselves. */
export class Markup {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

/** Piece: what may stand in a template; nothing is put in for null, undefined and false. */
export type Piece = string | number | Markup | null | undefined | false | readonly Piece[];

/** A template of HTML. */
export function html(strings: TemplateStringsArray, ...pieces: readonly Piece[]): Markup {
  const tight = tightened(strings);
  let text = tight[0] ?? "";
  for (const [index, piece] of pieces.entries()) text += textOf(piece) + (tight[index + 1] ?? "");
  return new Markup(text);
}

const known = new WeakMap<TemplateStringsArray, readonly string[]>();

/** The template without the line breaks of its source: beside tags and between Chinese characters they are nothing. */
function tightened(strings: TemplateStringsArray): readonly string[] {
  const found = known.get(strings);
  if (found !== undefined) return found;
  const tight = strings.map((text) =>
    text
      .replaceAll(/(?<=^|>)\s*\n\s*|\s*\n\s*(?=<|$)/gu, "")
      .replaceAll(/(?<=[\u3000-\u9fff\uff00-\uffef“”])\s*\n\s*(?=[\u3000-\u9fff\uff00-\uffef“”])/gu, "")
      .replaceAll(/\s*\n\s*/gu, " "),
  );
  known.set(strings, tight);
  return tight;
}

function textOf(piece: Piece): string {
  if (piece === null || piece === undefined || piece === false) return "";
  if (piece instanceof Markup) return piece.text;
  if (typeof piece === "string") return escaped(piece);
  if (typeof piece === "number") return String(piece);
  let text = "";
  for (const one of piece) text += textOf(one);
  return text;
}

/** Markup that another part of the house has escaped already, such as a chart. */
export const ownMarkup = (text: string): Markup => new Markup(text);

export const NOTHING: Markup = new Markup("");
