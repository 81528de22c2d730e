// `jueming rules`: the rules and their basis; one explained.

import type { RuleDescription, RuleGroup } from "@jueming/core/checks/rule.ts";
import { checkRules, unitRules } from "@jueming/core/checks/rules/index.ts";
import type { JsonObject } from "@jueming/core/disclosure/disclosure-json.ts";

import { standardOutput } from "./output.ts";
import type { Paint } from "./paint.ts";
import { paintFor } from "./paint.ts";
import { alignedRows } from "./printed-width.ts";
import { UsageError } from "./usage-error.ts";
import { KIND_WORDS, SEVERITY_WORDS } from "@jueming/pipeline/reports/wording.ts";

const GROUP_WORDS: Readonly<Record<RuleGroup, string>> = {
  tables: "表内",
  "across-tables": "表间",
  narrative: "情况说明",
  structure: "结构与文字",
  "project-evaluation": "项目支出绩效自评",
  "department-evaluation": "部门整体绩效自评",
  "across-documents": "同一单位的多份材料",
  "across-years": "跨年度",
  budget: "预算与决算",
};

/** Prints all rules, or the one of that id or code. */
export async function runRules(wanted: string | undefined, format: "text" | "json"): Promise<number> {
  const all: readonly RuleDescription[] = [...checkRules, ...unitRules];
  const rules = wanted === undefined ? all : all.filter((rule) => isNamed(rule, wanted));
  if (rules.length === 0) {
    throw new UsageError(`没有编号或代号为“${wanted}”的规则。用 jueming rules 可列出全部规则。`);
  }
  const paint = paintFor(process.stdout, process.env);
  await standardOutput().write(format === "json" ? jsonOf(rules, wanted) : textOf(rules, wanted, paint));
  return 0;
}

function isNamed(rule: RuleDescription, wanted: string): boolean {
  return rule.id === wanted.toLowerCase() || rule.code.toUpperCase() === wanted.toUpperCase();
}

function jsonOf(rules: readonly RuleDescription[], wanted: string | undefined): string {
  const described = rules.map(describe);
  const [only] = described;
  return `${JSON.stringify(wanted !== undefined && described.length === 1 ? only : described, null, 2)}\n`;
}

function describe(rule: RuleDescription): JsonObject {
  const { id, code, title, group, kind, severity, basis, needs, example } = rule;
  return { id, code, title, group, kind, severity, basis, needs, example: { ...example } };
}

function textOf(rules: readonly RuleDescription[], wanted: string | undefined, paint: Paint): string {
  if (wanted !== undefined) return `${rules.map((rule) => explained(rule, paint)).join("\n\n")}\n`;
  const groups = [...Map.groupBy(rules, ({ group }) => group)];
  const parts = groups.map(([group, members]) => {
    const rows = members.map((rule) => [
      rule.code,
      SEVERITY_WORDS[rule.severity],
      KIND_WORDS[rule.kind],
      rule.title,
    ]);
    const lines = alignedRows(rows, [{}, {}, {}, {}]).map((line) => `  ${line}`);
    return [paint.strong(`${GROUP_WORDS[group]}（${members.length} 条）`), ...lines].join("\n");
  });
  return `${parts.join("\n\n")}\n\n共 ${rules.length} 条。jueming rules 代号 可看一条的依据和例子。\n`;
}

function explained(rule: RuleDescription, paint: Paint): string {
  return [
    `${paint.strong(`${rule.code}  ${rule.title}`)}  ${rule.id}`,
    `类别：${GROUP_WORDS[rule.group]}  ${KIND_WORDS[rule.kind]}  ${SEVERITY_WORDS[rule.severity]}`,
    `依据：${rule.basis}`,
    `需要：${rule.needs}`,
    `通过：${rule.example.passes}`,
    `不通过：${rule.example.fails}`,
  ].join("\n");
}
