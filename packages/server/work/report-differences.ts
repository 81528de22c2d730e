// 差异: what differs between two states of a report, or between a report and last year's, each with its place in the editor.

import { compareDisclosures } from "@jueming/core/compare/compare-disclosures.ts";
import type { Difference } from "@jueming/core/compare/difference.ts";
import type { Disclosure } from "@jueming/core/disclosure/disclosure.ts";
import type { Entries } from "@jueming/pipeline/report-entries/entry-plan.ts";
import { keyAtPlace } from "@jueming/pipeline/report-entries/entry-places.ts";

import type { DifferenceView } from "../contract/review.ts";
import type { Queries } from "../database/database.ts";
import { notFound } from "../http/http-problem.ts";
import type { ReportRow } from "../store/reports.ts";
import { versionOf } from "./present-findings.ts";
import { disclosureOfYear, formOf, liveReport, materialOf, versionDisclosure } from "./report-material.ts";

/** ReportSide: one of the two sides, with the entries by which its places are found in the editor. */
interface ReportSide {
  readonly name: string;
  readonly disclosure: Disclosure;
  readonly entries: Entries | null;
}

/** Wanted: a version beside another, or beside last year; null is what stands in the editor. */
export interface WantedDifferences {
  readonly version: number | null;
  readonly with: number | "last-year";
}

/** The differences; the older side is the left one. */
export async function reportDifferences(
  queries: Queries,
  row: ReportRow,
  { version, with: other }: WantedDifferences,
): Promise<{ left: string; right: string; items: DifferenceView[] }> {
  const right = await sideOf(queries, row, version);
  const left = other === "last-year" ? await lastYear(queries, row) : await sideOf(queries, row, other);
  const differences = compareDisclosures(left.disclosure, right.disclosure);
  const told = other === "last-year" ? differences.filter(isYearly) : differences;
  return {
    left: left.name,
    right: right.name,
    items: told.map((one) => viewOf(one, { row, left, right })),
  };
}

/** From year to year all words differ, and the projects are others: what is compared is figures. */
const isYearly = ({ kind, left, right }: Difference): boolean =>
  kind === "figure" && (left.value !== null || right.value !== null);

async function sideOf(queries: Queries, row: ReportRow, version: number | null): Promise<ReportSide> {
  if (version === null) {
    const material = await materialOf(queries, row);
    return { name: "当前内容", disclosure: liveReport(material).disclosure, entries: material.entries };
  }
  const { shardRegion, id: reportId } = row.report;
  const disclosure = await versionDisclosure(queries, { shardRegion, reportId, version });
  const kept = await versionOf(queries, row, version);
  if (disclosure === null || kept === undefined) throw notFound("这个版本");
  return { name: `第 ${version} 版`, disclosure, entries: kept.entries };
}

async function lastYear(queries: Queries, row: ReportRow): Promise<ReportSide> {
  const year = row.report.year - 1;
  const disclosure = await disclosureOfYear(queries, row, year);
  if (disclosure === null) throw notFound(`${year} 年度的报告`);
  return { name: `${year} 年度`, disclosure, entries: null };
}

interface Sides {
  readonly row: ReportRow;
  readonly left: ReportSide;
  readonly right: ReportSide;
}

function viewOf({ kind, where, what, left, right }: Difference, sides: Sides): DifferenceView {
  const { edition, kind: reportKind } = sides.row.report;
  const form = formOf(edition, reportKind);
  const spot = (side: ReportSide, place: Difference["left"]["place"]): DifferenceView["spot"] =>
    side.entries === null || place === null ? null : (keyAtPlace(form, side.entries, place) ?? null);
  return {
    kind,
    where,
    what,
    left: left.value,
    right: right.value,
    spot: spot(sides.right, right.place) ?? spot(sides.left, left.place),
  };
}
