// Paragraphs and characters of a text, as an office counts them.

/** Characters without spaces and line breaks; one above the basic plane is one. */
export function countCharacters(text: string): number {
  return [...text.replaceAll(/\s/gu, "")].length;
}

/** The paragraphs, each with a key by its place. */
export function paragraphsOf(text: string): readonly { readonly key: string; readonly text: string }[] {
  return text === "" ? [] : text.split("\n").map((part, index) => ({ key: String(index), text: part }));
}
