// Traditional and Japanese forms of characters that official forms print in their own words: scans put
// them for the simplified ones ("滿意度", "満意度"). Used only to compare words, never to change print.

const VARIANTS =
  "預预數数標标項项級级執执實实際际質质滿满満满額额總总績绩調调權权產产時时間间設设備备經经濟济態态會会業业務务單单術术償偿財财資资結结轉转餘余評评價价論论題题問问進进況况類类稱称門门編编製制開开閉闭員员對对現现";

const FOLD: ReadonlyMap<string, string> = new Map(
  [...VARIANTS].flatMap((character, index, all) => {
    const simplified = all[index + 1];
    return index % 2 === 0 && simplified !== undefined ? [[character, simplified] as const] : [];
  }),
);
const FOLDED = new RegExp(`[${[...FOLD.keys()].join("")}]`, "gu");

/** The text with known variants as simplified characters, one to one. */
export function simplified(text: string): string {
  return text.replace(FOLDED, (character) => FOLD.get(character) ?? character);
}
