// Reads the prose of a document: which official sentence each figure belongs to, and what it says of which
// fact. Figures that no sentence claims are listed, never dropped.

import type { FactAddress } from "../../disclosure/address.ts";
import type {
  NarrativeSentence,
  ProseFigure,
  ProseWords,
  UnclaimedFigure,
} from "../../disclosure/disclosure.ts";
import type { Problem } from "../../document/document.ts";
import type { Section } from "../../document/section.ts";
import { statedFound } from "../../figures/find-figures.ts";
import type { CompiledSlot, CompiledTemplate } from "../../sentences/compile.ts";
import { compileTemplate } from "../../sentences/compile.ts";
import type { PrintedName, RowFinder } from "../../sentences/row-names.ts";
import { rowFinder, UNKNOWN_ROW } from "../../sentences/row-names.ts";
import type { RowSet, SentenceScope, SentenceTemplate } from "../../sentences/template.ts";
import { withRow } from "../../sentences/template.ts";
import type { Claim, ReadableSlot } from "./align-tokens.ts";
import { alignTokens, readableSlot } from "./align-tokens.ts";
import { headingPairs, headingScores } from "./heading-score.ts";
import { printedHeading } from "../../document/section.ts";
import type { ProseToken } from "./prose-tokens.ts";
import type { KnownGaps } from "./token-view.ts";
import { placeAt, tokensOf } from "./prose-tokens.ts";
import { directionBefore, freeWords } from "./prose-words.ts";

/** ProseOptions: what prose does not say itself. */
export interface ProseOptions {
  /** The report's year, to tell this year's figures from last year's. */
  readonly year: number | null;
  /** Index of the evaluation that a section belongs to; null for the report itself. */
  readonly evaluationOf?: (section: Section) => number | null;
  /** Names that the tables of the same document print for codes. */
  readonly names?: readonly PrintedName[];
  /** Words beside figures met before in the same document, so that they are compared once. */
  readonly gaps?: KnownGaps;
}

/** ProseReading: sentences, and figures that no sentence claimed. */
export interface ProseReading {
  readonly narrative: readonly NarrativeSentence[];
  readonly unclaimed: readonly UnclaimedFigure[];
  readonly problems: readonly Problem[];
}

interface ReadableTemplate {
  readonly compiled: CompiledTemplate;
  readonly headings: readonly ReadonlySet<string>[];
  readonly slots: readonly ReadableSlot[];
}

interface Reader {
  readonly options: ProseOptions;
  readonly templates: readonly ReadableTemplate[];
  readonly gaps: KnownGaps;
  readonly finderOf: (slot: CompiledSlot) => RowFinder | null;
}

interface SectionReading {
  readonly section: Section;
  readonly printed: string;
  readonly evaluation: number | null;
  readonly tokens: readonly ProseToken[];
  readonly claims: readonly (Claim | null)[];
}

/** Reads every section of a document with the sentences of an edition. */
export function readProse(
  sections: readonly Section[],
  templates: readonly SentenceTemplate[],
  options: ProseOptions,
): ProseReading {
  const finders = new Map<string, RowFinder>();
  const finderFor = (rows: RowSet): RowFinder => {
    const known = finders.get(rows.id) ?? rowFinder(rows, options.names ?? []);
    finders.set(rows.id, known);
    return known;
  };
  const reader: Reader = {
    options,
    templates: templates.map(readable),
    gaps: options.gaps ?? new Map(),
    finderOf: (slot) => (slot.rows === null ? null : finderFor(slot.rows)),
  };
  const readings = sections.flatMap((section) => readSection(section, [], reader));
  return {
    narrative: readings.flatMap(sentencesOf),
    unclaimed: readings.flatMap(unclaimedOf),
    problems: readings.flatMap(problemsOf),
  };
}

const readableTemplates = new WeakMap<SentenceTemplate, ReadableTemplate>();

/** Templates are constants, so each is prepared once. */
function readable(template: SentenceTemplate): ReadableTemplate {
  const known = readableTemplates.get(template) ?? madeReadable(compileTemplate(template));
  readableTemplates.set(template, known);
  return known;
}

const madeReadable = (compiled: CompiledTemplate): ReadableTemplate => ({
  compiled,
  headings: compiled.headings.map(headingPairs),
  slots: compiled.slots.map(readableSlot),
});

function readSection(section: Section, above: readonly string[], reader: Reader): readonly SectionReading[] {
  const headings = [...above, section.heading];
  const evaluation = reader.options.evaluationOf?.(section) ?? null;
  const tokens = tokensOf(section);
  const scopes: readonly SentenceScope[] =
    evaluation === null ? ["narrative", "department-evaluation"] : ["project-evaluation"];
  const templates = reader.templates.filter(({ compiled }) => scopes.includes(compiled.template.scope));
  const scores = headingScores(headings, templates);
  const candidates = templates.flatMap((template) =>
    template.slots.map((slot) => ({ ...slot, headingScore: scores.get(template) ?? 0 })),
  );
  const { finderOf, gaps, options } = reader;
  const claims =
    tokens.length === 0 ? [] : alignTokens(tokens, candidates, { year: options.year, finderOf, gaps });
  const own: SectionReading = { section, printed: printedHeading(section), evaluation, tokens, claims };
  return [own, ...section.children.flatMap((child) => readSection(child, headings, reader))];
}

/** The address of a claim, its row and evaluation filled in. */
function addressOf({ slot, row, isPrior }: Claim, evaluation: number | null): FactAddress {
  const ofEvaluation = {
    ...(evaluation === null ? {} : { evaluation }),
    ...(isPrior ? { period: "prior" as const } : {}),
  };
  if (row?.startsWith(UNKNOWN_ROW) === true) {
    // A 项 that no list and no table knows is kept by its printed name.
    const { code: _code, ...rest } = slot.address;
    return { ...rest, field: row.slice(UNKNOWN_ROW.length), ...ofEvaluation };
  }
  return { ...(row === null ? slot.address : withRow(slot.address, row)), ...ofEvaluation };
}

interface SentenceSpan {
  readonly paragraph: number;
  readonly start: number;
  readonly end: number;
}

/** Where the sentences of a text end. */
const sentenceEnds = (text: string): readonly number[] =>
  [...text.matchAll(/[。！？]/gu)].map(({ index }) => index + 1);

/** The printed sentence around an offset, in ascending order of offsets. */
function sentenceSpans(text: string): (offset: number) => { readonly start: number; readonly end: number } {
  const ends = sentenceEnds(text);
  let at = 0;
  return (offset) => {
    while (at < ends.length && (ends[at] ?? 0) <= offset) at += 1;
    return { start: ends[at - 1] ?? 0, end: ends[at] ?? text.length };
  };
}

function sentencesOf(reading: SectionReading): readonly NarrativeSentence[] {
  const groups = new Map<string, { span: SentenceSpan; template: CompiledTemplate; indexes: number[] }>();
  const spansOf = new Map<number, ReturnType<typeof sentenceSpans>>();
  reading.claims.forEach((claim, index) => {
    const token = reading.tokens[index];
    const paragraph = reading.section.paragraphs[token?.paragraph ?? -1];
    if (claim === null || token === undefined || paragraph === undefined) return;
    const spanAt = spansOf.get(token.paragraph) ?? sentenceSpans(paragraph.text);
    spansOf.set(token.paragraph, spanAt);
    const span = { paragraph: token.paragraph, ...spanAt(token.start) };
    const key = `${span.paragraph}:${span.start}:${claim.slot.template.template.id}`;
    const group = groups.get(key) ?? { span, template: claim.slot.template, indexes: [] };
    group.indexes.push(index);
    groups.set(key, group);
  });
  return [...groups.values()].map(({ span, template, indexes }) =>
    sentenceOf(reading, span, template, indexes),
  );
}

function sentenceOf(
  reading: SectionReading,
  span: SentenceSpan,
  template: CompiledTemplate,
  indexes: readonly number[],
): NarrativeSentence {
  const paragraph = reading.section.paragraphs[span.paragraph] ?? {
    text: "",
    place: reading.section.place,
    pieces: [],
  };
  const claimed = indexes.flatMap((index) => {
    const claim = reading.claims[index];
    const token = reading.tokens[index];
    if (claim === null || claim === undefined || token === undefined) return [];
    return [
      { claim, token, address: addressOf(claim, reading.evaluation), place: placeAt(paragraph, token.start) },
    ];
  });
  const figures = claimed.flatMap(({ claim, token, address, place }): readonly ProseFigure[] => {
    if (token.figure === null) return [];
    const { derived } = claim.slot;
    const direction = derived === "change" || derived === "changeRate" ? directionBefore(token.left) : {};
    return [{ figure: statedFound(token.figure, place), refersTo: address, derived, ...direction }];
  });
  const marks = claimed.flatMap(({ token, address, place }): readonly ProseWords[] =>
    token.mark === null
      ? []
      : [
          {
            slot: token.mark === "compare" ? "direction" : token.mark,
            text: paragraph.text.slice(token.start, token.end),
            refersTo: address,
            place,
          },
        ],
  );
  const spoken = claimed.map(({ token, address }) => ({ start: token.start, end: token.end, address }));
  const nextClaim = nextClaimed(reading, span, indexes.at(-1) ?? 0);
  const lead = lastClaimedEnd(reading, span, indexes[0] ?? 0);
  const words = freeWords(
    paragraph,
    { ...span, lead, limit: nextClaim?.start ?? paragraph.text.length },
    template.cues,
    spoken,
  );
  return {
    section: reading.printed,
    evaluation: reading.evaluation,
    template: template.template.id,
    sentence: paragraph.text.slice(span.start, span.end).trim(),
    figures,
    words: [...marks, ...words],
    place: placeAt(paragraph, span.start),
  };
}

/** Where the last sentence before this one that states something ends; 0 where it is the first of its paragraph. */
function lastClaimedEnd(
  { section, tokens, claims }: SectionReading,
  span: SentenceSpan,
  first: number,
): number {
  for (let index = first - 1; index >= 0; index -= 1) {
    const token = tokens[index];
    if (token === undefined || token.paragraph !== span.paragraph) return 0;
    if (claims[index] === null || token.end > span.start) continue;
    const end = section.paragraphs[span.paragraph]?.text.indexOf("。", token.end) ?? -1;
    return end < 0 ? span.start : Math.min(end + 1, span.start);
  }
  return 0;
}

/** The first claimed token of the paragraph after a sentence, looked for from the sentence's last one on. */
function nextClaimed(
  { tokens, claims }: SectionReading,
  span: SentenceSpan,
  last: number,
): ProseToken | undefined {
  for (let index = last + 1; index < tokens.length; index += 1) {
    const token = tokens[index];
    if (token === undefined || token.paragraph !== span.paragraph) return undefined;
    if (claims[index] !== null && token.start >= span.end) return token;
  }
  return undefined;
}

function unclaimedOf(reading: SectionReading): readonly UnclaimedFigure[] {
  return reading.tokens.flatMap((token, index): readonly UnclaimedFigure[] => {
    const paragraph = reading.section.paragraphs[token.paragraph];
    if (token.figure === null || reading.claims[index] !== null || paragraph === undefined) return [];
    const { raw } = token.figure;
    const place = placeAt(paragraph, token.start);
    return [{ raw, section: reading.printed, evaluation: reading.evaluation, place }];
  });
}

function problemsOf(reading: SectionReading): readonly Problem[] {
  return reading.tokens.flatMap(({ figure, paragraph, start }): readonly Problem[] => {
    const place = placeAt(
      reading.section.paragraphs[paragraph] ?? { text: "", place: reading.section.place, pieces: [] },
      start,
    );
    if (figure === null || figure.value !== null) return [];
    const proposal = figure.proposal === undefined ? "" : `，或为${figure.proposal}`;
    return [
      { code: "unreadable-figure", message: `“${figure.raw}”不是规范的数字${proposal}，请核对原件。`, place },
    ];
  });
}
