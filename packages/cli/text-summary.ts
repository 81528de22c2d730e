// What was read in a document, as a short text: its parts, their size, and what was doubtful.

import type { AccountsTable, Disclosure, DisclosureKind } from "@jueming/core/disclosure/disclosure.ts";
import type { ProjectEvaluation } from "@jueming/core/evaluation/project-evaluation.ts";
import type { CellValue } from "@jueming/core/figures/figure.ts";
import type { ReadResult } from "@jueming/pipeline/read.ts";
import { isFailure } from "@jueming/pipeline/read.ts";

import type { Paint } from "./paint.ts";
import { alignedRows, printable } from "./printed-width.ts";
import { placeText } from "@jueming/pipeline/reports/wording.ts";

const KINDS: Readonly<Record<DisclosureKind, string>> = {
  "final-accounts": "部门决算公开",
  "project-evaluations": "项目支出绩效自评",
  "department-evaluation": "部门整体支出绩效自评",
};
const PROBLEMS_SHOWN = 30;

export function textSummary(result: ReadResult, paint: Paint): string {
  if (isFailure(result)) {
    const head = paint.severity("error", "未能读取");
    return `${head}  ${printable(result.source)}\n  ${printable(result.error.message)}（${result.error.code}）\n`;
  }
  const { disclosure } = result;
  const parts = [
    headLines(disclosure, result.source, paint),
    tableLines(disclosure.tables, paint),
    evaluationLines(disclosure.evaluations, paint),
    departmentLines(disclosure),
    narrativeLines(disclosure),
    problemLines(disclosure, result.source, paint),
  ];
  return `${parts
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join("\n"))
    .join("\n\n")}\n`;
}

function headLines(disclosure: Disclosure, source: string, paint: Paint): readonly string[] {
  const { region, department, unit } = disclosure;
  return [
    `${paint.strong(printable(disclosure.title === "" ? KINDS[disclosure.kind] : disclosure.title))}  ${printable(source)}`,
    printable(
      `类别：${KINDS[disclosure.kind]}    年度：${disclosure.year ?? "不明"}    金额单位：${disclosure.moneyUnit}`,
    ),
    printable(
      `地区：${named(region)}（${region.edition}）    部门：${named(department)}    单位：${named(unit)}`,
    ),
  ];
}

function named({ code, name }: { readonly code: string | null; readonly name: string | null }): string {
  return [code, name].filter((part) => part !== null).join(" ") || "不明";
}

function count(values: Iterable<CellValue | null>, kind: CellValue["kind"]): number {
  let found = 0;
  for (const value of values) if (value?.kind === kind) found += 1;
  return found;
}

function tableLines(tables: readonly AccountsTable[], paint: Paint): readonly string[] {
  if (tables.length === 0) return [];
  const rows = tables.map((table) => {
    const cells = table.rows.flatMap((row) => Object.values(row.cells));
    const figures = table.empty ? "空表" : `${count(cells, "figure")}`;
    return [table.label ?? "", table.title, `${table.rows.length}`, figures, `${count(cells, "unreadable")}`];
  });
  const right = { side: "right" } as const;
  const head = ["表号", "决算表", "行", "数字", "无法识别"];
  const [first = "", ...lines] = alignedRows([head, ...rows], [{}, { limit: 60 }, right, right, right]);
  return [paint.strong(first), ...lines];
}

function evaluationLines(evaluations: readonly ProjectEvaluation[], paint: Paint): readonly string[] {
  if (evaluations.length === 0) return [];
  const rows = evaluations.map((evaluation, index) => {
    const executed = evaluation.funding.find(({ source }) => source === "total")?.fields.executed ?? null;
    const amount = printed(executed);
    return [
      `${index + 1}`,
      evaluation.name,
      amount === "" ? "" : `${amount} ${evaluation.moneyUnit}`,
      `${evaluation.indicators.length}`,
      printed(evaluation.totalScore),
      evaluation.grade?.text ?? "",
    ];
  });
  const right = { side: "right" } as const;
  const head = ["序", "自评项目", "执行数", "指标", "总分", "等级"];
  const [first = "", ...lines] = alignedRows(
    [head, ...rows],
    [right, { limit: 50 }, right, right, right, {}],
  );
  return [paint.strong(first), ...lines];
}

function printed(value: CellValue | null): string {
  if (value === null || value.kind === "blank") return "";
  return value.kind === "figure" ? value.value : `${value.raw}（无法识别）`;
}

function departmentLines({ departmentEvaluation }: Disclosure): readonly string[] {
  if (departmentEvaluation === null) return [];
  const { score, grade, indicators, tasks } = departmentEvaluation;
  const verdict = `得分 ${printed(score) || "不明"}，等级 ${grade?.text ?? "不明"}`;
  return [
    printable(`部门整体支出绩效自评：${verdict}；任务 ${tasks.length} 项，指标 ${indicators.length} 个`),
  ];
}

function narrativeLines({ narrative, unclaimed }: Disclosure): readonly string[] {
  if (narrative.length === 0 && unclaimed.length === 0) return [];
  const figures = narrative.reduce((total, sentence) => total + sentence.figures.length, 0);
  return [
    `情况说明：${narrative.length} 句中认出 ${figures} 个数，另有 ${unclaimed.length} 个数未对应到表格`,
  ];
}

function problemLines({ problems }: Disclosure, source: string, paint: Paint): readonly string[] {
  if (problems.length === 0) return [];
  const rows = problems
    .slice(0, PROBLEMS_SHOWN)
    .map(({ place, message }) => [placeText(place, source), message]);
  const rest = problems.length - PROBLEMS_SHOWN;
  return [
    paint.strong(`识读存疑 ${problems.length} 处`),
    ...alignedRows(rows, [{}, {}]),
    ...(rest > 0 ? [`另有 ${rest} 处，见 --format json 的 problems`] : []),
  ];
}
