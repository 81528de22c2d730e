// The rules as a document for reviewers: what each demands, on what basis, with two examples.
import type { RuleDescription, RuleGroup } from "../packages/core/checks/rule.ts";

const GROUPS: Readonly<Record<RuleGroup, string>> = {
  tables: "表内关系",
  "across-tables": "表间关系",
  narrative: "说明与决算表",
  "project-evaluation": "项目支出绩效自评",
  "department-evaluation": "部门整体支出绩效自评",
  "across-documents": "材料之间",
  structure: "结构与文字",
  "across-years": "跨年度",
  budget: "与公开预算",
};

const KINDS: Readonly<Record<RuleDescription["kind"], string>> = { logic: "逻辑性", explain: "核实性" };
const SEVERITIES: Readonly<Record<RuleDescription["severity"], string>> = {
  error: "错误",
  warning: "警告",
  hint: "提示",
};

/** The whole document. */
export function rulesDocument(rules: readonly RuleDescription[]): string {
  const groups = (Object.keys(GROUPS) as readonly RuleGroup[]) // the keys of a record by group are the groups
    .map((group) => ({ group, own: rules.filter((rule) => rule.group === group) }))
    .filter(({ own }) => own.length > 0);
  const contents = groups.map(({ group, own }) => `- [${GROUPS[group]}](#${GROUPS[group]})：${own.length}条`);
  return `${[
    "# 核对规则",
    "",
    "本文件由 `node scripts/generate-docs.ts` 从规则生成，请勿手工修改。",
    "",
    `共${rules.length}条。逻辑性问题必须更正；核实性问题须作说明，说明会保留。金额按列示位数的区间比较，能由四舍五入解释的差额不算错误。`,
    "",
    ...contents,
    "",
    ...groups.flatMap(({ group, own }) => groupPart(group, own)),
  ]
    .join("\n")
    .trimEnd()}\n`;
}

function groupPart(group: RuleGroup, rules: readonly RuleDescription[]): readonly string[] {
  return [`## ${GROUPS[group]}`, "", ...rules.flatMap(rulePart)];
}

function rulePart(rule: RuleDescription): readonly string[] {
  return [
    `### ${rule.code} ${rule.title}`,
    "",
    `- 标识：\`${rule.id}\``,
    `- 性质：${KINDS[rule.kind]}，${SEVERITIES[rule.severity]}`,
    `- 依据：${rule.basis}`,
    `- 需要：${rule.needs}`,
    `- 通过：${rule.example.passes}`,
    `- 不通过：${rule.example.fails}`,
    "",
  ];
}

/** The ids and codes that several rules share; each must be one rule's own. */
export function repeatedNames(rules: readonly RuleDescription[]): readonly string[] {
  return (["id", "code"] as const).flatMap((key) =>
    [...Map.groupBy(rules, (rule) => rule[key])]
      .filter(([, same]) => same.length > 1)
      .map(([value]) => value),
  );
}
