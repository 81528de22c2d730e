// Extracts of self-evaluations for tests: an ordinary one, with what a test changes of it.

import type { EvaluationExtract, ExtractedValue, IndicatorExtract } from "../evaluation-extract.ts";

/** A value as forms print it: "≥95%", "12". */
export function madeValue(raw: string): ExtractedValue {
  const match = /^[≥≤=]?(\d+(?:\.\d+)?)(\D*)$/u.exec(raw);
  const unit = match?.[2] ?? "";
  return { raw, value: match?.[1] ?? null, unit: unit === "" ? null : unit, unreadable: false };
}

/** An indicator whose target is exceeded. */
export function madeIndicator(
  changes: Partial<Omit<IndicatorExtract, "target" | "actual" | "initialTarget">> & {
    readonly target?: string;
    readonly actual?: string;
    readonly initialTarget?: string;
  } = {},
): IndicatorExtract {
  const { target = "≥20次", actual = "23次", initialTarget, ...rest } = changes;
  return {
    level1: "产出指标",
    level2: "数量指标",
    name: "培训次数",
    isLowerBetter: false,
    points: 1000,
    score: 1000,
    hasReason: false,
    place: { line: 5 },
    ...rest,
    target: madeValue(target),
    actual: madeValue(actual),
    initialTarget: initialTarget === undefined ? null : madeValue(initialTarget),
  };
}

/** A total as printed. */
export function madeTotal(raw: string): EvaluationExtract["total"] {
  return { raw, hundredths: Math.round(Number(raw) * 100) };
}

/** An evaluation in order: 95 % executed, 94.5 points. */
export function madeExtract(
  changes: Partial<EvaluationExtract> & { readonly unitName?: string } = {},
): EvaluationExtract {
  const { unitName = "示例县档案馆", ...rest } = changes;
  return {
    source: `${unitName}.txt`,
    number: 1,
    project: "档案整理费",
    year: 2024,
    unit: { key: `示例县|${unitName}`, name: unitName },
    department: { key: "示例县|示例县委办公室", name: "示例县委办公室" },
    district: { key: "示例县", name: "示例县" },
    place: { line: 1 },
    total: madeTotal("94.5"),
    computedTotal: 9450,
    grade: { printed: "优", computed: "优", printedRank: 0, computedRank: 0 },
    money: { initial: 100n, adjusted: 100n, executed: 95n },
    printedMoney: { adjusted: "100", executed: "95" },
    rate: 9500,
    executionScore: 950,
    fundingReason: false,
    indicators: [madeIndicator()],
    texts: [],
    generous: [],
    judgedScores: 2,
    openScores: 0,
    ...rest,
  };
}

/** So many evaluations of one unit, told apart by number and project. */
export function madeUnit(
  count: number,
  changes: (index: number) => Partial<EvaluationExtract> & { readonly unitName?: string },
): readonly EvaluationExtract[] {
  return Array.from({ length: count }, (_, index) =>
    madeExtract({
      number: index + 1,
      project: `项目${"甲乙丙丁戊己庚辛壬癸"[index] ?? index}`,
      ...changes(index),
    }),
  );
}
