// One matter, several wordings: a sentence is known by its id, which names the matter; editions word it as
// their form does. What an edition prints is written; the wording that it builds on is read as well.

import { invariant } from "../document/invariant.ts";
import type { Guard, Part, SentenceTemplate } from "./template.ts";

/** Wording: how an edition prints a sentence that another edition describes. */
export interface Wording {
  /** Headings under which it stands; the first is the one written. */
  readonly sections: readonly string[];
  readonly parts: readonly Part[];
}

/** SentenceChange: a sentence of the base as it is, or in other words. */
export type SentenceChange = string | readonly [id: string, wording: Wording];

/**
 * The sentences of an edition in the order of its form, each of the base as it is or in other words; after them
 * the base's others, which its offices may print.
 */
export function extendSentences(
  base: readonly SentenceTemplate[],
  changes: readonly SentenceChange[],
): readonly SentenceTemplate[] {
  const named = new Set(changes.map((change) => (typeof change === "string" ? change : change[0])));
  const own = changes.map((change) => {
    const id = typeof change === "string" ? change : change[0];
    const template = base.find((one) => one.id === id);
    invariant(template !== undefined, `the base has a sentence ${id}`);
    return typeof change === "string" ? template : united([{ ...template, ...change[1] }, template]);
  });
  return [...own, ...base.filter(({ id }) => !named.has(id))];
}

/** One sentence for each matter, holding all its wordings: what a figure of it says, whoever worded it. */
export function unitedWordings(templates: readonly SentenceTemplate[]): readonly SentenceTemplate[] {
  return [...Map.groupBy(new Set(templates), ({ id }) => id).values()].map(united);
}

const always: Guard = { kind: "always" };
const never: Guard = { kind: "never" };

/** The first wording is written, the others are only read. */
function united(wordings: readonly SentenceTemplate[]): SentenceTemplate {
  const [first, ...others] = wordings;
  invariant(first !== undefined, "a sentence has a wording");
  if (others.length === 0) return first;
  const alternatives = wordings.map(({ parts }, index) => ({ when: index === 0 ? always : never, parts }));
  return {
    ...first,
    sections: [...new Set(wordings.flatMap(({ sections }) => sections))],
    parts: [{ kind: "choice", alternatives }],
  };
}
