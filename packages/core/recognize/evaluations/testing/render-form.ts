// Renders made evaluations as tab text from a form's description, with the damage that scans do, so that
// tests can read back what they wrote.

import type { EvaluationLayout, IndicatorField } from "../../../forms/evaluation-layout.ts";
import type { FundingField, FundSource } from "../../../evaluation/project-evaluation.ts";

/** MadeIndicator: the printed cells of a made indicator. */
export interface MadeIndicator {
  readonly level1: number;
  readonly level2: number;
  readonly cells: Readonly<Partial<Record<IndicatorField, string>>>;
}

export interface MadeForm {
  readonly name: string;
  readonly unit: string;
  readonly funding: Readonly<Partial<Record<FundSource, Readonly<Partial<Record<FundingField, string>>>>>>;
  readonly goal: string;
  readonly achievement: string;
  readonly indicators: readonly MadeIndicator[];
  readonly total: string;
}

/** Damage: what happens to the rows of the indicators. */
export type Damage =
  | "none"
  | "shifted-left"
  | "shifted-right"
  | "blanks-in-levels"
  | "page-break"
  | "side-garbage";

const FIRST_VALUE_COLUMN = 3;

/** The form as tab text. */
export function renderForm(layout: EvaluationLayout, form: MadeForm, damages: readonly Damage[]): string {
  const rows = indicatorRows(layout, form.indicators).map((row, index) =>
    damaged(row, damages[index] ?? "none"),
  );
  return [
    layout.titleNamesProject ? form.name + layout.title : layout.title,
    "",
    "（2024年度）",
    "",
    ...headRows(layout, form),
    ...goalInline(layout, form),
    ...fundingRows(layout, form),
    ...goalBelow(layout, form),
    ...rows,
    ...(layout.total === null
      ? []
      : [
          [
            layout.total.words[0] ?? "",
            "",
            "",
            "",
            "",
            "",
            ...layout.total.prints.map((part) =>
              part === "points" ? "100" : part === "score" ? form.total : "优",
            ),
          ],
        ]),
    ...layout.tail
      .filter(({ field }) => field !== "implementation")
      .map(({ words }) => [words[0] ?? "", "", `${words[0] ?? ""}的说明文字。`]),
  ]
    .map((row) => (typeof row === "string" ? row : row.join("\t")))
    .join("\n");
}

function headRows(layout: EvaluationLayout, form: MadeForm): readonly (readonly string[])[] {
  return layout.head.map(({ field, words, sealed }) => [
    sealed ? `${words[0] ?? ""}(盖章)` : (words[0] ?? ""),
    "",
    field === "name" ? form.name : form.unit,
    "",
    "",
  ]);
}

function goalInline({ goal }: EvaluationLayout, form: MadeForm): readonly (readonly string[])[] {
  if (goal?.arrangement !== "inline") return [];
  return [
    [
      goal.side[1] ?? "",
      `1. ${goal.side[0] ?? ""}`,
      `${goal.goal[0] ?? ""} ${form.goal}`,
      "",
      `${goal.achievement[0] ?? ""} ${form.achievement}`,
    ],
  ];
}

function goalBelow({ goal }: EvaluationLayout, form: MadeForm): readonly (readonly string[])[] {
  if (goal?.arrangement !== "below") return [];
  return [
    [goal.side[0] ?? "", goal.goal[0] ?? "", "", "", "", goal.achievement[0] ?? "", ""],
    ["", form.goal, "", "", "", form.achievement, ""],
  ];
}

function fundingRows(
  { funding, moneyUnit }: EvaluationLayout,
  form: MadeForm,
): readonly (readonly string[])[] {
  if (funding === null) return [];
  return [
    [`项目资金(${moneyUnit})`, "", "", ...funding.columns.map(({ words }) => words[0] ?? "")],
    ...funding.rows
      .filter((row) => form.funding[row.source] !== undefined)
      .map((row) => [
        "",
        row.source === "total" ? `${row.words[0] ?? ""}:` : `其中: ${row.words[0] ?? ""}`,
        "",
        ...funding.columns.map(({ field }) =>
          field === "reason" ? "" : (form.funding[row.source]?.[field] ?? ""),
        ),
      ]),
  ];
}

function indicatorRows(
  layout: EvaluationLayout,
  indicators: readonly MadeIndicator[],
): readonly (readonly string[])[] {
  const { columns, levels } = layout.indicators;
  const header = ["绩效指标", ...columns.map(({ words }) => words[0] ?? "")];
  const rows = indicators.map((indicator, index): readonly string[] => {
    const before = indicators[index - 1];
    const isNew1 = before?.level1 !== indicator.level1;
    const isNew2 = isNew1 || before?.level2 !== indicator.level2;
    const level = levels[indicator.level1];
    return [
      "",
      ...columns.map(({ field }) => {
        if (field === "level1") return isNew1 ? (level?.words[0] ?? "") : "";
        if (field === "level2") return isNew2 ? (level?.level2[indicator.level2]?.words[0] ?? "") : "";
        return indicator.cells[field] ?? "";
      }),
    ];
  });
  return [header, ...rows];
}

function damaged(row: readonly string[], damage: Damage): readonly string[] | string {
  if (row[0] === "绩效指标") return row;
  if (damage === "shifted-left" && row[0] === "") return row.slice(1);
  if (damage === "shifted-right") return ["", ...row];
  if (damage === "blanks-in-levels")
    return row.map((cell, index) => (index < FIRST_VALUE_COLUMN ? [...cell].join(" ") : cell));
  if (damage === "page-break") return `\n${row.join("\t")}`;
  if (damage === "side-garbage") return ["绩", ...row.slice(1)];
  return row;
}
