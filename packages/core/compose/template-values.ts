// What a unit's own Word template can be filled with: names a clerk knows, values as the report prints them.
// Tables and sections go by the names that they have in the form of the place.

import { findConcept } from "../accounts/concepts.ts";
import type { FactAddress } from "../disclosure/address.ts";
import type { AccountsTable } from "../disclosure/disclosure.ts";
import type { WrittenBlock } from "../document/composition.ts";
import { formatMillionths } from "../figures/figure.ts";
import { WAN_YUAN, YUAN } from "../figures/unit.ts";
import type { ProjectEvaluation } from "../evaluation/project-evaluation.ts";
import { composeReport } from "./compose-report.ts";
import { factsOf } from "./facts.ts";
import type { Material } from "./material.ts";
import { unitNameOf } from "./material.ts";
import { printedFigure, withThousands } from "./printed-figure.ts";

/** Value: a text, a condition, or the rows of a table. */
type Value = string | boolean | readonly Values[];
interface Values {
  readonly [name: string]: Value;
}

const total = (concept: string, column: string): FactAddress => ({ concept, code: null, column });
const summary = (line: string): FactAddress => ({
  concept: "income-expenditure-summary",
  line,
  column: "amount",
});

/** Amounts that templates name one by one, in 万元. */
const NAMED_AMOUNTS: readonly (readonly [name: string, fact: FactAddress])[] = [
  ["收入总计", summary("31")],
  ["支出总计", summary("62")],
  ["本年收入合计", total("income", "total")],
  ["财政拨款收入", total("income", "appropriation")],
  ["本年支出合计", total("expenditure", "total")],
  ["基本支出合计", total("expenditure", "basic")],
  ["项目支出合计", total("expenditure", "project")],
  ["一般公共预算支出", total("general-budget-expenditure", "total")],
  ["政府性基金支出", total("government-fund", "total")],
  ["国有资本经营预算支出", total("state-capital", "total")],
  ["三公经费预算数", { concept: "three-public", column: "budget.total" }],
  ["三公经费决算数", { concept: "three-public", column: "final.total" }],
];

const NAMED_CONDITIONS: readonly (readonly [name: string, fact: FactAddress])[] = [
  ["有政府性基金", total("government-fund", "total")],
  ["有国有资本经营预算", total("state-capital", "total")],
];

/** All values of a disclosure, by name. */
export function templateValues(material: Material): Values {
  const { disclosure, edition } = material;
  const { value } = factsOf(material);
  const amount = (fact: FactAddress): string => {
    const known = value(fact);
    return known === null ? "" : withThousands(formatMillionths(known, 2, WAN_YUAN));
  };
  return {
    标题: disclosure.title,
    单位名称: unitNameOf(disclosure),
    部门名称: disclosure.department.name ?? "",
    地区: disclosure.region.name ?? "",
    年度: String(disclosure.year ?? ""),
    上年: disclosure.year === null ? "" : String(disclosure.year - 1),
    ...Object.fromEntries(NAMED_AMOUNTS.map(([name, fact]) => [name, amount(fact)])),
    ...Object.fromEntries(NAMED_CONDITIONS.map(([name, fact]) => [name, (value(fact) ?? 0n) !== 0n])),
    ...Object.fromEntries(
      edition.tables.map((layout) => [
        layout.title,
        tableRows(disclosure.tables.find(({ concept }) => concept === layout.concept)),
      ]),
    ),
    ...sectionTexts(composeReport(material).blocks),
    项目: disclosure.evaluations.map(projectValues),
  };
}

function tableRows(table: AccountsTable | undefined): readonly Values[] {
  if (table === undefined) return [];
  const columns = findConcept(table.concept)?.columns ?? [];
  return table.rows.map(({ line, code, name, cells }) => ({
    行次: line ?? "",
    科目编码: code ?? "",
    科目名称: name ?? "",
    ...Object.fromEntries(
      columns.map((column) => [column.name, printedFigure(cells[column.id], WAN_YUAN).text] as const),
    ),
  }));
}

/** The paragraphs under each heading of the report, by the heading without its number. */
function sectionTexts(blocks: readonly WrittenBlock[]): Values {
  const sections = new Map<string, { readonly 段落: string }[]>();
  let heading = "";
  for (const block of blocks) {
    if (block.kind === "heading") heading = block.text.replace(/^(?:[^、（]{1,3}、|（[^）]+）|\d+\.)/u, "");
    if (block.kind !== "paragraph" || block.role !== undefined || heading === "") continue;
    sections.set(heading, [...(sections.get(heading) ?? []), { 段落: block.text }]);
  }
  return Object.fromEntries(sections);
}

function projectValues({ name, department, unit, funding, ...evaluation }: ProjectEvaluation): Values {
  const money = evaluation.moneyUnit === "元" ? YUAN : WAN_YUAN;
  const all = funding.find(({ source }) => source === "total")?.fields;
  return {
    项目名称: name,
    主管部门: department?.text ?? "",
    实施单位: unit?.text ?? "",
    金额单位: evaluation.moneyUnit,
    预算数: printedFigure(all?.adjusted, money).text,
    执行数: printedFigure(all?.executed, money).text,
    执行率: printedFigure(all?.rate, money).text,
    得分: printedFigure(evaluation.totalScore, money).text,
    等级: evaluation.grade?.text ?? "",
    年度目标: evaluation.goal?.text ?? "",
    完成情况: evaluation.achievement?.text ?? "",
    指标: evaluation.indicators.map((indicator) => ({
      一级指标: indicator.level1,
      二级指标: indicator.level2,
      三级指标: indicator.name,
      指标值: indicator.target?.raw ?? "",
      完成值: indicator.actual?.raw ?? "",
      分值: printedFigure(indicator.points, money).text,
      得分: printedFigure(indicator.score, money).text,
      原因: indicator.reason?.text ?? "",
    })),
  };
}
