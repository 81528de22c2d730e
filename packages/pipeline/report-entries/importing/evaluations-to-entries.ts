// Self-evaluations as entries: a row a project, a row an indicator; and the department's own evaluation.

import type { Disclosure } from "@jueming/core/disclosure/disclosure.ts";
import type { StatedText } from "@jueming/core/document/stated-text.ts";
import type {
  Indicator,
  IndicatorValue,
  ProjectEvaluation,
} from "@jueming/core/evaluation/project-evaluation.ts";
import { EVALUATION_TEXTS, FUNDING_FIELDS } from "@jueming/core/evaluation/project-evaluation.ts";
import type { CellValue } from "@jueming/core/figures/figure.ts";

import { fundingColumn } from "../../input-workbook/evaluation-sheets.ts";
import type { DraftCell, DraftCells, EntriesDraft } from "./entries-draft.ts";
import { figureCell, textCell } from "./entries-draft.ts";

const stated = (text: StatedText | null): DraftCell | null =>
  text === null ? null : textCell(text.text, text.place);

/** Puts the evaluations of projects into the draft. */
export function evaluationsToEntries(draft: EntriesDraft, { evaluations }: Disclosure): void {
  for (const [index, evaluation] of evaluations.entries()) {
    const number = textCell(String(index + 1), evaluation.place);
    draft.add("projects", { number, ...projectCells(draft, evaluation) });
    for (const indicator of evaluation.indicators) {
      draft.add("indicators", { number, ...indicatorCells(draft, "indicators", indicator) });
    }
  }
}

function projectCells(draft: EntriesDraft, evaluation: ProjectEvaluation): DraftCells {
  const figure = (value: CellValue | null): DraftCell | null => figureCell(value, draft.money);
  const total = evaluation.funding.find(({ source }) => source === "total");
  const texts = EVALUATION_TEXTS.map((field) => [`text.${field}`, stated(evaluation.text[field])] as const);
  return {
    name: textCell(evaluation.name, evaluation.place),
    code: textCell(evaluation.code, evaluation.place),
    department: stated(evaluation.department),
    unit: stated(evaluation.unit),
    ...fundingCells(draft, evaluation),
    ...(total?.fields.score == null && evaluation.fundingScore !== null
      ? { [fundingColumn("total", "score")]: figure(evaluation.fundingScore) }
      : {}),
    // A form prints the reason beside the total; a document may print it beside the only source there is.
    fundingReason: stated(
      total?.reason ?? evaluation.funding.find(({ reason }) => reason !== null)?.reason ?? null,
    ),
    goal: stated(evaluation.goal),
    achievement: stated(evaluation.achievement),
    ...Object.fromEntries(texts),
    totalScore: follows(evaluation) ? null : figure(evaluation.totalScore),
    grade: stated(evaluation.grade),
  };
}

function fundingCells(draft: EntriesDraft, { funding }: ProjectEvaluation): DraftCells {
  return Object.fromEntries(
    funding.flatMap(({ source, fields }) =>
      FUNDING_FIELDS.map((field) => {
        const value = fields[field];
        const isWorkedOut = field === "rate" && rateFollows(fields);
        return [fundingColumn(source, field), isWorkedOut ? null : figureCell(value, draft.money)] as const;
      }),
    ),
  );
}

/** True where the printed rate is executed ÷ budget to two decimals, as it is worked out again. */
function rateFollows({ executed, adjusted, rate }: ProjectEvaluation["funding"][number]["fields"]): boolean {
  if (executed?.kind !== "figure" || adjusted?.kind !== "figure" || rate?.kind !== "figure") return false;
  if (adjusted.millionths <= 0n || executed.millionths < 0n) return false;
  const hundredths = (executed.millionths * 20_000n + adjusted.millionths) / (adjusted.millionths * 2n);
  return rate.millionths === hundredths * 10_000n;
}

/** True where the printed total is the sum of the scores. */
function follows({ indicators, fundingScore, totalScore }: ProjectEvaluation): boolean {
  const parts = [...indicators.map(({ score }) => score), fundingScore];
  const figures = parts.flatMap((value) => (value?.kind === "figure" ? [value.millionths] : []));
  if (totalScore?.kind !== "figure" || figures.length === 0)
    return totalScore?.kind !== "unreadable" && totalScore?.kind !== "figure";
  return totalScore.millionths === figures.reduce((sum, value) => sum + value, 0n);
}

/** The cells of an indicator; a form with columns for sign and unit has them apart from the number. */
function indicatorCells(draft: EntriesDraft, list: string, indicator: Indicator): DraftCells {
  const { level1, level2, name, place, doubtful, reason } = indicator;
  const columns = new Set(draft.form.lists.get(list)?.shown.columns.map((column) => column.name));
  const doubt = doubtful ? "读取时有推断，请核对原件" : null;
  return {
    level1: textCell(level1, place, doubt),
    level2: textCell(level2, place, doubt),
    name: textCell(name, place, doubt),
    ...targetCells(indicator.target, columns, doubt),
    initialTarget: valueCell(indicator.initialTarget, doubt),
    actual: valueCell(indicator.actual, doubt),
    points: figureCell(indicator.points, draft.money),
    score: figureCell(indicator.score, draft.money),
    reason: stated(reason),
  };
}

const valueCell = (value: IndicatorValue | null, doubt: string | null): DraftCell | null =>
  value === null ? null : textCell(value.raw, value.place, value.unreadable ? "无法识别" : doubt);

function targetCells(
  target: IndicatorValue | null,
  columns: ReadonlySet<string>,
  doubt: string | null,
): DraftCells {
  const isApart = columns.has("comparator") && columns.has("unit");
  if (target === null || target.value === null || !isApart) {
    const isWords = target !== null && target.comparator === null && columns.has("comparator");
    return {
      target: valueCell(target, doubt),
      comparator: isWords ? textCell("定性", target.place, doubt) : null,
    };
  }
  const sign = target.comparator === "=" ? "＝" : target.comparator;
  return {
    comparator: textCell(sign, target.place, doubt),
    target: textCell(target.value, target.place, doubt),
    unit: textCell(target.unit, target.place, doubt),
  };
}

/** Puts the department's own evaluation into the draft; its figures are those of its sentences. */
export function departmentToEntries(draft: EntriesDraft, { departmentEvaluation }: Disclosure): void {
  if (departmentEvaluation === null) return;
  const { grade, goal, budget, tasks, indicators } = departmentEvaluation;
  draft.put("department:grade", stated(grade));
  draft.put("department:goal", stated(goal));
  for (const [field, value] of Object.entries(budget)) {
    draft.put(`department:${field}`, figureCell(value, draft.money));
  }
  for (const { name, content, place } of tasks) {
    draft.add("tasks", { name: textCell(name, place), content: textCell(content, place) });
  }
  for (const indicator of indicators) {
    draft.add("department-indicators", indicatorCells(draft, "department-indicators", indicator));
  }
}
