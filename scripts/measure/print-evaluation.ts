// Prints a made self-evaluation as its form says, as tab-separated text.

import type {
  EvaluationLayout,
  FundingColumn,
  IndicatorColumn,
} from "@jueming/core/forms/evaluation-layout.ts";
import type { FundSource } from "@jueming/core/evaluation/project-evaluation.ts";
import type { MadeIndicator } from "./made-indicators.ts";
import type { MadeProject } from "./made-projects.ts";
import { points, wanYuan } from "./printed-amounts.ts";
import type { MadeUnit } from "./made-unit.ts";
import type { FigureKind, Piece, TextBuilder } from "./report-text.ts";

interface Printing {
  readonly text: TextBuilder;
  readonly unit: MadeUnit;
  readonly project: MadeProject;
  readonly layout: EvaluationLayout;
}

const blanks = (count: number): readonly string[] => Array.from({ length: Math.max(0, count) }, () => "");

export function printEvaluation(text: TextBuilder, unit: MadeUnit, project: MadeProject): void {
  const layout = unit.form;
  const printing = { text, unit, project, layout };
  text.paragraph(layout.titleNamesProject ? `${project.name}${layout.title}` : layout.title);
  text.paragraph(`（${unit.year}年度）`);
  printHead(printing);
  if (layout.goal?.arrangement === "inline") printGoalInline(printing);
  printFunding(printing);
  if (layout.goal?.arrangement === "below") printGoalBelow(printing);
  printIndicators(printing);
  printTotal(printing);
  for (const { words, field } of layout.tail) {
    if (field !== "implementation" || layout.goal?.arrangement !== "inline")
      text.row([words[0] ?? "", "", "", TAIL_TEXTS[field] ?? "无"]);
  }
  text.line("");
}

const TAIL_TEXTS: Readonly<Record<string, string>> = {
  implementation: "按照年度计划组织实施，资金支付手续完备。",
  output: "各项任务按计划推进。",
  benefit: "服务能力得到巩固。",
  satisfaction: "服务对象反映良好。",
  experience: "加强统筹协调，明确责任分工。",
  problems: "个别环节衔接不够紧密。",
  measures: "提前谋划，加强过程管理。",
  conclusion: "项目组织实施情况较好。",
};

const GOAL = "按计划完成年度各项工作任务。";
const ACHIEVEMENT = "年度工作任务已组织实施，工作有序推进。";

function mark(printing: Printing, text: string, kind: FigureKind, label: string): Piece {
  const envelope = kind === "自评资金" ? 0.03 : kind === "自评执行率" ? rateEnvelope(printing.project) : 0.02;
  return {
    text,
    mark: { kind, where: printing.project.name, label: `${printing.project.name} ${label}`, envelope },
  };
}

/** What rounding of the amounts to two decimals of 万元 may do to the rate. */
const rateEnvelope = ({ adjusted }: MadeProject): number =>
  0.05 + 100 / Math.max(1, Number(adjusted) / 10_000);

function printHead({ layout, text, unit, project }: Printing): void {
  const name = unit.code === null ? unit.name : `${unit.code}-${unit.name}`;
  const valueOf = (field: string): string => (field === "name" ? project.name : name);
  const [first, ...rest] = layout.head;
  if (first !== undefined) text.row([first.words[0] ?? "", "", valueOf(first.field), ...blanks(6)]);
  text.row(rest.flatMap(({ words, field }) => [words[0] ?? "", "", valueOf(field), ""]));
}

function printGoalInline({ layout, text }: Printing): void {
  const { goal } = layout;
  if (goal === null) return;
  text.row([
    goal.side[1] ?? "",
    `1. ${goal.side[0] ?? ""}`,
    `${goal.goal[0] ?? ""} ${GOAL}`,
    "",
    "",
    `${goal.achievement[0] ?? ""} ${ACHIEVEMENT}`,
  ]);
  const overview = layout.tail.find(({ field }) => field === "implementation");
  if (overview !== undefined)
    text.row(["", `2. ${overview.words[0] ?? ""}`, TAIL_TEXTS["implementation"] ?? ""]);
}

function printGoalBelow({ layout, text }: Printing): void {
  const { goal } = layout;
  if (goal === null) return;
  text.row([goal.side[0] ?? "", goal.goal[0] ?? "", "", "", "", goal.achievement[0] ?? "", ""]);
  text.row(["", GOAL, "", "", "", ACHIEVEMENT, ""]);
}

interface FundingAmounts {
  readonly initial: bigint;
  readonly adjusted: bigint;
  readonly executed: bigint;
}

function printFunding(printing: Printing): void {
  const { layout, text, project } = printing;
  if (layout.funding === null) return;
  const { columns, rows } = layout.funding;
  text.row([`项目资金（${layout.moneyUnit}）`, "", "", ...columns.map(({ words }) => words[0] ?? "")]);
  const has = (source: FundSource): boolean => rows.some((row) => row.source === source);
  const carried = has("carryover") ? project.carriedOver : 0n;
  const own = has("local") ? "local" : "appropriation";
  for (const { source, words } of rows.filter(
    (row) => row.source !== "appropriation" || own === "appropriation",
  )) {
    const amounts = amountsOf(source, own, project, carried);
    const name =
      source === "total"
        ? `${words[0] ?? ""}：`
        : source === own
          ? `其中：${words[0] ?? ""}`
          : (words[0] ?? "");
    text.row(["", name, "", ...columns.map((column) => fundingCell(printing, column, source, amounts))]);
  }
}

function amountsOf(
  source: FundSource,
  own: FundSource,
  project: MadeProject,
  carried: bigint,
): FundingAmounts | null {
  const { initial, adjusted, executed } = project;
  if (source === "total") return { initial, adjusted, executed };
  if (source === own)
    return { initial: initial - carried, adjusted: adjusted - carried, executed: executed - carried };
  if (source === "carryover" && carried > 0n)
    return { initial: carried, adjusted: carried, executed: carried };
  return null;
}

function fundingCell(
  printing: Printing,
  { field }: FundingColumn,
  source: FundSource,
  amounts: FundingAmounts | null,
): Piece {
  const { project } = printing;
  const isTotal = source === "total";
  if (field === "reason") return isTotal || amounts === null ? "" : project.fundingReason;
  if (field === "points") return isTotal ? "10" : "—";
  if (field === "score")
    return isTotal ? mark(printing, points(project.fundingScore), "自评执行得分", "预算执行率得分") : "—";
  if (amounts === null) return "";
  if (field === "rate") {
    return isTotal ? mark(printing, `${(project.rate / 100).toFixed(2)}%`, "自评执行率", "执行率") : "";
  }
  const fen =
    field === "adjusted"
      ? amounts.adjusted
      : field === "executed"
        ? amounts.executed
        : field === "remaining"
          ? null
          : amounts.initial;
  const text = wanYuan(fen ?? amounts.adjusted - amounts.executed);
  return mark(printing, text, "自评资金", `${source} ${field}`);
}

function printIndicators(printing: Printing): void {
  const { layout, text, project } = printing;
  const { columns } = layout.indicators;
  text.row(["绩效指标", ...columns.map(({ words }) => words[0] ?? "")]);
  project.indicators.forEach((indicator, index) => {
    const before = project.indicators[index - 1];
    const isNew1 = before?.level1 !== indicator.level1;
    const isNew2 = isNew1 || before?.level2 !== indicator.level2;
    text.row([
      "",
      ...columns.map((column): Piece => {
        if (column.field === "level1") return isNew1 ? indicator.level1 : "";
        if (column.field === "level2") return isNew2 ? indicator.level2 : "";
        return indicatorCell(printing, column, indicator);
      }),
    ]);
  });
}

function indicatorCell(printing: Printing, { field }: IndicatorColumn, indicator: MadeIndicator): Piece {
  const splits = printing.layout.indicators.columns.some((column) => column.field === "comparator");
  const isWords = indicator.comparator === "";
  switch (field) {
    case "comparator":
      return isWords ? "定性" : indicator.comparator;
    case "unit":
      return isWords ? "其他" : indicator.unit;
    case "target":
      return splits ? indicator.target : `${indicator.comparator}${indicator.target}${indicator.unit}`;
    case "actual":
      return splits || isWords ? indicator.actual : `${indicator.actual}${indicator.unit}`;
    case "points":
      return mark(printing, points(indicator.points), "自评分值", `${indicator.name} 分值`);
    case "score":
      return mark(printing, points(indicator.score), "自评得分", `${indicator.name} 得分`);
    case "name":
    case "reason":
      return indicator[field];
    default:
      return "";
  }
}

function printTotal(printing: Printing): void {
  const { layout, text, project } = printing;
  if (layout.total === null) return;
  const { prints, words } = layout.total;
  const columns = layout.indicators.columns.map(({ field }) => field);
  const cells: Piece[] = [words[0] ?? "", ...blanks(columns.length)];
  const at = prints.includes("points") ? columns.indexOf("points") : columns.indexOf("score");
  prints.forEach((part, index) => {
    cells[at + 1 + index] =
      part === "points"
        ? "100"
        : part === "grade"
          ? project.grade
          : mark(printing, points(project.total), "自评总分", "总分");
  });
  text.row(cells);
}
