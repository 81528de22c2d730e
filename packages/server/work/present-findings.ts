// The findings of a report as they stand now: of its entries, or, where a document was brought in whole, of its version.

import { and, eq } from "drizzle-orm";

import type { Place } from "@jueming/core/document/document.ts";
import { covers } from "@jueming/pipeline/explanations.ts";
import { keyAtPlace } from "@jueming/pipeline/report-entries/entry-places.ts";

import type { FindingView } from "../contract/reports.ts";
import { findingView } from "../contract/reports.ts";
import type { Queries } from "../database/database.ts";
import type { ReportRow } from "../store/reports.ts";
import { reportVersion } from "../store/schema/index.ts";
import type { ReportMaterial } from "./report-material.ts";
import { formOf, liveReport, materialOf } from "./report-material.ts";

/** A version as it is kept; undefined where there is none. */
export async function versionOf(
  queries: Queries,
  { report: own }: ReportRow,
  version: number,
): Promise<typeof reportVersion.$inferSelect | undefined> {
  const [found] = await queries
    .select()
    .from(reportVersion)
    .where(
      and(
        eq(reportVersion.shardRegion, own.shardRegion),
        eq(reportVersion.reportId, own.id),
        eq(reportVersion.version, version),
      ),
    );
  return found;
}

/** The findings of a report now, each with the explanation that holds. */
export async function presentFindings(queries: Queries, row: ReportRow): Promise<readonly FindingView[]> {
  const material = await materialOf(queries, row);
  const newest = await versionOf(queries, row, row.report.version);
  const isBroughtIn = newest !== undefined && newest.entries === null && material.revision === 0;
  return isBroughtIn ? findingsOfVersion(newest, material) : liveReport(material).findings;
}

/** The findings of a version with the spots at which their figures were typed, and the explanations given since. */
export function findingsOfVersion(
  { findings, entries, edition }: typeof reportVersion.$inferSelect,
  { row, explanations }: Pick<ReportMaterial, "row" | "explanations">,
): readonly FindingView[] {
  const form = formOf(edition, row.report.kind);
  const listed = fieldOf(findings, "findings");
  if (!Array.isArray(listed)) return [];
  return listed.map((one: unknown) => {
    const view = findingView.parse(one);
    const held = view.kind === "explain" ? explanations.find((each) => covers(each, view)) : undefined;
    const operands = view.operands.map((operand) => ({
      ...operand,
      spot: entries === null ? null : (keyAtPlace(form, entries, placeOf(operand["place"])) ?? null),
    }));
    return { ...view, operands, explanation: held?.explanation ?? view.explanation };
  });
}

/** The sheet, row and column of a published place. */
function placeOf(json: unknown): Place {
  const [sheet, row, column] = ["sheet", "row", "column"].map((name) => fieldOf(json, name));
  return {
    ...(typeof sheet === "string" ? { sheet } : {}),
    ...(typeof row === "number" ? { row } : {}),
    ...(typeof column === "number" ? { column } : {}),
  };
}

function fieldOf(value: unknown, name: string): unknown {
  if (typeof value !== "object" || value === null) return undefined;
  return Object.entries(value).find(([key]) => key === name)?.[1];
}
