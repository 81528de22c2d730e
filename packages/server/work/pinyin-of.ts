// Pinyin of names, by which people search: 示例县教育局 by "jiaoyuju" and by "jyj".

import { pinyin } from "pinyin-pro";

/** Full pinyin without tones and blanks, and the initials. */
export function pinyinOf(name: string): { readonly pinyin: string; readonly initials: string } {
  const syllables = pinyin(name, { toneType: "none", type: "array", nonZh: "consecutive" }).map((one) =>
    one.toLowerCase().replaceAll(/[^a-z0-9]/gu, ""),
  );
  return {
    pinyin: syllables.join(""),
    initials: syllables.map((one) => (/^\d/u.test(one) ? one : one.slice(0, 1))).join(""),
  };
}
