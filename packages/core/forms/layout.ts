// A layout is how an edition prints a concept: title, label, header, order, wording. From it the table is
// recognised in a foreign file and composed into a document. A province's layouts are data in its folder.

import type { Side } from "../accounts/concept.ts";

/** KeyColumn (项目/行次/科目代码/科目名称): a printed column that says which row it is. */
export interface KeyColumn {
  readonly key: "code" | "name" | "line";
  /** Header words from the top down: ["项目", "科目代码"]. */
  readonly header: readonly string[];
}

/** FigureColumn: a printed column of figures, bound to a column of the concept. */
export interface FigureColumn {
  readonly column: string;
  readonly header: readonly string[];
  /** 栏次, null where the layout prints none. */
  readonly number: string | null;
}

/** LayoutRow: a fixed row in printing order, or a heading between rows. */
export type LayoutRow =
  | { readonly kind: "line"; readonly line: string; readonly name: string | null }
  | { readonly kind: "code"; readonly code: string; readonly name: string; readonly dash: boolean }
  | { readonly kind: "heading"; readonly name: string; readonly header: readonly string[] };

/** LayoutSide: one block of columns; blocks stand side by side (two sides, four lists of codes). */
export interface LayoutSide {
  readonly side: Side;
  readonly keys: readonly KeyColumn[];
  readonly figures: readonly FigureColumn[];
  /** Fixed rows in printing order; [] where the rows follow from the figures. */
  readonly rows: readonly LayoutRow[];
}

/** FootRow: a row under all sides whose name and figure may stand in different sides. */
export interface FootRow {
  readonly line: string;
  readonly name: string;
  /** Index of the side that prints the name, and of the one that prints the figure. */
  readonly nameSide: number;
  readonly figureSide: number;
}

/** TableLayout (表式): how an edition prints one concept. */
export interface TableLayout {
  readonly id: string;
  readonly concept: string;
  readonly title: string;
  /** Other titles in print. */
  readonly otherTitles: readonly string[];
  /** 公开01表; null where the edition prints no label. */
  readonly label: string | null;
  readonly moneyUnit: "元" | "万元";
  /** The unit line as printed: "金额单位：万元". */
  readonly unitLine: string;
  /** The word before the unit's name ("部门名称"); null where no name is printed. */
  readonly nameWord: string | null;
  readonly printsYear: boolean;
  /** True where a row of 栏次 stands under the header. */
  readonly columnNumbers: boolean;
  readonly sides: readonly LayoutSide[];
  readonly foot: readonly FootRow[];
  readonly notes: readonly string[];
  /** The sentence under a table without data; null where the table always has some. */
  readonly emptyNote: string | null;
}

/** LayoutChanges: what an edition's layout has otherwise than the one it extends. */
export type LayoutChanges = Partial<Omit<TableLayout, "concept">>;

/** The same table as another edition prints it. */
export function extendLayout(base: TableLayout, changes: LayoutChanges): TableLayout {
  return { ...base, ...changes };
}

/**
 * The layouts of an edition: those it names in its order, each extended by its changes.
 * A concept that is not named is not printed by the edition.
 */
export function extendTables(
  base: readonly TableLayout[],
  edition: string,
  changes: readonly (readonly [concept: string, changes: LayoutChanges])[],
): readonly TableLayout[] {
  return changes.flatMap(([concept, change]) =>
    base
      .filter((layout) => layout.concept === concept)
      .map((layout) => extendLayout(layout, { id: `${edition}/${concept}`, ...change })),
  );
}
