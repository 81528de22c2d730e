// The score of a department from its documents: its report, and the final accounts, project forms and ledger
// that were given with it.

import type { Disclosure } from "../disclosure/disclosure.ts";
import type { DepartmentScore } from "../evaluation/point-system/department-score.ts";
import { scoreDepartment } from "../evaluation/point-system/department-score.ts";
import type { PointSystem } from "../evaluation/point-system/point-system.ts";
import type { InputFigure, InputName, SystemInputs } from "../evaluation/point-system/system-inputs.ts";
import type { ScoringRules } from "../evaluation/scoring/scoring-rules.ts";
import type { DepartmentLedger } from "./ledger-json.ts";
import { NO_DEPARTMENT_LEDGER } from "./ledger-json.ts";
import { projectInputs } from "./project-inputs.ts";
import { statedInputs } from "./stated-inputs.ts";

/** DepartmentDocuments: the report and what else is known of the same unit and year. */
export interface DepartmentDocuments {
  readonly report: Disclosure;
  readonly others: readonly Disclosure[];
  readonly ledger?: DepartmentLedger;
}

/** The inputs that these documents give; tables first, then what follows from forms, the ledger, and prose. */
export function inputsOf(
  { report, others, ledger = NO_DEPARTMENT_LEDGER }: DepartmentDocuments,
  rules: ScoringRules,
): SystemInputs {
  const documents = [report, ...others];
  const forms = documents.flatMap(({ evaluations, source }) => evaluations.map((form) => ({ form, source })));
  const ofProjects = projectInputs({ report, forms, rules });
  const figures = new Map<InputName, InputFigure>();
  const all = [...ofProjects.figures, ...ledger.figures.values(), ...statedInputs(documents)];
  for (const figure of all) if (!figures.has(figure.name)) figures.set(figure.name, figure);
  return { figures, targets: ofProjects.targets };
}

/** The department's score by a point system. */
export function departmentScoreOf(
  documents: DepartmentDocuments,
  system: PointSystem,
  rules: ScoringRules,
): DepartmentScore {
  return scoreDepartment(system, {
    inputs: inputsOf(documents, rules),
    manual: documents.ledger?.scores ?? new Map(),
    evaluation: documents.report.departmentEvaluation,
    grades: rules.departmentGrades.length > 0 ? rules.departmentGrades : rules.grades,
  });
}
