// Characters that no printed page has: invisible ones go, control characters and lone surrogates are
// replaced so that what they destroyed stays visible, and every replacement is reported.

const LAYOUT = /[\f\v\u0085\u2028\u2029]/gu;
const INVISIBLE = /[\uFEFF\u200B-\u200F\u2060\u00AD\u202A-\u202E\u2066-\u2069]/gu;
/** In a pattern with the u flag only surrogates without a partner match. */
const LONE_SURROGATE = /\p{Cs}/gu;
// oxlint-disable-next-line no-control-regex -- these are what is looked for
const CONTROL = /[\u0000-\u0008\u000E-\u001F\u007F-\u0084\u0086-\u009F]/gu;
/** One test for the many lines that need nothing done. */
const SUSPECT =
  // oxlint-disable-next-line no-control-regex -- these are what is looked for
  /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\u00AD\u200B-\u200F\u2028-\u202E\u2060-\u2069\uFEFF]/u;
const REPLACEMENT = "\uFFFD";

/** CleanCharacters: a line as it can be shown, and how many characters were replaced. */
export interface CleanCharacters {
  readonly text: string;
  readonly replaced: number;
}

/** Replaces what cannot be shown; the common line passes untouched. */
export function cleanCharacters(line: string): CleanCharacters {
  const isSound = line.isWellFormed();
  if (isSound && !SUSPECT.test(line)) return { text: line, replaced: 0 };
  let replaced = isSound ? 0 : (line.match(LONE_SURROGATE)?.length ?? 0);
  const text = line
    .toWellFormed()
    .replace(LAYOUT, " ")
    .replace(INVISIBLE, "")
    .replace(CONTROL, () => {
      replaced += 1;
      return REPLACEMENT;
    });
  return { text, replaced };
}
