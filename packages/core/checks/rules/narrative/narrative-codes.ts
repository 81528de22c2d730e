// Codes and titles of the rules that follow from sentences. A code is the field's number of the check,
// with a letter for the kind of figure where one number covers several.

import { quoted } from "../../../document/quotation-marks.ts";
import type { SentenceTemplate } from "../../../sentences/template.ts";

/** NarrativeFamily: what about a sentence a rule judges. */
export type NarrativeFamily = "facts" | "shares" | "changes" | "completions";

const FAMILY: Readonly<Record<NarrativeFamily, string>> = {
  facts: "F",
  shares: "S",
  changes: "C",
  completions: "P",
};

const CODES: Readonly<Record<string, Partial<Record<NarrativeFamily, string>>>> = {
  "income-expenditure-totals": { facts: "N-01", changes: "N-02" },
  "income-composition": { facts: "N-03", shares: "N-03S" },
  "expenditure-composition": { facts: "N-05", shares: "N-05S" },
  "appropriation-totals": { facts: "N-06", changes: "N-07" },
  "general-budget-total": { facts: "N-08", shares: "N-08S", changes: "N-08C" },
  "general-budget-structure": { facts: "N-09", shares: "N-09S" },
  "general-budget-detail": { facts: "N-14", completions: "N-11", changes: "N-14C" },
  "general-budget-basic": { facts: "N-15" },
  "three-public-total": { facts: "N-17", shares: "N-17S", completions: "N-17P", changes: "N-17C" },
  "three-public-detail": { facts: "N-18" },
  "running-costs": { facts: "N-22", changes: "N-22C" },
  procurement: { facts: "N-23", shares: "N-23S" },
  assets: { facts: "N-26" },
};

/** The code of a sentence's rule; a sentence without a number of its own takes its id, which is as stable. */
export function narrativeCode(templateId: string, family: NarrativeFamily): string {
  return CODES[templateId]?.[family] ?? `N-${FAMILY[family]}-${templateId}`;
}

/** The sentence's section in a title: quotation marks inside quotation marks become single. */
export function sectionTitle(template: SentenceTemplate): string {
  const heading = template.sections[0] ?? template.id;
  return quoted(heading);
}
