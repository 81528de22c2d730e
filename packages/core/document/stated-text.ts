import type { Place } from "./document.ts";

/** StatedText (列示文字): a printed text and where it stands. */
export interface StatedText {
  readonly text: string;
  readonly place: Place;
}
