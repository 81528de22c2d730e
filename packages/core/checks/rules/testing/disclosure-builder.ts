// Builds disclosures for tests of rules out of plain strings: figures are read as from a table cell,
// and whatever a sketch leaves out is empty.

import type { FactAddress, Derivation } from "../../../disclosure/address.ts";
import type {
  AccountsTable,
  Disclosure,
  NarrativeSentence,
  ProseWords,
  RemovedText,
} from "../../../disclosure/disclosure.ts";
import type { Place } from "../../../document/document.ts";
import type { Section } from "../../../document/section.ts";
import type { CellValue } from "../../../figures/figure.ts";
import { parseFigure } from "../../../figures/parse-figure.ts";
import type { Unit } from "../../../figures/unit.ts";
import { WAN_YUAN } from "../../../figures/unit.ts";
import type { DepartmentSketch, EvaluationSketch } from "./evaluation-builder.ts";
import { departmentEvaluationOf, evaluationOf } from "./evaluation-builder.ts";

/** RowSketch: a printed row, its cells as printed; null is a cell that prints nothing. */
export interface RowSketch {
  readonly line?: string;
  readonly code?: string | null;
  readonly name?: string;
  readonly cells: Readonly<Record<string, string | null>>;
}

export interface TableSketch {
  readonly concept: string;
  readonly label?: string | null;
  readonly title?: string;
  readonly moneyUnit?: string;
  readonly rows?: readonly RowSketch[];
  readonly notes?: readonly string[];
  readonly printedUnit?: string | null;
  readonly printedYear?: string | null;
}

/** SectionSketch: a heading with its paragraphs and sections below. */
export interface SectionSketch {
  readonly heading: string;
  readonly number?: string | null;
  readonly paragraphs?: readonly string[];
  readonly children?: readonly SectionSketch[];
}

export interface ProseFigureSketch {
  readonly text: string;
  readonly refersTo: FactAddress;
  readonly derived?: Derivation;
  readonly direction?: 1 | -1 | 0;
}

export interface SentenceSketch {
  readonly section?: string;
  readonly sentence: string;
  readonly figures?: readonly ProseFigureSketch[];
  readonly words?: readonly {
    readonly slot: ProseWords["slot"];
    readonly text: string;
    readonly refersTo?: FactAddress;
  }[];
}

export interface DisclosureSketch extends Partial<
  Omit<
    Disclosure,
    | "tables"
    | "evaluations"
    | "departmentEvaluation"
    | "narrative"
    | "outline"
    | "removed"
    | "unitNames"
    | "unit"
  >
> {
  readonly unit?: Partial<Disclosure["unit"]>;
  readonly tables?: readonly TableSketch[];
  readonly evaluations?: readonly EvaluationSketch[];
  readonly departmentEvaluation?: DepartmentSketch;
  readonly narrative?: readonly SentenceSketch[];
  readonly outline?: readonly SectionSketch[];
  /** A plain string is a watermark. */
  readonly removed?: readonly (string | { readonly reason: RemovedText["reason"]; readonly text: string })[];
  readonly unitNames?: readonly string[];
  readonly alterations?: Disclosure["alterations"];
}

const NOWHERE: Place = {};

/** A cell as the recognisers would read it. */
export function cellOf(
  text: string | null,
  unit: Unit | null = WAN_YUAN,
  place: Place = NOWHERE,
): CellValue | null {
  return text === null ? null : parseFigure(text, unit, place);
}

function tableOf(sketch: TableSketch, index: number): AccountsTable {
  const rows = (sketch.rows ?? []).map((row, rowIndex) => {
    const place: Place = { line: (index + 1) * 100 + rowIndex };
    const cells = Object.entries(row.cells).map(
      ([column, text]) => [column, cellOf(text, WAN_YUAN, place)] as const,
    );
    const name = row.name ?? (row.code === null ? "合计" : null);
    return { line: row.line ?? null, code: row.code ?? null, name, cells: Object.fromEntries(cells), place };
  });
  return {
    concept: sketch.concept,
    layout: sketch.concept,
    label: sketch.label === undefined ? `公开${String(index + 1).padStart(2, "0")}表` : sketch.label,
    title: sketch.title ?? sketch.concept,
    moneyUnit: sketch.moneyUnit ?? "万元",
    empty: rows.every((row) =>
      Object.values(row.cells).every((cell) => cell === null || cell.kind === "blank"),
    ),
    rows,
    place: { line: (index + 1) * 100 },
    notes: sketch.notes ?? [],
    printedUnit: sketch.printedUnit ?? null,
    printedYear: sketch.printedYear ?? null,
  };
}

/** Sections from headings and texts; every paragraph stands on a line of its own. */
export function sectionsOf(sketches: readonly SectionSketch[], level = 1, line = 1000): readonly Section[] {
  return sketches.map((sketch, index) => {
    const first = line + index * 50;
    const paragraphs = (sketch.paragraphs ?? []).map((text, offset) => {
      const place: Place = { line: first + offset + 1 };
      return { text, place, pieces: [{ offset: 0, place }] };
    });
    return {
      number: sketch.number ?? null,
      heading: sketch.heading,
      level,
      paragraphs,
      children: sectionsOf(sketch.children ?? [], level + 1, first * 10),
      place: { line: first },
    };
  });
}

function sentenceOf(sketch: SentenceSketch, index: number): NarrativeSentence {
  const place: Place = { line: 5000 + index };
  return {
    section: sketch.section ?? "情况说明",
    evaluation: null,
    template: "test",
    sentence: sketch.sentence,
    figures: (sketch.figures ?? []).map((figure) => {
      const read = parseFigure(figure.text, WAN_YUAN, place);
      return {
        figure: read.kind === "blank" ? { kind: "unreadable", raw: figure.text, place } : read,
        refersTo: figure.refersTo,
        derived: figure.derived ?? null,
        ...(figure.direction === undefined ? {} : { direction: figure.direction }),
      };
    }),
    words: (sketch.words ?? []).map(({ slot, text, refersTo }) => ({
      slot,
      text,
      refersTo: refersTo ?? null,
      place,
    })),
    place,
  };
}

/** A disclosure from a sketch. */
export function disclosureOf(sketch: DisclosureSketch = {}): Disclosure {
  const { evaluations = [], departmentEvaluation, tables = [], narrative = [], outline = [] } = sketch;
  return {
    source: sketch.source ?? "test.txt",
    kind: sketch.kind ?? "final-accounts",
    title: sketch.title ?? "示例县示例局2024年度部门决算公开",
    year: sketch.year === undefined ? 2024 : sketch.year,
    moneyUnit: sketch.moneyUnit ?? "万元",
    region: sketch.region ?? { code: null, name: null, edition: "national/2024" },
    department: sketch.department ?? { code: null, name: null },
    unit: { code: null, name: "示例县示例局", type: null, ...sketch.unit },
    tables: tables.map(tableOf),
    evaluations: evaluations.map(evaluationOf),
    departmentEvaluation:
      departmentEvaluation === undefined ? null : departmentEvaluationOf(departmentEvaluation, sectionsOf),
    narrative: narrative.map(sentenceOf),
    unclaimed: sketch.unclaimed ?? [],
    problems: sketch.problems ?? [],
    outline: sectionsOf(outline),
    removed: (sketch.removed ?? []).map((one, index) => ({
      ...(typeof one === "string" ? { reason: "watermark" as const, text: one } : one),
      place: { line: 10 + index },
    })),
    alterations: sketch.alterations ?? null,
    unitNames: (sketch.unitNames ?? []).map((text, index) => ({ text, place: { line: 20 + index } })),
  };
}
