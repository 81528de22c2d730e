// From a number, a complete and correct 部门决算公开 as text: ten tables, the explanation, self-evaluations of
// all projects. Whatever a check finds in it is a fault of the check, or of this generator.

import type { Random } from "./random.ts";
import { randomFrom } from "./random.ts";
import type { MadeAccounts } from "./made-accounts.ts";
import { makeAccounts } from "./made-accounts.ts";
import { makeFacts } from "./made-facts.ts";
import { makeProjects } from "./made-projects.ts";
import { makeTables } from "./made-tables.ts";
import type { Rounding } from "./made-tables.ts";
import { makeUnit } from "./made-unit.ts";
import type { MadeUnit } from "./made-unit.ts";
import { printEvaluation } from "./print-evaluation.ts";
import { printExplanation } from "./print-explanation.ts";
import { printTable } from "./print-tables.ts";
import type { ReportText, TextBuilder } from "./report-text.ts";
import { textBuilder } from "./report-text.ts";

/** GeneratedReport: the text, its figures, and how it was rounded. */
export interface GeneratedReport extends ReportText {
  readonly seed: number;
  readonly rounding: Rounding;
  readonly unit: MadeUnit;
}

export function generateReport(seed: number): GeneratedReport {
  const random = randomFrom(seed);
  const rounding = seed % 2 === 0 ? "each-cell" : "rounded-leaves";
  const unit = makeUnit(random);
  const accounts = makeAccounts(unit, random);
  return { seed, ...reportOf({ unit, accounts, rounding }, random) };
}

/** ReportPlan: whose report, with which accounts. */
export interface ReportPlan {
  readonly unit: MadeUnit;
  readonly accounts: MadeAccounts;
  readonly rounding: Rounding;
}

/** Writes the report of these accounts. */
export function reportOf(
  { unit, accounts, rounding }: ReportPlan,
  random: Random,
): Omit<GeneratedReport, "seed"> {
  const tables = makeTables(accounts, unit, rounding);
  const projects = makeProjects(unit, accounts, random);
  const grades = unit.edition.scoring.grades.map(({ grade }) => grade);
  const facts = makeFacts(
    { accounts, tables, projects, grades, isOffice: unit.type !== "institution" },
    random,
  );
  const style = { zeros: random.chance(0.2) ? "0.00" : "", dash: random.chance(0.5) ? "——" : "" } as const;
  const text = textBuilder();
  const breaksLists = random.chance(0.5);
  const printTables = (): void => {
    for (const layout of unit.edition.tables) {
      const table = tables.get(layout.concept);
      if (table !== undefined)
        printTable(text, layout, table, { unitName: unit.name, year: unit.year, style });
    }
  };
  const parts: Readonly<Record<string, () => void>> = {
    概况: () => printOverview(text, unit),
    决算表: printTables,
    附表: printTables,
    情况说明: () => printExplanation(text, { unit, accounts, facts, breaksLists }, random),
    名词解释: () => printTerms(text),
    附件: () => projects.forEach((project) => printEvaluation(text, unit, project)),
  };
  const named = unit.edition.report.map(({ name }) => name);
  for (const line of [unit.name, `${unit.year}年度部门决算公开`]) text.paragraph(line);
  for (const [index, part] of (named.includes("附件") ? named : [...named, "附件"]).entries()) {
    text.paragraph(
      `第${"一二三四五六".charAt(index)}部分 ${part === "决算表" ? `${unit.year}年部门决算表` : part}`,
    );
    parts[part]?.();
  }
  return { rounding, unit, ...text.finish() };
}

function printOverview(text: TextBuilder, { name }: MadeUnit): void {
  for (const line of [
    "一、本部门（单位）职责",
    "1、负责本领域工作的组织和协调。",
    "2、完成交办的其他工作。",
    "二、机构设置情况",
    `${name}内设综合股、业务股。`,
  ]) {
    text.paragraph(line);
  }
}

const TERMS: readonly string[] = [
  "一、财政拨款收入：指单位从同级财政部门取得的财政预算资金。",
  "二、事业收入：指事业单位开展专业业务活动及辅助活动取得的收入。",
  "三、基本支出：指为保障机构正常运转、完成日常工作任务而发生的人员支出和公用经费支出。",
  "四、项目支出：指在基本支出之外为完成特定行政任务和事业发展目标所发生的支出。",
  "五、“三公”经费：指用财政拨款安排的因公出国（境）费、公务用车购置及运行维护费和公务接待费支出。",
  "六、机关运行经费：指行政单位和参照公务员法管理的事业单位财政拨款基本支出中的公用经费支出。",
];

function printTerms(text: TextBuilder): void {
  for (const term of TERMS) text.line(term);
  text.line("");
}

if (import.meta.main) {
  const seed = Number(process.argv[2] ?? 1);
  process.stdout.write(`${generateReport(seed).lines.join("\n")}\n`);
}
