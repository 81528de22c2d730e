// Codes of the rules that follow from sentences: the family of the sentence and the kind of figure.

/** NarrativeFamily: what about a sentence a rule judges. */
export type NarrativeFamily = "facts" | "shares" | "changes" | "completions";

const FAMILY: Readonly<Record<NarrativeFamily, string>> = {
  facts: "F",
  shares: "S",
  changes: "C",
  completions: "P",
};

/** The code of a sentence's rule, such as N-overall-C: stable as long as the sentence's id is. */
export function narrativeCode(templateId: string, family: NarrativeFamily): string {
  return `N-${FAMILY[family]}-${templateId}`;
}
