// How an edition orders its report: parts, sections and what stands under each. From it the report is
// composed, its contents are listed, and the order of its main parts is checked.

import type { Part } from "../sentences/template.ts";

/** OutlineContent: what stands under a heading. */
export type OutlineContent =
  | OutlineSection
  /** A sentence of the edition, by its id. */
  | { readonly kind: "sentence"; readonly id: string }
  /** The unit's own words; what they are to say, in Chinese. */
  | { readonly kind: "own-text"; readonly about: string; readonly required: boolean }
  /** All tables of the edition in their order. */
  | { readonly kind: "tables" }
  /** 名词解释 of the terms that the report uses. */
  | { readonly kind: "terms" }
  /** Self-evaluations of projects and of the department, each from a new page. */
  | { readonly kind: "evaluations" };

/** OutlineSection: a heading, numbered by where it stands: 一、 then （一） then 1. */
export interface OutlineSection {
  readonly kind: "section";
  /** Headings in print; the first is the one written. */
  readonly headings: readonly string[];
  readonly contents: readonly OutlineContent[];
}

/** ReportPart (第一部分 …): a main part of the report. */
export interface ReportPart {
  /** The word by which the part is known in any wording: 概况, 决算表. */
  readonly name: string;
  /** Its heading without the number, as a sentence with slots: 2024年部门决算表. */
  readonly title: readonly Part[];
  readonly contents: readonly OutlineContent[];
}

/** A main part. */
export const part = (name: string, title: readonly Part[], ...contents: OutlineContent[]): ReportPart => ({
  name,
  title,
  contents,
});
/** A section under one heading. */
export const section = (heading: string, ...contents: OutlineContent[]): OutlineSection => ({
  kind: "section",
  headings: [heading],
  contents,
});
/** Sentences of the edition in their order. */
export const sentences = (...ids: readonly string[]): readonly OutlineContent[] =>
  ids.map((id) => ({ kind: "sentence", id }));
/** Text that the unit writes itself. */
export const ownText = (about: string, required = true): OutlineContent => ({
  kind: "own-text",
  about,
  required,
});

/** Every section of the parts, outer ones first, with the ids of the sentences right under it. */
export function sectionsOf(parts: readonly ReportPart[]): readonly OutlineSection[] {
  const below = (contents: readonly OutlineContent[]): readonly OutlineSection[] =>
    contents.flatMap((one) => (one.kind === "section" ? [one, ...below(one.contents)] : []));
  return parts.flatMap(({ contents }) => below(contents));
}
