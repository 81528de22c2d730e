// The problems of checked material: findings of its rules, and the problems that its evaluations state themselves.

import type { Severity } from "@jueming/core/checks/finding.ts";
import { statedProblems } from "@jueming/core/rectification/stated-problems.ts";
import type { LedgerEntry, LedgerProblem } from "@jueming/core/rectification/ledger.ts";
import { ORIGINS } from "@jueming/core/rectification/ledger.ts";

import type { Judged } from "../reports/checked.ts";
import { shownFindings, unitName } from "../reports/checked.ts";
import { SEVERITIES, SEVERITY_WORDS, placeText } from "../reports/wording.ts";

const [FROM_CHECK, FROM_EVALUATION] = ORIGINS;
/** Between the files of findings that rest on several. */
const BETWEEN = "；";

/** The problems of one result, findings from a severity on; what another finding explains is part of that. */
export function checkedProblems(result: Judged, least: Severity): readonly LedgerProblem[] {
  return [...findingProblems(result, least), ...evaluationProblems(result)];
}

function findingProblems(result: Judged, least: Severity): readonly LedgerProblem[] {
  const source = sourcesOf(result).join(BETWEEN);
  return shownFindings(result.result, least).map(({ finding }) => ({
    ...common(result),
    origin: FROM_CHECK,
    rule: finding.rule,
    code: finding.code,
    severity: SEVERITY_WORDS[finding.severity],
    subject: finding.subject,
    problem: finding.message,
    advice: finding.advice,
    source,
    place: placeText(finding.operands[0]?.place ?? {}, source),
    measure: "",
  }));
}

function evaluationProblems(result: Judged): readonly LedgerProblem[] {
  if ("sources" in result) return [];
  return statedProblems(result.disclosure()).map(({ subject, problem, measure, place }) => ({
    ...common(result),
    origin: FROM_EVALUATION,
    rule: null,
    code: null,
    severity: "",
    subject,
    problem,
    advice: "",
    source: result.source,
    place: placeText(place, result.source),
    measure,
  }));
}

function common({ about }: Judged): Pick<LedgerProblem, "unit" | "year"> {
  return { unit: unitName(about), year: about.year };
}

const sourcesOf = (result: Judged): readonly string[] =>
  "sources" in result ? result.sources : [result.source];

/** Whether a run over these results, from a severity on, would have met an entry's problem again. */
export function lookedFor(results: readonly Judged[], least: Severity): (entry: LedgerEntry) => boolean {
  const read = new Set(results.flatMap(sourcesOf));
  const words = SEVERITIES.slice(0, SEVERITIES.indexOf(least) + 1).map((one) => SEVERITY_WORDS[one]);
  return ({ origin, source, severity }) =>
    ORIGINS.some((own) => own === origin) &&
    source.split(BETWEEN).every((one) => read.has(one)) &&
    (origin === FROM_EVALUATION || words.includes(severity));
}
