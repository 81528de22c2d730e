// The indicator groups of a form (绩效指标): header, rows, and the total row under them.

import type { Cell } from "../../document/document.ts";
import { barePattern } from "../../evaluation/indicator-value.ts";
import type { Indicator, IndicatorValue } from "../../evaluation/project-evaluation.ts";
import type { IndicatorField } from "../../forms/evaluation-layout.ts";
import type { FormPart } from "../../forms/form-print.ts";
import { figureCell, labelCell, textCell, type FormRow } from "./form-cells.ts";
import { fundingField, indicatorField, type FormContent } from "./form-content.ts";
import { headerRows } from "./header-rows.ts";
import { isSumOf } from "./sums.ts";

type IndicatorsPart = Extract<FormPart, { kind: "indicators" }>;
type TotalPart = Extract<FormPart, { kind: "total" }>;

/** How many rows the header of the indicators takes. */
export function indicatorRows(part: IndicatorsPart, content: FormContent): readonly FormRow[] {
  const columns = content.layout.indicators.columns.map(({ field, words }) => ({
    field,
    words: words[0] ?? "",
    span: part.spans[field] ?? 1,
  }));
  const points = statedPoints(content);
  return [
    ...headerRows([], columns, part.above),
    ...content.indicators.map((indicator, order) =>
      columns.flatMap(({ field, span }): readonly Cell[] => {
        if (field === "level1" || field === "level2") {
          const rows = mergedRows(content.indicators, order, field);
          const words =
            field === "level1" ? `${indicator.level1}${points.get(order) ?? ""}` : indicator.level2;
          return rows === 0 ? [] : [labelCell(words, span, rows)];
        }
        return [indicatorCell(indicator, field, { order, span, content })];
      }),
    ),
  ];
}

/** Over how many rows a level's name is merged; 0 where the row above has merged it. */
function mergedRows(indicators: readonly Indicator[], order: number, field: "level1" | "level2"): number {
  const own = indicators[order];
  const isSame = (other: Indicator | undefined): boolean =>
    own !== undefined && other?.level1 === own.level1 && (field === "level1" || other.level2 === own.level2);
  if (isSame(indicators[order - 1])) return 0;
  const after = indicators.slice(order).findIndex((other) => !isSame(other));
  return after < 0 ? indicators.length - order : after;
}

/** "（40分）" beside the first name of a level, by the order of its row. */
function statedPoints({ indicators, levelPoints }: FormContent): ReadonlyMap<number, string> {
  const stated = new Map<number, string>();
  let from = 0;
  for (const { level1, points } of levelPoints) {
    const order = indicators.findIndex(
      (indicator, at) =>
        at >= from && indicator.level1 === level1 && mergedRows(indicators, at, "level1") > 0,
    );
    if (order < 0) continue;
    stated.set(order, `（${points.raw}分）`);
    from = order + 1;
  }
  return stated;
}

interface CellSetting {
  readonly order: number;
  readonly span: number;
  readonly content: FormContent;
}

function indicatorCell(
  indicator: Indicator,
  field: Exclude<IndicatorField, "level1" | "level2">,
  { order, span, content }: CellSetting,
): Cell {
  const isSplit = content.layout.indicators.columns.some((column) => column.field === "comparator");
  const centred = { align: "center" } as const;
  switch (field) {
    case "points":
    case "score":
      return figureCell(indicator[field], {
        span,
        id: content.idOf(indicatorField(order, field)),
        after: field === "points" && content.layout.indicators.pointsAs === "percent" ? "%" : "",
      });
    case "name":
      return textCell(indicator.name, span, { ...centred, due: "三级指标" });
    case "reason":
      return textCell(indicator.reason?.text ?? null, span, {
        due: isShort(indicator) ? "偏差原因" : null,
      });
    case "initialTarget":
      return textCell(initialText(indicator, content), span, centred);
    case "actual":
      return textCell(indicator.actual?.raw ?? null, span, { ...centred, due: "实际完成值" });
    case "note":
      return textCell(null, span);
    case "target":
    case "comparator":
    case "unit": {
      const parts = isSplit ? splitTarget(indicator.target) : { target: indicator.target?.raw ?? "" };
      return textCell(parts[field] ?? "", span, centred);
    }
  }
}

/** The initial target, or the pattern that the form prints in its place. */
function initialText({ initialTarget, target }: Indicator, { layout }: FormContent): string {
  if (initialTarget !== null) return initialTarget.raw;
  if (!layout.indicators.initialPatterns || target?.value == null || target.comparator === null) return "";
  const pattern = `${target.comparator} ${target.unit ?? ""}`.trim();
  return barePattern(pattern) === undefined ? "" : pattern;
}

/** A score below the points wants a reason. */
function isShort({ points, score }: Indicator): boolean {
  return points?.kind === "figure" && score?.kind === "figure" && score.millionths < points.millionths;
}

/** What a form prints whose comparator and unit stand in columns of their own; words carry 定性. */
function splitTarget(
  target: IndicatorValue | null,
): Readonly<Partial<Record<"comparator" | "target" | "unit", string>>> {
  if (target === null) return {};
  const { raw, comparator, unit, value } = target;
  const rest = comparator === null ? raw : raw.replace(/^\s*[=≥≧⩾≽>﹥≤≦⩽≼<﹤＝＞＜]\s*/u, "");
  if (comparator === null && value === null) return { comparator: "定性", target: raw, unit: "其他" };
  const ownUnit = unit ?? (value !== null && rest.endsWith("其他") ? "其他" : "");
  if (comparator === null || ownUnit === "" || !rest.endsWith(ownUnit))
    return { comparator: comparator ?? "", target: rest, unit: value === null ? "其他" : "" };
  return { comparator, target: rest.slice(0, -ownUnit.length).trim(), unit: ownUnit };
}

/** The row under the indicators. */
export function totalRow({ label, cells }: TotalPart, content: FormContent): readonly FormRow[] {
  const { total } = content.layout;
  if (total === null) return [];
  return [
    [
      labelCell(total.words[0] ?? "", label),
      ...cells.map(({ prints, span }) => {
        if (prints === null) return textCell(null, span);
        if (prints === "grade") return textCell(content.totals.grade, span, { align: "center" });
        return figureCell(content.totals[prints], {
          span,
          id: content.idOf(prints === "score" ? "totalScore" : "totalPoints"),
          ...sumOfRows(prints, content),
        });
      }),
    ],
  ];
}

/** The total is the sum of the rows and of the money block's own points, where it is printed so. */
function sumOfRows(
  prints: "points" | "score",
  { funding, indicators, totals, idOf }: FormContent,
): { readonly sumOf?: readonly string[] } {
  const own = funding.filter(({ source }) => source === "total");
  const values = [...own.map(({ fields }) => fields[prints]), ...indicators.map((one) => one[prints])];
  if (!isSumOf(totals[prints], values)) return {};
  return {
    sumOf: [
      ...own.map((row) => idOf(fundingField(row, prints))),
      ...indicators.map((_, order) => idOf(indicatorField(order, prints))),
    ],
  };
}
