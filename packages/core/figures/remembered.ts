// Answers about short texts, remembered: a document asks the same few words again and again.

/** Bounds: how many answers are kept, and to how long a text; longer ones are prose, which hardly comes twice. */
interface Bounds {
  readonly entries: number;
  readonly longest: number;
}

const WORDS: Bounds = { entries: 4096, longest: 96 };

/** A pure function of a text that keeps its answers to short texts, a bounded number of them. */
export function remembered<Answer>(
  answer: (text: string) => Answer,
  { entries, longest }: Bounds = WORDS,
): (text: string) => Answer {
  const answers = new Map<string, Answer>();
  return (text) => {
    if (text.length > longest) return answer(text);
    const known = answers.get(text);
    if (known !== undefined) return known;
    const found = answer(text);
    if (answers.size >= entries) answers.clear();
    answers.set(text, found);
    return found;
  };
}
