// 决算公开报告 complete: cover, contents, and the parts of the edition with everything that stands in them.

import type { Disclosure } from "../disclosure/disclosure.ts";
import type { WrittenBlock } from "../document/composition.ts";
import type { OutlineContent, OutlineSection, ReportPart } from "../forms/report-outline.ts";
import { ordinal } from "../forms/table-sides.ts";
import { attachments } from "../regions/national/report.ts";
import type { Part } from "../sentences/template.ts";
import { writeSentence } from "../sentences/write-sentence.ts";
import { heading, missingWords, paragraph, paragraphOfRuns } from "./blocks.ts";
import { composeEvaluations } from "./evaluations/compose-evaluations.ts";
import { composeSentence } from "./explanation/compose-sentence.ts";
import type { WordSources } from "./explanation/given-words.ts";
import { findSection, ownTextsUnder, wordsLeft } from "./explanation/own-text.ts";
import { factLabel } from "./fact-label.ts";
import { factsOf } from "./facts.ts";
import type { Material } from "./material.ts";
import { unitNameOf } from "./material.ts";
import { composeTables } from "./tables/compose-tables.ts";
import { explainTerms } from "./terms.ts";

/** ComposedBlocks: what is written, and what a person should know of it. */
export interface ComposedBlocks {
  readonly blocks: readonly WrittenBlock[];
  readonly remarks: readonly string[];
}

interface Composing {
  readonly material: Material;
  readonly sources: WordSources;
  /** Ids of the sentences that the report writes: their words need not be kept besides. */
  readonly written: ReadonlySet<string>;
  readonly remarks: string[];
  /** Headings and paragraphs of the other parts, which tell the terms that the report uses. */
  readonly text: string;
}

export function composeReport(material: Material): ComposedBlocks {
  const { disclosure, edition } = material;
  const facts = factsOf(material);
  const composing: Composing = {
    material,
    sources: { disclosure, facts, label: (address) => factLabel(address, disclosure.year ?? 0) },
    written: new Set(edition.report.flatMap(({ contents }) => sentenceIds(contents))),
    remarks: [],
    text: "",
  };
  const parts = partsOf(material);
  const others = parts.map((one, index) => (isGlossary(one) ? null : partBlocks(one, index + 1, composing)));
  const text = textOf(others.flatMap((blocks) => blocks ?? []));
  const blocks = parts.flatMap(
    (one, index) => others[index] ?? partBlocks(one, index + 1, { ...composing, text }),
  );
  return { blocks: [...cover(disclosure), ...blocks], remarks: composing.remarks };
}

const isGlossary = ({ contents }: ReportPart): boolean => contents.some(({ kind }) => kind === "terms");

const textOf = (blocks: readonly WrittenBlock[]): string =>
  blocks
    .map((block) => (block.kind === "heading" || block.kind === "paragraph" ? block.text : ""))
    .join("\n");

/** Ids of all sentences under these headings. */
export const sentenceIds = (contents: readonly OutlineContent[]): readonly string[] =>
  contents.flatMap((one) =>
    one.kind === "sentence" ? [one.id] : one.kind === "section" ? sentenceIds(one.contents) : [],
  );

/** The parts that have something in them; evaluations stand last where the form has no place for them. */
function partsOf({ disclosure, edition: { report } }: Material): readonly ReportPart[] {
  const hasPlace = report.some(({ contents }) => contents.some(({ kind }) => kind === "evaluations"));
  return [...report, ...(hasPlace ? [] : [attachments])].filter((one) => hasContent(one, disclosure));
}

/** A part that holds nothing but evaluations is left out where there are none. */
const hasContent = ({ contents }: ReportPart, { evaluations, departmentEvaluation }: Disclosure): boolean =>
  contents.some(({ kind }) => kind !== "evaluations") ||
  evaluations.length > 0 ||
  departmentEvaluation !== null;

const CONTENTS_LEVELS = 2;

function cover(disclosure: Disclosure): readonly WrittenBlock[] {
  const name = unitNameOf(disclosure);
  const rest = disclosure.title.startsWith(name) ? disclosure.title.slice(name.length) : "";
  const title = rest === "" ? `${disclosure.year ?? missingWords("年度")}年度部门决算公开` : rest;
  return [
    { kind: "page-start", orientation: "portrait", numbered: false, name: "封面" },
    paragraph(name, "cover-title"),
    paragraph(title, "cover-title"),
    { kind: "page-start", orientation: "portrait", numbered: false, name: "目录" },
    { kind: "contents", title: "目  录", levels: CONTENTS_LEVELS },
  ];
}

function partBlocks(part: ReportPart, number: number, composing: Composing): readonly WrittenBlock[] {
  const title = `第${ordinal(number).slice(0, -1)}部分 ${titleOf(part.title, composing)}`;
  const inside = contentsBlocks(part.contents, { level: 2, above: [part.name] }, composing);
  // What begins with a page of its own takes the part's heading onto that page.
  const [first] = inside;
  const start: WrittenBlock =
    first?.kind === "page-start"
      ? first
      : { kind: "page-start", orientation: "portrait", numbered: true, name: part.name };
  return [start, heading(1, title), ...(first === start ? inside.slice(1) : inside)];
}

function titleOf(parts: readonly Part[], { sources: { disclosure, facts } }: Composing): string {
  const template = { id: "title", scope: "narrative" as const, sections: [], parts };
  return writeSentence(template, {
    year: disclosure.year ?? { missing: missingWords("年度") },
    unit: unitNameOf(disclosure),
    value: facts.value,
    rows: () => [],
    words: () => "",
  }).text;
}

interface Where {
  readonly level: number;
  /** Headings that stand above, the nearest last. */
  readonly above: readonly string[];
}

function contentsBlocks(
  contents: readonly OutlineContent[],
  where: Where,
  composing: Composing,
): readonly WrittenBlock[] {
  let number = 0;
  return contents.flatMap((one): readonly WrittenBlock[] => {
    switch (one.kind) {
      case "section":
        number += 1;
        return sectionBlocks(one, number, where, composing);
      case "sentence":
        return sentenceBlocks(one.id, composing);
      case "own-text":
        return ownText(one, where, composing);
      case "tables":
        return tables(composing);
      case "terms":
        return termBlocks(composing);
      case "evaluations":
        return composeEvaluations(composing.material);
    }
  });
}

const SUB_LEVEL = 3;

/** 一、 then （一） then 1. */
function numbered(level: number, number: number, text: string): string {
  if (level < SUB_LEVEL) return `${ordinal(number)}${text}`;
  return level === SUB_LEVEL ? `（${ordinal(number).slice(0, -1)}）${text}` : `${number}.${text}`;
}

function sectionBlocks(
  section: OutlineSection,
  number: number,
  { level }: Where,
  composing: Composing,
): readonly WrittenBlock[] {
  const [title = ""] = section.headings;
  const inside = contentsBlocks(section.contents, { level: level + 1, above: section.headings }, composing);
  const hasOwnText = section.contents.some(({ kind }) => kind === "own-text");
  const left = hasOwnText ? [] : leftWords(section.headings, composing);
  return [heading(level, numbered(level, number, title)), ...inside, ...left];
}

/** What the unit wrote under the heading besides its sentences. */
function leftWords(headings: readonly string[], { sources, written }: Composing): readonly WrittenBlock[] {
  const { disclosure } = sources;
  const section = findSection(disclosure.outline, headings);
  return section === undefined ? [] : wordsLeft(section, disclosure, written).map((text) => paragraph(text));
}

function sentenceBlocks(id: string, { material, sources }: Composing): readonly WrittenBlock[] {
  const template = material.edition.sentences.find((one) => one.id === id);
  return template === undefined ? [] : composeSentence(template, sources);
}

function ownText(
  content: Extract<OutlineContent, { kind: "own-text" }>,
  { above }: Where,
  composing: Composing,
): readonly WrittenBlock[] {
  const texts = ownTextsUnder(above, composing.sources.disclosure, composing.written);
  if (texts.length > 0) return texts.map((text) => paragraph(text));
  return content.required ? [paragraphOfRuns([{ text: missingWords(content.about), missing: true }])] : [];
}

function tables({ material, remarks }: Composing): readonly WrittenBlock[] {
  const composed = composeTables(material);
  remarks.push(...composed.remarks);
  return composed.blocks;
}

function termBlocks({
  material: { disclosure, edition },
  sources: { facts },
  remarks,
  text,
}: Composing): readonly WrittenBlock[] {
  const { blocks, unexplained } = explainTerms(disclosure, edition.glossary, { facts, text });
  for (const name of unexplained) remarks.push(`名词解释中未收录“${name}”，需要时请补充。`);
  return blocks;
}
