// Self-evaluations of a filled-in workbook: a row a project, a row an indicator.

import type { Place } from "@jueming/core/document/document.ts";
import type { StatedText } from "@jueming/core/document/stated-text.ts";
import { readIndicatorValue } from "@jueming/core/evaluation/indicator-value.ts";
import type {
  EvaluationText,
  FundingField,
  FundingRow,
  Indicator,
  ProjectEvaluation,
} from "@jueming/core/evaluation/project-evaluation.ts";
import { EVALUATION_TEXTS, FUNDING_FIELDS } from "@jueming/core/evaluation/project-evaluation.ts";
import type { CellValue } from "@jueming/core/figures/figure.ts";
import { formatMillionths, statedFigure } from "@jueming/core/figures/figure.ts";
import { PERCENT } from "@jueming/core/figures/unit.ts";
import type { EvaluationLayout } from "@jueming/core/forms/evaluation-layout.ts";

import { fundingColumn } from "../evaluation-sheets.ts";
import { addressOf } from "./filled-cells.ts";
import type { FilledRow, InputReading } from "./input-reading.ts";
import { figureIn, listRows, textOf } from "./input-reading.ts";

/** The projects with their indicators. */
export function readEvaluations(reading: InputReading, year: number | null): readonly ProjectEvaluation[] {
  const { form } = reading.plan;
  if (form === null) return [];
  const indicators = listRows(reading, "indicators", (row) => textOf(row.cells["name"]) !== null);
  const projects = listRows(reading, "projects", (row) => textOf(row.cells["name"]) !== null);
  const numbers = new Set(projects.map(numberOf));
  for (const row of indicators) {
    if (numbers.has(numberOf(row))) continue;
    const place = row.placeOf("number");
    const message = `${addressOf(place)} 的项目序号“${numberOf(row) ?? ""}”在工作表“项目”中没有，该指标未读取。`;
    reading.problems.push({ code: "input-unknown-project", message, place });
  }
  return projects.map((row) => {
    const own = indicators.filter((indicator) => numberOf(indicator) === numberOf(row));
    return projectOf(reading, row, { form, year, indicators: own.map((one) => indicatorOf(reading, one)) });
  });
}

const numberOf = (row: FilledRow): string | null => row.cells["number"]?.exact ?? textOf(row.cells["number"]);

interface ProjectParts {
  readonly form: EvaluationLayout;
  readonly year: number | null;
  readonly indicators: readonly Indicator[];
}

function projectOf(reading: InputReading, row: FilledRow, parts: ProjectParts): ProjectEvaluation {
  const { form, year, indicators } = parts;
  const figure = (name: string, unit: Parameters<typeof figureIn>[3] = null): CellValue | null => {
    const value = figureIn(reading, row.cells[name], row.placeOf(name), unit);
    return value.kind === "blank" ? null : value;
  };
  const fundingScore = figure(fundingColumn("total", "score"));
  const texts = EVALUATION_TEXTS.map((field) => [field, statedIn(row, `text.${field}`)] as const);
  return {
    name: textOf(row.cells["name"]) ?? "",
    code: textOf(row.cells["code"]),
    moneyUnit: reading.money.name,
    layout: form.id,
    funding: fundingOf(reading, row, form),
    goal: statedIn(row, "goal"),
    achievement: statedIn(row, "achievement"),
    indicators,
    levelPoints: [],
    indicatorScore: sumOf(
      indicators.map(({ score }) => score),
      row.place,
    ),
    fundingScore,
    totalScore:
      figure("totalScore") ??
      sumOf([...indicators.map(({ score }) => score), fundingScore], row.placeOf("totalScore")),
    totalPoints: null,
    grade: statedIn(row, "grade"),
    // Reason: the entries have exactly the names of EVALUATION_TEXTS.
    text: Object.fromEntries(texts) as Record<EvaluationText, StatedText | null>,
    department: statedIn(row, "department"),
    unit: statedIn(row, "unit"),
    year,
    place: row.place,
    span: null,
  };
}

function statedIn(row: FilledRow, name: string): StatedText | null {
  const text = textOf(row.cells[name]);
  return text === null ? null : { text, place: row.placeOf(name) };
}

function sumOf(values: readonly (CellValue | null)[], place: Place): CellValue | null {
  const figures = values.flatMap((value) => (value?.kind === "figure" ? [value] : []));
  if (figures.length === 0) return null;
  const decimals = Math.max(...figures.map((figure) => figure.decimals));
  const millionths = figures.reduce((sum, figure) => sum + figure.millionths, 0n);
  return statedFigure(formatMillionths(millionths, decimals), null, place) ?? null;
}

function fundingOf(reading: InputReading, row: FilledRow, form: EvaluationLayout): readonly FundingRow[] {
  const printed = new Set(form.funding?.columns.map(({ field }) => field) ?? []);
  return (form.funding?.rows ?? []).flatMap(({ source, words }): readonly FundingRow[] => {
    const fields = FUNDING_FIELDS.map((field): readonly [FundingField, CellValue | null] => {
      const name = fundingColumn(source, field);
      const isPrinted = printed.has(field) && name in row.cells;
      return [field, isPrinted ? fundingFigure(reading, row, name, field) : null];
    });
    const isGiven = fields.some(([, value]) => value !== null && value.kind !== "blank");
    if (!isGiven) return [];
    return [
      {
        source,
        name: words[0] ?? "",
        // Reason: the entries have exactly the names of FUNDING_FIELDS.
        fields: Object.fromEntries(withRate(fields, row)) as Record<FundingField, CellValue | null>,
        reason: source === "total" ? statedIn(row, "fundingReason") : null,
        place: row.place,
      },
    ];
  });
}

function fundingFigure(reading: InputReading, row: FilledRow, name: string, field: FundingField): CellValue {
  const unit = field === "rate" ? PERCENT : field === "points" || field === "score" ? null : reading.money;
  return figureIn(reading, row.cells[name], row.placeOf(name), unit);
}

/** 执行率 where no program has saved it: executed ÷ budget of the whole year, in percent. */
function withRate(
  fields: readonly (readonly [FundingField, CellValue | null])[],
  row: FilledRow,
): readonly (readonly [FundingField, CellValue | null])[] {
  const values = new Map(fields);
  const [executed, base] = [values.get("executed"), values.get("adjusted")];
  if (values.get("rate")?.kind !== "blank" || executed?.kind !== "figure" || base?.kind !== "figure")
    return fields;
  if (base.millionths <= 0n || executed.millionths < 0n) return fields;
  const hundredths = (executed.millionths * 20_000n + base.millionths) / (base.millionths * 2n);
  const place = row.placeOf(fundingColumn("total", "rate"));
  const rate = statedFigure(formatMillionths(hundredths * 10_000n, 2), PERCENT, place);
  return fields.map(([field, value]) => [field, field === "rate" ? (rate ?? value) : value] as const);
}

/** An indicator of a row. */
export function indicatorOf(reading: InputReading, row: FilledRow): Indicator {
  const context = {
    ...contextPart("comparator", textOf(row.cells["comparator"])),
    ...contextPart("unit", textOf(row.cells["unit"])),
  };
  const value = (name: string, more: typeof context): Indicator["target"] => {
    const text = textOf(row.cells[name]);
    return text === null ? null : (readIndicatorValue(text, row.placeOf(name), more)?.value ?? null);
  };
  const figure = (name: string): CellValue | null =>
    name in row.cells ? figureIn(reading, row.cells[name], row.placeOf(name), null) : null;
  const target = value("target", context);
  return {
    level1: textOf(row.cells["level1"]) ?? "",
    level2: textOf(row.cells["level2"]) ?? "",
    name: textOf(row.cells["name"]) ?? "",
    target,
    initialTarget: value("initialTarget", {}),
    actual: value("actual", {}),
    points: figure("points"),
    score: figure("score"),
    reason: statedIn(row, "reason"),
    place: row.place,
    doubtful: false,
  };
}

const contextPart = (name: "comparator" | "unit", text: string | null): Readonly<Record<string, string>> =>
  text === null ? {} : { [name]: text };
