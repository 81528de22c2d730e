// Who, where, which year: gathered from every printed name, told by weight.

import type { AccountsTable, OrganizationName } from "../../disclosure/disclosure.ts";
import type { Place } from "../../document/document.ts";
import type { Line } from "../../document/lines.ts";
import { editDistance } from "../../accounts/classification/printed-name.ts";
import type { StatedText } from "../../document/stated-text.ts";
import { comparable } from "../../figures/normalize.ts";
import type { ProjectEvaluation } from "../../evaluation/project-evaluation.ts";
import { ancestors, divisionPath } from "../../regions/gazetteer/divisions.ts";
import { findDivisionsInText } from "../../regions/gazetteer/place-mentions.ts";
import type { PrintedName } from "./organization.ts";
import { chooseOrganization, splitOrganization } from "./organization.ts";
import type { RecognizedRegion } from "./region.ts";
import { recognizeRegion } from "./region.ts";
import { recognizeTitle, unitInTitle } from "./title.ts";
import { recognizeYear } from "./year.ts";

/** IdentityParts: where the names are printed. */
export interface IdentityParts {
  readonly lines: readonly Line[];
  readonly tables: readonly AccountsTable[];
  readonly evaluations: readonly ProjectEvaluation[];
  readonly annexUnit: StatedText | null;
  /** Division code that a person gave; it wins. */
  readonly region: string | null;
}

/** Identity: what the printed names say together. */
export interface Identity {
  readonly title: string;
  readonly year: number | null;
  readonly region: RecognizedRegion;
  readonly department: OrganizationName;
  readonly unit: OrganizationName;
  readonly unitNames: readonly { readonly text: string; readonly place: Place }[];
}

/** Heads of official tables are typed by software; cells of forms are stamped and scanned. */
const HEAD_WEIGHT = 3;
const CELL_WEIGHT = 1;
/** A name that speaks of another place was garbled by a seal, or does not belong here. */
const FOREIGN_WEIGHT = 0.1;

/** Tells the identity of a disclosure. */
export function identityOf(parts: IdentityParts): Identity {
  const title = recognizeTitle(parts.lines);
  const names = namesOf(parts, title);
  const region = regionOf(parts, names, title);
  const trusted = names.map((one) =>
    isForeignTo(region.code, one.name) ? { ...one, weight: FOREIGN_WEIGHT } : one,
  );
  const unit = chooseOrganization(trusted, "unit");
  const department = chooseOrganization(trusted, "department");
  return {
    title,
    year: recognizeYear(parts.lines),
    region,
    department: isNameOf(department.name, unit.name) ? { ...department, name: unit.name } : department,
    unit: unit.name === null ? { ...unit, name: department.name } : unit,
    unitNames: names.map(({ name, place }) => ({ text: name, place })),
  };
}

/** One printed name with its code split off; nothing where no name is left. */
function named(
  role: PrintedName["role"],
  { text, place }: StatedText,
  weight: number,
): readonly PrintedName[] {
  const { code, name } = splitOrganization(text);
  return name === null ? [] : [{ role, code, name, place, weight }];
}

/** The names that heads and forms print; where they print none, the title's. */
function namesOf(parts: IdentityParts, title: string): readonly PrintedName[] {
  const printed = printedNames(parts);
  const name = unitInTitle(title);
  if (printed.length > 0 || name === null) return printed;
  return [{ role: "unit", code: null, name, place: parts.lines[0]?.place ?? {}, weight: HEAD_WEIGHT }];
}

function printedNames({ tables, evaluations, annexUnit }: IdentityParts): readonly PrintedName[] {
  return [
    ...tables.flatMap((table) =>
      table.printedUnit === null
        ? []
        : named("unit", { text: table.printedUnit, place: table.place }, HEAD_WEIGHT),
    ),
    ...(annexUnit === null ? [] : named("unit", annexUnit, HEAD_WEIGHT)),
    ...evaluations.flatMap((evaluation) => [
      ...(evaluation.unit === null ? [] : named("unit", evaluation.unit, CELL_WEIGHT)),
      ...(evaluation.department === null ? [] : named("department", evaluation.department, CELL_WEIGHT)),
    ]),
  ];
}

function regionOf(
  { evaluations, region, lines }: IdentityParts,
  names: readonly PrintedName[],
  title: string,
): RecognizedRegion {
  if (region !== null) return { code: region, name: divisionPath(region) ?? null };
  const headings = lines.filter((line) => line.headingLevel > 0).map((line) => line.text);
  return recognizeRegion({
    projectCodes: evaluations.flatMap(({ code }) => (code === null ? [] : [code])),
    unitNames: names.map(({ name }) => name),
    titles: [title, ...headings],
  });
}

/** True when a name mentions a division that is neither the region, nor above it, nor within it. */
function isForeignTo(region: string | null, name: string): boolean {
  if (region === null) return false;
  const own = new Set([region, ...ancestors(region).map(({ code }) => code)]);
  return findDivisionsInText(name).some(
    ({ division }) =>
      !own.has(division.code) && !ancestors(division.code).some(({ code }) => code === region),
  );
}

/** Damage that a scan does to a name: a character or two of it. */
const DAMAGE = 2;

/** True when the department prints no name of its own: none, or the unit's with a scan's damage. */
function isNameOf(department: string | null, unit: string | null): boolean {
  if (department === null) return true;
  return (
    unit !== null && department !== unit && editDistance(comparable(department), comparable(unit)) <= DAMAGE
  );
}
