// Disclosure → Composition: the official document in the form of its edition, and what a person must still do.

import type { Disclosure } from "../disclosure/disclosure.ts";
import type { Composition, WrittenBlock } from "../document/composition.ts";
import type { Run } from "../document/document.ts";
import { composeReport } from "./compose-report.ts";
import { composeDepartmentEvaluation } from "./evaluations/compose-department.ts";
import { composeProjects } from "./evaluations/compose-evaluations.ts";
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
      return composeReport(material);
    case "tables":
      return composeTables(material);
    case "evaluations":
      return { blocks: composeProjects(material), remarks: [] };
    case "department":
      return { blocks: composeDepartmentEvaluation(material), remarks: [] };
    case "summary":
      return { blocks: summaryBlocks([material]), remarks: [] };
  }
}

/** The list of the self-evaluations of several disclosures (汇总表). */
export function composeSummaryOf(materials: readonly Material[]): Composed {
  const blocks = summaryBlocks(materials);
  const composition = { title: "项目支出绩效自评汇总表", blocks, attachments: [] };
  return { composition, missing: missingIn(blocks), remarks: [] };
}

function summaryBlocks(materials: readonly Material[]): readonly WrittenBlock[] {
  const entries = materials.flatMap(({ disclosure, edition }) =>
    disclosure.evaluations.map((evaluation) => ({
      evaluation,
      unit: unitNameOf(disclosure),
      grades: edition.scoring.grades,
    })),
  );
  const years = new Set(materials.map(({ disclosure }) => disclosure.year));
  return composeSummary(entries, { year: years.size === 1 ? ([...years][0] ?? null) : null });
}

/** What is missing, each once, after the heading it stands under where that names a project. */
function missingIn(blocks: readonly WrittenBlock[]): readonly string[] {
  let under = "";
  const missing = blocks.flatMap((block): readonly string[] => {
    if (block.kind === "heading") under = block.listedAs ?? block.text;
    return missingRuns(block).map(({ text }) => `${under}：${text}`);
  });
  return [...new Set(missing)];
}

function missingRuns(block: WrittenBlock): readonly Run[] {
  const runs =
    block.kind === "paragraph"
      ? (block.runs ?? [])
      : block.kind === "table"
        ? block.rows.flatMap(({ cells }) => cells.flatMap(({ written }) => written?.runs ?? []))
        : [];
  return runs.filter(({ missing }) => missing === true);
}
