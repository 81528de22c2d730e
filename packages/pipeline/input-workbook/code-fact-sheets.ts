// Figures and words by classification code (分科目): one sheet for each table whose codes a sentence runs over.

import { findConcept } from "@jueming/core/accounts/concepts.ts";
import type { FactAddress } from "@jueming/core/disclosure/address.ts";
import { columnLetters } from "@jueming/documents/workbook/column-letters.ts";

import { CODE_LIST } from "./code-list-sheet.ts";
import { CODE_ROWS, nameFormula } from "./code-rows.ts";
import type { EntryTarget, ListColumn } from "./entry-sheet.ts";
import type { EntrySheet } from "./entry-sheet.ts";
import { SheetDraft } from "./entry-sheet.ts";
import type { SentenceEntry } from "./fact-sheets.ts";
import { SLOT_WORDS } from "./fact-sheets.ts";
import { MONEY_UNIT_CELL } from "./identity-sheet.ts";

interface CodeColumn {
  readonly name: string;
  readonly title: string;
  readonly target: EntryTarget;
}

const HEADER_ROW = 3;
const CODE_HEADER = "科目代码";

/** The sheets by code that the sentences need. */
export function codeFactSheets(entries: readonly SentenceEntry[]): readonly EntrySheet[] {
  const byConcept = new Map<string, Map<string, CodeColumn>>();
  for (const entry of entries) {
    for (const [concept, column] of columnsOf(entry)) {
      const columns = byConcept.get(concept) ?? new Map<string, CodeColumn>();
      if (!columns.has(column.title)) columns.set(column.title, column);
      byConcept.set(concept, columns);
    }
  }
  return [...byConcept].map(([concept, columns]) => codeFactSheet(concept, [...columns.values()]));
}

function columnsOf({ template, section, needs }: SentenceEntry): readonly (readonly [string, CodeColumn])[] {
  const figures = needs.figures
    .filter(({ rows }) => rows !== null)
    .map(({ address, derived, unit }): readonly [string, CodeColumn] => [
      address.concept,
      {
        name: columnName(address),
        title: columnTitle(address),
        target: { kind: "fact", address, derived, unit: unit.name, template: template.id, section },
      },
    ]);
  const words = needs.words
    .filter(({ rows, about }) => rows !== null && about !== null)
    .map(({ slot, about }): readonly [string, CodeColumn] => [
      about?.concept ?? "",
      {
        name: slot,
        title: SLOT_WORDS[slot],
        target: { kind: "words", slot, about, template: template.id, section },
      },
    ]);
  return [...figures, ...words];
}

const columnName = ({ period, stage }: FactAddress): string => period ?? stage ?? "figure";

function columnTitle({ period, stage }: FactAddress): string {
  return period === "prior" ? "上年决算数" : stage === "initial" ? "年初预算数" : "数字";
}

function codeFactSheet(concept: string, columns: readonly CodeColumn[]): EntrySheet {
  const title = findConcept(concept)?.title ?? concept;
  const draft = new SheetDraft(`分科目 ${title}`.slice(0, 31));
  const last = columns.length + 2;
  draft.show(1, 1, "title", `${title}：按科目填写的上年数、年初预算数和说明`);
  draft.merge(1, 1, 1, last);
  draft.show(2, 1, "note", "与决算表填报到同一级科目；“主要原因”“用途”只写内容，不写引导词和句末标点。");
  draft.show(2, last, "note", "", { formula: `"金额单位："&${MONEY_UNIT_CELL}` });
  const heads = [CODE_HEADER, "科目名称", ...columns.map((column) => column.title)];
  for (const [index, text] of heads.entries()) draft.show(HEADER_ROW, index + 1, "head", text);
  const first = HEADER_ROW + 1;
  for (let row = first; row < first + CODE_ROWS; row += 1) {
    draft.show(row, 1, "text-input", "", { format: "@" });
    draft.show(row, 2, "text-input", "", { formula: nameFormula(`$A${row}`), isOpen: true });
    for (const [index, { target }] of columns.entries()) {
      const isWords = target.kind === "words";
      draft.show(
        row,
        index + 3,
        isWords ? "text-input" : "input",
        "",
        isWords ? {} : { format: "#,##0.00####" },
      );
    }
  }
  const letter = columnLetters(1);
  draft.choices.push({
    range: `${letter}${first}:${letter}${first + CODE_ROWS - 1}`,
    from: CODE_LIST,
    isStrict: false,
    message: "请从列表中选择功能分类科目代码。",
  });
  draft.lists.push({
    kind: "code-facts",
    concept,
    headerColumn: 1,
    header: CODE_HEADER,
    columns: [
      { column: 1, name: "code", entry: "code" },
      { column: 2, name: "name", entry: "text" },
      ...columns.map(({ target, name }, index): ListColumn => ({
        column: index + 3,
        name,
        entry: target.kind === "words" ? "text" : "money",
      })),
    ],
    targets: Object.fromEntries(columns.map(({ target, name }) => [name, target])),
  });
  return draft.finish([14, 34, ...columns.map(({ target }) => (target.kind === "words" ? 46 : 18))], 3, true);
}
