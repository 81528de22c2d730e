// The official typefaces by name. They are not embedded: a machine without them shows the stand-in that the
// font table names.

import type { IFontAttributesProperties } from "docx";

export const SONG_TITLE = "方正小标宋简体";
export const HEI = "黑体";
export const KAI = "楷体_GB2312";
export const FANGSONG = "仿宋_GB2312";
export const SONG = "宋体";
/** Latin letters and digits. */
export const LATIN = "Times New Roman";

/** Chinese in one typeface, letters and digits in Times New Roman. */
export function typeface(name: string): IFontAttributesProperties {
  return { ascii: LATIN, hAnsi: LATIN, cs: LATIN, eastAsia: name };
}

/** What stands in where a typeface is missing: the successors that Windows brings, then plain 宋体. */
const STAND_INS: Readonly<Record<string, string>> = {
  [SONG_TITLE]: SONG,
  [HEI]: "SimHei",
  [KAI]: "楷体",
  [FANGSONG]: "仿宋",
  [SONG]: "SimSun",
};

/** word/fontTable.xml. */
export function fontTable(): string {
  const chinese = Object.entries(STAND_INS).map(
    ([name, other]) =>
      `<w:font w:name="${name}"><w:altName w:val="${other}"/><w:charset w:val="86"/><w:family w:val="auto"/><w:pitch w:val="variable"/></w:font>`,
  );
  return (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>' +
    '<w:fonts xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">' +
    chinese.join("") +
    `<w:font w:name="${LATIN}"><w:charset w:val="00"/><w:family w:val="roman"/><w:pitch w:val="variable"/></w:font>` +
    "</w:fonts>"
  );
}
