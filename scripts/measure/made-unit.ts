// A fictitious office under a real county, with the edition that is in force there.

import type { UnitType } from "@jueming/core/disclosure/disclosure.ts";
import type { Edition } from "@jueming/core/regions/edition.ts";
import type { EvaluationLayout } from "@jueming/core/forms/evaluation-layout.ts";
import { allDivisions, divisionsNamed } from "@jueming/core/regions/gazetteer/divisions.ts";
import { editions } from "@jueming/core/regions/index.ts";
import type { Random } from "./random.ts";

/** MadeUnit: who reports, and in which forms. */
export interface MadeUnit {
  readonly name: string;
  readonly code: string | null;
  readonly type: UnitType;
  readonly year: number;
  readonly edition: Edition;
  readonly form: EvaluationLayout;
  /** 项 that its basic expenditure is booked to; null for one of the general offices, drawn. */
  readonly mainCode: string | null;
  /** Names of its projects; null for names that any office may use. */
  readonly projects: readonly string[] | null;
}

const OFFICES: readonly (readonly [name: string, type: UnitType])[] = [
  ["综合事务协调办公室", "administrative"],
  ["营商环境促进局", "administrative"],
  ["公共资源统筹局", "administrative"],
  ["机构改革推进办公室", "administrative"],
  ["地方志编研中心", "civil-service-like"],
  ["社会事务联络中心", "civil-service-like"],
  ["政务数据保障中心", "institution"],
  ["公共服务促进中心", "institution"],
];

const TABLES = 10;
/** National forms came into use everywhere by then. */
const FIRST_YEAR = 2024;

/** Editions of a place that print the ten national tables and have a sheet for projects. */
function usableEditions(): readonly Edition[] {
  return editions.filter(
    ({ divisions, tables, evaluations }) =>
      divisions.length > 0 && tables.length === TABLES && evaluations.some(({ kind }) => kind === "sheet"),
  );
}

/** Counties of an edition whose names are borne by no other place. */
function countiesOf(edition: Edition): readonly string[] {
  return allDivisions()
    .filter(
      ({ level, code }) => level === "county" && edition.divisions.some((prefix) => code.startsWith(prefix)),
    )
    .map(({ name }) => name)
    .filter((name) => name.length > 2 && divisionsNamed(name).length === 1);
}

export function makeUnit(random: Random): MadeUnit {
  const edition = random.pick(usableEditions());
  const form = random.pick(edition.evaluations.filter(({ kind }) => kind === "sheet"));
  const [office, type] = random.pick(OFFICES);
  const code = random.chance(0.5) ? `${String(random.whole(1, 99)).padStart(3, "0")}001` : null;
  return {
    name: `${random.pick(countiesOf(edition))}${office}`,
    code,
    type,
    year: Math.max(FIRST_YEAR, edition.fromYear),
    edition,
    form,
    mainCode: null,
    projects: null,
  };
}
