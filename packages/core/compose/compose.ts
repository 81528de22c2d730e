// Disclosure → Composition: the official document in the form of its edition, and what a person must still do.

import type { Disclosure } from "../disclosure/disclosure.ts";
import type { Composition, WrittenBlock } from "../document/composition.ts";
import type { Run } from "../document/document.ts";
import { composeReport } from "./compose-report.ts";
import { composeDepartmentEvaluation } from "./evaluations/compose-department.ts";
import { composeEvaluations, composeProjects } from "./evaluations/compose-evaluations.ts";
import { composeSummary } from "./evaluations/compose-summary.ts";
import type { Material } from "./material.ts";
import { unitNameOf } from "./material.ts";
import { composeTables } from "./tables/compose-tables.ts";

export type { Material } from "./material.ts";

/** ComposePart: which document is written of a disclosure. */
export const COMPOSE_PARTS = ["report", "tables", "evaluations", "department", "summary"] as const;
export type ComposePart = (typeof COMPOSE_PARTS)[number];

/** Composed: the document, and what it still lacks. */
export interface Composed {
  readonly composition: Composition;
  /** What has yet to be filled in, as it stands in the text; a final document has none. */
  readonly missing: readonly string[];
  /** What a person should know besides, in Chinese. */
  readonly remarks: readonly string[];
}

/** The part that a disclosure is mainly of. */
export function mainPart({ kind }: Disclosure): ComposePart {
  if (kind === "project-evaluations") return "evaluations";
  return kind === "department-evaluation" ? "department" : "report";
}

/** Composes one part; a part of which the disclosure has nothing is an empty composition. */
export function compose(material: Material, part: ComposePart = mainPart(material.disclosure)): Composed {
  const { blocks, remarks } = blocksOf(material, part);
  const { disclosure } = material;
  return {
    composition: { title: titleOf(disclosure), blocks, attachments: [] },
    missing: missingIn(blocks),
    remarks,
  };
}

const titleOf = (disclosure: Disclosure): string =>
  disclosure.title === "" ? unitNameOf(disclosure) : disclosure.title;

interface Blocks {
  readonly blocks: readonly WrittenBlock[];
  readonly remarks: readonly string[];
}

function blocksOf(material: Material, part: ComposePart): Blocks {
  switch (part) {
    case "report":
      return composeReport(material, composeEvaluations);
    case "tables":
      return composeTables(material);
    case "evaluations":
      return { blocks: composeProjects(material), remarks: [] };
    case "department":
      return { blocks: composeDepartmentEvaluation(material), remarks: [] };
    case "summary":
      return { blocks: summaryOf(material), remarks: [] };
  }
}

/** The evaluations of the disclosure's own projects in one list. */
function summaryOf({ disclosure, edition }: Material): readonly WrittenBlock[] {
  const unit = unitNameOf(disclosure);
  const { grades } = edition.scoring;
  return composeSummary(
    disclosure.evaluations.map((evaluation) => ({ evaluation, unit, grades })),
    { year: disclosure.year },
  );
}

/** The missing words of all blocks, each once. */
function missingIn(blocks: readonly WrittenBlock[]): readonly string[] {
  const runs = blocks.flatMap((block): readonly Run[] => {
    if (block.kind === "paragraph") return block.runs ?? [];
    if (block.kind !== "table") return [];
    return block.rows.flatMap(({ cells }) => cells.flatMap(({ written }) => written?.runs ?? []));
  });
  return [...new Set(runs.filter(({ missing }) => missing === true).map(({ text }) => text))];
}
