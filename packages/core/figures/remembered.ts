// Answers about short texts, remembered: a document asks the same few words again and again.

const ENTRIES = 4096;
/** Longer texts are prose, which hardly comes twice and would fill the memory. */
const LONGEST = 96;

/** A pure function of a text that keeps its answers to short texts, a bounded number of them. */
export function remembered<Answer>(answer: (text: string) => Answer): (text: string) => Answer {
  const answers = new Map<string, Answer>();
  return (text) => {
    if (text.length > LONGEST) return answer(text);
    const known = answers.get(text);
    if (known !== undefined) return known;
    const found = answer(text);
    if (answers.size >= ENTRIES) answers.clear();
    answers.set(text, found);
    return found;
  };
}
