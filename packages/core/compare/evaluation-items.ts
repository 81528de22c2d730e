// Self-evaluations as items to compare: money, indicators, scores, texts. The order is the identity, because
// names repeat.

import type { Disclosure } from "../disclosure/disclosure.ts";
import type { StatedText } from "../document/stated-text.ts";
import type { Indicator, IndicatorValue, ProjectEvaluation } from "../evaluation/project-evaluation.ts";
import { EVALUATION_TEXTS, FUNDING_FIELDS } from "../evaluation/project-evaluation.ts";
import type { CellValue } from "../figures/figure.ts";
import type { DifferenceKind, StatedItem } from "./difference.ts";
import { meaningOf, plain, printedOf } from "./stated-value.ts";

const FUNDING_NAMES: Readonly<Record<(typeof FUNDING_FIELDS)[number], string>> = {
  declared: "目标申报数",
  compiled: "预算编制数",
  initial: "年初预算数",
  adjusted: "全年预算数",
  executed: "执行数",
  remaining: "结转结余",
  rate: "执行率",
  points: "分值",
  score: "得分",
};

export function evaluationItems({ evaluations, departmentEvaluation }: Disclosure): readonly StatedItem[] {
  const items = evaluations.flatMap((evaluation, index) => projectItems(evaluation, `E${index}`));
  if (departmentEvaluation === null) return items;
  const { place, score, grade, goal, indicators } = departmentEvaluation;
  const make = maker("D", "部门整体绩效自评", place);
  return [
    ...items,
    ...make.value("score", "score", "得分", score),
    ...make.text("score", "grade", "等级", grade),
    ...make.text("text", "goal", "目标", goal),
    ...indicators.flatMap((indicator, order) => indicatorItems(make, indicator, order)),
  ];
}

function projectItems(evaluation: ProjectEvaluation, key: string): readonly StatedItem[] {
  const make = maker(key, evaluation.name, evaluation.place);
  return [
    ...make.plain("text", "name", "项目名称", evaluation.name),
    ...evaluation.funding.flatMap(({ source, name, fields, reason }) => [
      ...FUNDING_FIELDS.flatMap((field) =>
        make.value(
          field === "score" || field === "points" ? "score" : "figure",
          `${source} ${field}`,
          `${name}${FUNDING_NAMES[field]}`,
          fields[field],
        ),
      ),
      ...make.text("text", `${source} reason`, `${name}偏差原因`, reason),
    ]),
    ...make.text("text", "goal", "年度目标", evaluation.goal),
    ...make.text("text", "achievement", "完成情况", evaluation.achievement),
    ...evaluation.indicators.flatMap((indicator, order) => indicatorItems(make, indicator, order)),
    ...make.value("score", "indicatorScore", "指标得分", evaluation.indicatorScore),
    ...make.value("score", "fundingScore", "预算执行得分", evaluation.fundingScore),
    ...make.value("score", "totalScore", "总分", evaluation.totalScore),
    ...make.text("score", "grade", "等级", evaluation.grade),
    ...EVALUATION_TEXTS.flatMap((field) => make.text("text", field, "说明文字", evaluation.text[field])),
  ];
}

function indicatorItems(make: Maker, indicator: Indicator, order: number): readonly StatedItem[] {
  const at = `indicator ${order}`;
  const name = `第${order + 1}项指标“${indicator.name}”`;
  const path = `${indicator.level1}/${indicator.level2}/${indicator.name}`;
  return [
    ...make.plain("indicator", `${at} name`, `第${order + 1}项指标`, path),
    ...make.target(`${at} initialTarget`, `${name}年初指标值`, indicator.initialTarget),
    ...make.target(`${at} target`, `${name}指标值`, indicator.target),
    ...make.target(`${at} actual`, `${name}完成值`, indicator.actual),
    ...make.value("score", `${at} points`, `${name}分值`, indicator.points),
    ...make.value("score", `${at} score`, `${name}得分`, indicator.score),
    ...make.text("text", `${at} reason`, `${name}偏差原因`, indicator.reason),
  ];
}

type Items = readonly StatedItem[];

interface Maker {
  readonly value: (kind: DifferenceKind, key: string, what: string, value: CellValue | null) => Items;
  readonly text: (kind: DifferenceKind, key: string, what: string, text: StatedText | null) => Items;
  readonly plain: (kind: DifferenceKind, key: string, what: string, text: string) => Items;
  readonly target: (key: string, what: string, value: IndicatorValue | null) => Items;
}

function maker(key: string, where: string, place: StatedItem["place"]): Maker {
  const item = (
    kind: DifferenceKind,
    of: string,
    what: string,
  ): Pick<StatedItem, "key" | "kind" | "where" | "what"> => ({
    key: `${key} ${of}`,
    kind,
    where,
    what,
  });
  return {
    value: (kind, of, what, value) =>
      value === null
        ? []
        : [
            {
              ...item(kind, of, what),
              value: printedOf(value),
              meaning: meaningOf(value),
              place: value.place,
            },
          ],
    text: (kind, of, what, text) =>
      text === null
        ? []
        : [{ ...item(kind, of, what), value: text.text, meaning: plain(text.text), place: text.place }],
    plain: (kind, of, what, text) => [{ ...item(kind, of, what), value: text, meaning: plain(text), place }],
    target: (of, what, value) =>
      value === null
        ? []
        : [
            {
              ...item("indicator", of, what),
              value: value.raw,
              meaning: `${value.comparator ?? ""}${value.value ?? plain(value.raw)}${value.unit ?? ""}`,
              place: value.place,
            },
          ],
  };
}
