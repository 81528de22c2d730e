// Disclosure (公开材料): a report whose every figure knows where it stood. What recognition makes,
// what checks, scoring and writing take. Its published JSON form is disclosure-json.ts.

import type { Place, Problem } from "../document/document.ts";
import type { Section } from "../document/section.ts";
import type { ProjectEvaluation } from "../evaluation/project-evaluation.ts";
import type { DepartmentEvaluation } from "../evaluation/department-evaluation.ts";
import type { CellValue, StatedFigure, Unreadable } from "../figures/figure.ts";
import type { Derivation, FactAddress } from "./address.ts";

export type DisclosureKind = "final-accounts" | "project-evaluations" | "department-evaluation";

/** UnitType (单位类型): administrative 行政, civil-service-like 参公, institution 事业, mixed 混合. */
export type UnitType = "administrative" | "civil-service-like" | "institution" | "mixed";

/** AccountsRow: one printed row of an official table. */
export interface AccountsRow {
  readonly line: string | null;
  /** Classification code; the total row has null and the name 合计. */
  readonly code: string | null;
  /** Printed name without white space. */
  readonly name: string | null;
  readonly cells: Readonly<Record<string, CellValue | null>>;
  readonly place: Place;
}

/** AccountsTable (决算公开表): one official table, told by concept and never by number. */
export interface AccountsTable {
  readonly concept: string;
  /** Id of the layout that recognition chose. */
  readonly layout: string;
  readonly label: string | null;
  readonly title: string;
  readonly moneyUnit: string;
  /** True when the table prints no figure at all. */
  readonly empty: boolean;
  readonly rows: readonly AccountsRow[];
  readonly place: Place;
  /** Notes under the table (注：…, 说明：…), white space removed. */
  readonly notes: readonly string[];
  /** Unit name and year as printed at the table's head, null when not printed. */
  readonly printedUnit: string | null;
  readonly printedYear: string | null;
}

/** Code of the problem that a table at its place prints no 金额单位 and was read in the unit of its form. */
export const MONEY_UNIT_MISSING = "money-unit-missing";

/** Code of the problem that a row's code was not printed whole, and was told by its name. */
export const ROW_KEY_DOUBTFUL = "row-key-doubtful";

/** ProseFigure: a figure in prose, with the fact it states. */
export interface ProseFigure {
  readonly figure: StatedFigure | Unreadable;
  readonly refersTo: FactAddress;
  readonly derived: Derivation;
  /** Direction word read before a change: +1 增加/增长, -1 减少/下降, 0 持平. */
  readonly direction?: 1 | -1 | 0;
  /** The direction word as printed. */
  readonly directionWord?: string;
}

/** NarrativeSentence: a sentence of prose of which a template claimed figures. */
export interface NarrativeSentence {
  /** Printed heading of the section. */
  readonly section: string;
  /** Index of the evaluation whose prose it is, else null. */
  readonly evaluation: number | null;
  /** Id of the template that read it. */
  readonly template: string;
  readonly sentence: string;
  readonly figures: readonly ProseFigure[];
  /** Words read besides figures: direction words, lists of items, reasons, by slot name. */
  readonly words: readonly ProseWords[];
  readonly place: Place;
}

/** ProseWords: words that a template read, such as a reason (主要原因) or the items of 主要包括. */
export interface ProseWords {
  readonly slot: "reason" | "use" | "items" | "no-data" | "same" | "direction";
  readonly text: string;
  /** The fact they speak of. */
  readonly refersTo: FactAddress | null;
  readonly place: Place;
}

/** UnclaimedFigure: a figure in prose that no sentence claimed; listed, never dropped. */
export interface UnclaimedFigure {
  readonly raw: string;
  readonly section: string;
  readonly evaluation: number | null;
  readonly place: Place;
}

/** RemovedText: what cleaning took out of the text flow, such as a watermark; rules still judge it. */
export interface RemovedText {
  readonly reason: "watermark" | "page-number" | "running-header" | "instruction" | "handwriting";
  readonly text: string;
  readonly place: Place;
}

/** Alteration (改动): what a document that we wrote says otherwise than when it was written. */
export interface Alteration {
  /** Table, section or project it stands in, in Chinese. */
  readonly where: string;
  readonly what: string;
  /** As it was written; null for what was added afterwards. */
  readonly from: string | null;
  /** As it stands now; null for what was taken out. */
  readonly to: string | null;
  readonly place: Place;
}

/** Identity (单位标识) of a department or unit: code and printed name. */
export interface OrganizationName {
  readonly code: string | null;
  readonly name: string | null;
}

export interface Disclosure {
  readonly source: string;
  readonly kind: DisclosureKind;
  readonly title: string;
  readonly year: number | null;
  /** Unit of the tables; evaluations carry their own. */
  readonly moneyUnit: string;
  readonly region: { readonly code: string | null; readonly name: string | null; readonly edition: string };
  readonly department: OrganizationName;
  readonly unit: OrganizationName & { readonly type: UnitType | null };
  readonly tables: readonly AccountsTable[];
  readonly evaluations: readonly ProjectEvaluation[];
  readonly departmentEvaluation: DepartmentEvaluation | null;
  readonly narrative: readonly NarrativeSentence[];
  readonly unclaimed: readonly UnclaimedFigure[];
  readonly problems: readonly Problem[];
  /** The document's own outline, for rules of structure and wording. */
  readonly outline: readonly Section[];
  readonly removed: readonly RemovedText[];
  /** What was changed by hand since we wrote the document; null for one that does not carry its figures. */
  readonly alterations: readonly Alteration[] | null;
  /** Every printed name of the reporting unit with its place (cover, table heads, forms). */
  readonly unitNames: readonly { readonly text: string; readonly place: Place }[];
}
