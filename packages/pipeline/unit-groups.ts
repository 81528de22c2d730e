// Inputs of one unit and year are checked together as well; the same report given twice is counted once.

import type { Disclosure } from "@jueming/core/disclosure/disclosure.ts";

import type { KeptDisclosure } from "./kept-disclosure.ts";
import { isSameUnitAndYear } from "./same-unit.ts";

/** GroupMember: an input that was read. */
export interface GroupMember extends KeptDisclosure {
  readonly source: string;
}

/** UnitGroup: the inputs of one unit and year. */
export interface UnitGroup {
  readonly members: readonly GroupMember[];
  /** Sources that state the same report as an earlier one of the group. */
  readonly duplicates: readonly { readonly source: string; readonly of: string }[];
}

/** Share of equal statements from which two files are the same report in two formats. */
const SAME_REPORT = 0.9;

/** Groups of at least two inputs that belong to one unit and year, in the order of the input. */
export function unitGroups(inputs: readonly GroupMember[]): readonly UnitGroup[] {
  return sameUnitAndYear(inputs).map(checkedTogether);
}

/** The same by what is known of the inputs without their disclosures, which may be many. */
export function sameUnitAndYear<Member extends Pick<GroupMember, "about">>(
  inputs: readonly Member[],
): readonly (readonly Member[])[] {
  const groups: Member[][] = [];
  for (const input of inputs) {
    // Offices of other years or regions fail on the first comparison, so that long lists stay cheap.
    const group = groups.find(
      ([first]) => first !== undefined && isSameUnitAndYear(first.about, input.about),
    );
    if (group === undefined) groups.push([input]);
    else group.push(input);
  }
  return groups.filter((group) => group.length > 1);
}

/** Members of one unit and year; the same report given twice is told, and counts once. */
export function checkedTogether(group: readonly GroupMember[]): UnitGroup {
  const members: { readonly input: GroupMember; readonly statements: ReadonlySet<string> }[] = [];
  const duplicates: { source: string; of: string }[] = [];
  for (const input of group) {
    const statements = statementsOf(input.disclosure());
    const same = members.find((member) => likeness(member.statements, statements) >= SAME_REPORT);
    if (same === undefined) members.push({ input, statements });
    else duplicates.push({ source: input.source, of: same.input.source });
  }
  return { members: members.map(({ input }) => input), duplicates };
}

/** What a report states in figures, whatever its format: cells of tables and scores of evaluations. */
function statementsOf(disclosure: Disclosure): ReadonlySet<string> {
  const statements = new Set<string>();
  for (const table of disclosure.tables) {
    for (const row of table.rows) {
      for (const [column, cell] of Object.entries(row.cells)) {
        if (cell?.kind !== "figure") continue;
        statements.add([table.concept, row.line, row.code, column, cell.millionths].join("|"));
      }
    }
  }
  for (const evaluation of disclosure.evaluations) {
    const score = evaluation.totalScore?.kind === "figure" ? evaluation.totalScore.value : "";
    statements.add(["evaluation", evaluation.name, score].join("|"));
    for (const { name, target, actual } of evaluation.indicators) {
      statements.add(["indicator", evaluation.name, name, target?.raw, actual?.raw].join("|"));
    }
  }
  const department = disclosure.departmentEvaluation;
  for (const { name, target, actual } of department?.indicators ?? []) {
    statements.add(["department", name, target?.raw, actual?.raw].join("|"));
  }
  return statements;
}

function likeness(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const common = a.intersection(b).size;
  const all = a.size + b.size - common;
  return all === 0 ? 0 : common / all;
}
