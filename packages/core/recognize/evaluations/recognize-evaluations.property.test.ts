import * as fc from "fast-check";
import { expect, test } from "vitest";
import type { EvaluationLayout, IndicatorField } from "../../forms/evaluation-layout.ts";
import { evaluations as national } from "../../regions/national/evaluation.ts";
import { evaluations as ningxia } from "../../regions/ningxia/evaluation.ts";
import { evaluations as shanxi } from "../../regions/shanxi/evaluation.ts";
import { evaluations as sichuan } from "../../regions/sichuan/evaluation.ts";
import { recognizeEvaluations } from "./recognize-evaluations.ts";
import { renderForm, type Damage, type MadeForm, type MadeIndicator } from "./testing/render-form.ts";
import { linesFromText } from "./testing/tab-text.ts";

const LAYOUTS = [...ningxia, ...sichuan, ...shanxi, ...national];
const SHEETS = LAYOUTS.filter((layout) => layout.kind === "sheet");
const NAMES = [
  "设备购置台数",
  "培训人次",
  "资料印刷份数",
  "系统运行稳定率",
  "会议保障场次",
  "任务按期完成",
  "群众满意程度",
  "支出控制情况",
];
const WORDS = ["及时", "持续提升", "有效保障", "长期", "≥良"];

const integer = (max: number) => fc.integer({ min: 1, max });
const quantity = fc.tuple(
  fc.constantFrom("≥", "=", "≤"),
  integer(9999),
  fc.constantFrom("%", "次", "个", "万元", "人"),
);

function cellsFor(layout: EvaluationLayout): fc.Arbitrary<Readonly<Partial<Record<IndicatorField, string>>>> {
  const isSplit = layout.indicators.columns.some(({ field }) => field === "comparator");
  const hasPattern = layout.indicators.columns.some(({ field }) => field === "initialTarget");
  const value = fc.oneof(
    fc.tuple(quantity, integer(9999)).map(([[comparator, target, unit], actual]) =>
      isSplit
        ? { comparator, target: `${target}`, unit, actual: `${actual}` }
        : {
            ...(hasPattern ? { initialTarget: `${comparator} ${unit}` } : {}),
            target: `${comparator}${target}${unit}`,
            actual: `${actual}${unit}`,
          },
    ),
    fc
      .constantFrom(...WORDS)
      .map((words) =>
        isSplit
          ? { comparator: "定性", target: words, unit: "其他", actual: words }
          : { target: words, actual: words },
      ),
  );
  return fc
    .record({
      value,
      name: fc.constantFrom(...NAMES),
      points: integer(30),
      score: integer(30),
      reason: fc.constantFrom("", "人员减少", "落实过紧日子要求"),
    })
    .map(({ value: printed, name, points, score, reason }) => ({
      ...printed,
      name,
      points: `${points}`,
      score: `${score}`,
      reason,
    }));
}

function indicatorsFor(layout: EvaluationLayout): fc.Arbitrary<readonly MadeIndicator[]> {
  const groups = layout.indicators.levels.flatMap((level, level1) =>
    level.level2.map((_, level2) => ({ level1, level2 })),
  );
  return fc
    .subarray(groups, { minLength: 3 })
    .chain((chosen) =>
      fc.tuple(
        ...chosen.map((group) =>
          fc
            .array(cellsFor(layout), { minLength: 1, maxLength: 3 })
            .map((rows) => rows.map((cells) => ({ ...group, cells }))),
        ),
      ),
    )
    .map((rows) => rows.flat());
}

const money = integer(99999).map(
  (cents) => `${Math.floor(cents / 100)}.${`${cents % 100}`.padStart(2, "0")}`,
);

function formFor(layout: EvaluationLayout): fc.Arbitrary<MadeForm> {
  const fields = (layout.funding?.columns ?? [])
    .map(({ field }) => field)
    .filter((field) => field !== "reason");
  const row = fc
    .record({ amount: money, score: integer(10), rate: integer(100) })
    .map(({ amount, score, rate }) =>
      Object.fromEntries(
        fields.map((field) => [
          field,
          field === "score" ? `${score}` : field === "points" ? "10" : field === "rate" ? `${rate}%` : amount,
        ]),
      ),
    );
  return fc.record({
    name: fc.constantFrom("信息系统维护费", "J办公设备购置费", "驻村帮扶经费"),
    unit: fc.constant("某某县人民政府办公室"),
    funding: row.map((total) => ({
      total,
      other: Object.fromEntries(
        fields.map((field) => [
          field,
          field === "points" || field === "score" || field === "rate" ? "—" : total[field],
        ]),
      ),
    })),
    goal: fc.constant("保障各项工作正常开展。"),
    achievement: fc.constant("已按年度目标完成。"),
    indicators: indicatorsFor(layout),
    total: integer(100).map(String),
  });
}

const DAMAGES: readonly Damage[] = [
  "none",
  "none",
  "shifted-left",
  "shifted-right",
  "blanks-in-levels",
  "page-break",
  "side-garbage",
];

test.each(SHEETS.map((layout) => [layout.id, layout] as const))(
  "a form of %s is read back whatever befell its rows",
  (_, layout) => {
    fc.assert(
      fc.property(
        formFor(layout),
        fc.array(fc.constantFrom(...DAMAGES), { minLength: 40, maxLength: 40 }),
        (form, damages) => {
          const text = renderForm(layout, form, damages);
          const { evaluations } = recognizeEvaluations(linesFromText(text), LAYOUTS);
          const [read] = evaluations;
          expect(evaluations).toHaveLength(1);
          expect([read?.name, read?.goal?.text, read?.achievement?.text, read?.year]).toEqual([
            form.name,
            form.goal,
            form.achievement,
            2024,
          ]);
          expect(figure(read?.totalScore)).toBe(form.total);
          expect(
            read?.funding.map((row) => [
              row.source,
              figure(row.fields.adjusted),
              figure(row.fields.executed),
            ]),
          ).toEqual([
            ["total", form.funding.total?.adjusted, form.funding.total?.executed],
            ["other", form.funding.other?.adjusted, form.funding.other?.executed],
          ]);
          expect(figure(read?.funding[0]?.fields.score)).toBe(form.funding.total?.score);
          expect(
            read?.indicators.map((one) => [
              one.level1,
              one.level2,
              one.name,
              figure(one.points),
              figure(one.score),
              one.reason?.text ?? "",
              one.actual?.raw,
            ]),
          ).toEqual(
            form.indicators.map(({ cells, level1, level2 }) => [
              layout.indicators.levels[level1]?.words[0],
              layout.indicators.levels[level1]?.level2[level2]?.words[0],
              cells.name,
              cells.points,
              cells.score,
              cells.reason,
              cells.actual,
            ]),
          );
        },
      ),
      { numRuns: 150 },
    );
  },
);

function figure(value: { readonly kind: string; readonly value?: string } | null | undefined): string | null {
  return value?.kind === "figure" ? (value.value ?? null) : null;
}
