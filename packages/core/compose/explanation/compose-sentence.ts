// A sentence of the explanation as paragraphs, figures and missing words marked in them.

import type { WrittenBlock } from "../../document/composition.ts";
import type { Run } from "../../document/document.ts";
import { figureId } from "../../disclosure/figure-id.ts";
import type { SentenceTemplate } from "../../sentences/template.ts";
import type { FactLookup, WrittenSentence } from "../../sentences/write-sentence.ts";
import { writeSentence } from "../../sentences/write-sentence.ts";
import { missingWords, paragraphOfRuns } from "../blocks.ts";
import { unitNameOf } from "../material.ts";
import { statedIn } from "./stated-figures.ts";
import { rowsOf } from "./row-names.ts";
import type { WordSources } from "./given-words.ts";
import { wordsFor } from "./given-words.ts";

/** The paragraphs of a sentence: one for each of its lines. */
export function composeSentence(template: SentenceTemplate, sources: WordSources): readonly WrittenBlock[] {
  return paragraphsOf(writeSentence(template, lookupFor(template, sources))).map(paragraphOfRuns);
}

function lookupFor(template: SentenceTemplate, sources: WordSources): FactLookup {
  const { disclosure, facts, label } = sources;
  return {
    year: disclosure.year ?? { missing: missingWords("年度") },
    unit: unitNameOf(disclosure),
    value: facts.value,
    rows: (rows) => rowsOf(rows, template, disclosure),
    words: wordsFor(template, sources),
    printedAs: statedIn(template, disclosure, facts),
    unknown: (address) => ({ missing: missingWords(label(address)) }),
  };
}

function paragraphsOf(written: WrittenSentence): readonly (readonly Run[])[] {
  const paragraphs: Run[][] = [[]];
  for (const run of runsOf(written)) {
    if (run.figure !== undefined || run.missing === true) {
      paragraphs.at(-1)?.push(run);
      continue;
    }
    const [first = "", ...rest] = run.text.split("\n");
    if (first !== "") paragraphs.at(-1)?.push({ text: first });
    for (const line of rest) paragraphs.push(line === "" ? [] : [{ text: line }]);
  }
  return paragraphs.filter((runs) => runs.length > 0);
}

function runsOf({ text, figures, missing }: WrittenSentence): readonly Run[] {
  const marks = [
    ...figures.map(({ offset, length, refersTo, derived }) => ({
      offset,
      length,
      mark: { figure: figureId({ address: refersTo, derived }) },
    })),
    ...missing.map(({ offset, length }) => ({ offset, length, mark: { missing: true } })),
  ].toSorted((left, right) => left.offset - right.offset);
  const runs: Run[] = [];
  let at = 0;
  for (const { offset, length, mark } of marks) {
    if (offset > at) runs.push({ text: text.slice(at, offset) });
    runs.push({ text: text.slice(offset, offset + length), ...mark });
    at = offset + length;
  }
  if (at < text.length) runs.push({ text: text.slice(at) });
  return runs;
}
