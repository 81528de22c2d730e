// 文字材料: what the unit writes in its own words under the headings of the report.

import type { OutlineContent, OutlineSection } from "@jueming/core/forms/report-outline.ts";
import type { Edition } from "@jueming/core/regions/edition.ts";

import type { EntrySheet } from "./entry-sheet.ts";
import { SheetDraft } from "./entry-sheet.ts";

interface OwnText {
  /** Headings from the part down. */
  readonly path: readonly string[];
  readonly about: string;
  readonly required: boolean;
}

/** The texts that the report of an edition asks of the unit. */
export const ownTextsOf = (edition: Edition): readonly OwnText[] =>
  edition.report.flatMap((part) => ownTextsIn([part], [part.name]));

/** The texts under the headings of these parts, by the path of headings below `path`. */
export function ownTextsIn(parts: Edition["report"], path: readonly string[]): readonly OwnText[] {
  const below = (contents: readonly OutlineContent[], path: readonly string[]): readonly OwnText[] =>
    contents.flatMap((content): readonly OwnText[] => {
      if (content.kind === "own-text") return [{ path, about: content.about, required: content.required }];
      return content.kind === "section" ? below(content.contents, [...path, headingOf(content)]) : [];
    });
  return parts.flatMap(({ contents }) => below(contents, path));
}

const headingOf = ({ headings }: OutlineSection): string => headings[0] ?? "";

/** The sheet of texts: one row for each. */
export const textSheet = (edition: Edition): EntrySheet =>
  textSheetOf("文字材料", "职责、机构设置等文字材料", ownTextsOf(edition));

/** A sheet of texts under their headings. */
export function textSheetOf(name: string, title: string, texts: readonly OwnText[]): EntrySheet {
  const draft = new SheetDraft(name);
  draft.show(1, 1, "title", title);
  draft.merge(1, 1, 1, 4);
  draft.show(2, 1, "note", "在“内容”中填写，分段时按 Alt+Enter 换行。");
  for (const [index, text] of ["序号", "章节", "内容", "要求"].entries())
    draft.show(3, index + 1, "head", text);
  for (const [index, { path, about, required }] of texts.entries()) {
    const row = 4 + index;
    const key = String(index + 1);
    draft.show(row, 1, "locked", key);
    draft.show(row, 2, "label", path.slice(-1).join(""));
    draft.show(row, 3, "text-input");
    draft.show(row, 4, "note", `${required ? "必填" : "可不填"}：${about}`);
    draft.fields.push({
      ...draft.key(1, key),
      column: 3,
      entry: "text",
      target: { kind: "own-text", path },
    });
  }
  return draft.finish([8, 40, 90, 34], 3, true);
}
