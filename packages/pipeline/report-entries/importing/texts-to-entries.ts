// The unit's own texts (职责, 机构设置 …) as entries, found under the headings of the edition whatever their numbers;
// and what a report says under other headings, which entries have no place for.

import { sentenceIds } from "@jueming/core/compose/compose-report.ts";
import { findSection, ownTextsUnder, wordsLeft } from "@jueming/core/compose/explanation/own-text.ts";
import type { Disclosure } from "@jueming/core/disclosure/disclosure.ts";
import type { Section } from "@jueming/core/document/section.ts";
import type { OutlineContent } from "@jueming/core/forms/report-outline.ts";

import type { EntryForm } from "../entry-form.ts";
import type { EntriesDraft, LeftOut } from "./entries-draft.ts";
import { textCell } from "./entries-draft.ts";

const contentsOf = ({ edition }: EntryForm): readonly OutlineContent[] =>
  edition.report.flatMap(({ contents }) => contents);

/** Puts the unit's own texts into the draft; headings are told without their numbers. */
export function textsToEntries(draft: EntriesDraft, disclosure: Disclosure): void {
  const { form } = draft;
  const own =
    form.kind === "department-evaluation"
      ? { ...disclosure, outline: disclosure.departmentEvaluation?.sections ?? [] }
      : disclosure;
  const written = new Set(sentenceIds(contentsOf(form)));
  for (const { target, shown } of form.fields.values()) {
    if (target?.kind !== "own-text") continue;
    const headings = headingsAt(contentsOf(form), target.path);
    const texts = ownTextsUnder(headings, own, written);
    const place = findSection(own.outline, headings)?.place ?? {};
    draft.put(shown.key, textCell(texts.join("\n"), place));
  }
}

/** All wordings of the heading at the end of a path; the name of a main part has but one. */
function headingsAt(contents: readonly OutlineContent[], path: readonly string[]): readonly string[] {
  const last = path.at(-1) ?? "";
  const sections = contents.flatMap((one) => (one.kind === "section" ? [one] : []));
  const found = sections.find(({ headings }) => headings[0] === last);
  if (found !== undefined) return found.headings;
  const below = sections.flatMap((section) => section.contents);
  return below.length === 0 ? [last] : headingsAt(below, path);
}

/** Paragraphs under headings that ask for none of the unit's own, and that no sentence says again. */
export function textsLeft(form: EntryForm, disclosure: Disclosure): readonly LeftOut[] {
  const { outline } = disclosure;
  const written = new Set(sentenceIds(contentsOf(form)));
  const taken = new Set(
    [...form.fields.values()].flatMap(({ target }) =>
      target?.kind === "own-text" ? [findSection(outline, headingsAt(contentsOf(form), target.path))] : [],
    ),
  );
  const below = (section: Section): readonly LeftOut[] =>
    taken.has(section) || isFrame(section)
      ? []
      : [
          ...wordsLeft(section, disclosure, written)
            .filter((text) => !isYear(text))
            .map((text) => ({
              where: section.heading,
              what: "文字",
              value: text,
              place: section.place,
            })),
          ...section.children.flatMap(below),
        ];
  return outline.flatMap(below);
}

/** Cover and contents, which are made anew. */
const isFrame = ({ heading }: Section): boolean => heading === "" || /^目\s*录$/u.test(heading);

/** The year under the title of a form: （2024年度）. */
const isYear = (text: string): boolean => /^(?:[（(]?\s*(?:19|20)\d\d年度?\s*[）)]?\s*)+$/u.test(text);
