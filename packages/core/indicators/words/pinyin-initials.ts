// Initials of pinyin (拼音首字母) from the order in which Chinese is sorted: no table of readings is kept.
// A character with several readings has the one by which it is sorted.

/** The first character of each initial in the order of pinyin. */
const FIRSTS = "阿八嚓哒妸发旮哈讥咔垃痳拏噢妑七呥扨它穵夕丫帀";
const LETTERS = "abcdefghjklmnopqrstwxyz";

const collator = new Intl.Collator("zh-Hans-CN-u-co-pinyin");
const known = new Map<string, string>();

/** The initials of the Chinese characters of a text; letters and figures stay, other signs fall away. */
export function pinyinInitials(text: string): string {
  let initials = "";
  for (const character of text.toLowerCase()) initials += initialOf(character);
  return initials;
}

function initialOf(character: string): string {
  if (/^[a-z\d]$/u.test(character)) return character;
  if (!/^\p{Script=Han}$/u.test(character)) return "";
  const initial = known.get(character) ?? sortedInitial(character);
  known.set(character, initial);
  return initial;
}

function sortedInitial(character: string): string {
  let found = "";
  [...FIRSTS].forEach((first, index) => {
    if (collator.compare(character, first) >= 0) found = LETTERS[index] ?? "";
  });
  return found;
}
