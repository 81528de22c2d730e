// What a report is about: files that were checked, the files of one unit together, and files that failed.

import type { Finding, Severity } from "@jueming/core/checks/finding.ts";
import type { CheckResult } from "@jueming/core/checks/run-checks.ts";

import type { CheckedFile, CheckedUnit } from "../check.ts";
import type { About } from "../kept-disclosure.ts";
import type { ReadFailure } from "../read.ts";
import { isFailure } from "../read.ts";
import { SEVERITIES } from "./wording.ts";

/** Judged: a result of checking that has findings and coverage. */
export type Judged = CheckedFile | CheckedUnit;
export type Checked = Judged | ReadFailure;

export function isJudged(result: Checked): result is Judged {
  return !isFailure(result);
}

/** The file of a result; null where several files were checked together. */
export function sourceOf(result: Judged): string | null {
  return "sources" in result ? null : result.source;
}

/** The unit's name as far as the document gives one. */
export function unitName({ unit, department, title }: About): string {
  return unit.name ?? department.name ?? (title === "" ? "（单位名称不明）" : title);
}

/** The unit's name, and that its files were checked together where they were. */
export function resultName(result: Judged): string {
  const name = unitName(result.about);
  return "sources" in result ? `${name}（合并核对）` : name;
}

/** Where a result comes from, short: a file, or how many of them. */
export function originText(result: Judged): string {
  return "sources" in result ? `${result.sources.length} 份材料` : result.source;
}

/** ShownFinding: a finding, and the others that the same cause broke. */
export interface ShownFinding {
  readonly finding: Finding;
  readonly consequences: readonly Finding[];
}

/** The findings from a severity on, worst first, explained ones last, each with what it caused. */
export function shownFindings({ findings }: CheckResult, least: Severity): readonly ShownFinding[] {
  const shown = SEVERITIES.slice(0, SEVERITIES.indexOf(least) + 1);
  const caused = Map.groupBy(findings, ({ causedBy }) => causedBy);
  return findings
    .flatMap((finding, index) => {
      if (finding.causedBy !== null || !shown.includes(finding.severity)) return [];
      return [{ finding, consequences: caused.get(index) ?? [] }];
    })
    .toSorted((a, b) => rank(a) - rank(b));
}

/** Rank of a finding among others: by severity, explained ones last. */
export function rank({ finding }: ShownFinding): number {
  return finding.explanation === null ? SEVERITIES.indexOf(finding.severity) : SEVERITIES.length;
}
