import type { FactAddress } from "../../../disclosure/address.ts";
import { parseFigure } from "../../../figures/parse-figure.ts";
import { WAN_YUAN, countUnit } from "../../../figures/unit.ts";
import type { Unit } from "../../../figures/unit.ts";
import { cellInterval, compareIntervals } from "../../../figures/interval.ts";
import { DISCLOSURE_PROCEDURE } from "../../basis.ts";
import type { CheckOutcome } from "../../finding.ts";
import { finding, held, notApplicable, notChecked } from "../../finding.ts";
import { operand } from "../project-evaluation/project-rule.ts";
import type { CheckContext, UnitRule } from "../../rule.ts";
import { matchesIn, textsBelow } from "../structure/printed-texts.ts";
import { acrossRule, departmentReport, finalAccounts } from "./document-parts.ts";

interface Statistic {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly pattern: RegExp;
  readonly unit: Unit;
  readonly address: FactAddress;
  readonly severity: "error" | "warning";
}

const STATISTICS: readonly Statistic[] = [
  {
    id: "report-three-public-matches-final-accounts",
    code: "D-10",
    name: "“三公”经费支出",
    pattern:
      /[“"]?三公[”"]?经费(?:财政拨款)?(?:实际)?支出(?:决算)?(?:共计|合计|为)?(\d[\d,]*(?:\.\d+)?)万元/gu,
    unit: WAN_YUAN,
    address: { concept: "three-public", column: "final.total" },
    severity: "error",
  },
  {
    id: "report-vehicles-match-final-accounts",
    code: "D-11",
    name: "车辆数",
    pattern: /(?:共有|现有|保有)(?:公务用?车|车辆)(\d{1,4})辆/gu,
    unit: countUnit("辆"),
    address: { concept: "disclosure-statistics", line: "7", column: "amount" },
    severity: "warning",
  },
];

function judge(one: Statistic, contexts: readonly CheckContext[]): CheckOutcome {
  const report = departmentReport(contexts);
  const accounts = finalAccounts(contexts);
  if (report === undefined || accounts === undefined)
    return notApplicable(one.name, "未同时提供部门自评报告和部门决算");
  const [match] = matchesIn(report.evaluation.sections.flatMap(textsBelow), one.pattern);
  if (match === undefined) return notApplicable(one.name, "部门报告未列此数");
  const stated = parseFigure(match.groups[0] ?? "", one.unit, match.place);
  const inTable = accounts.facts.inTable(one.address);
  const [actual, expected] = [
    cellInterval(stated),
    inTable === undefined ? undefined : cellInterval(inTable.value),
  ];
  if (inTable === undefined || actual === undefined || expected === undefined)
    return notChecked(one.name, "决算表中对应数据缺失或无法识别");
  if (compareIntervals(actual, expected).verdict !== "impossible") return held(one.name);
  return finding({
    subject: one.name,
    message: `部门自评报告${one.name}${stated.raw}${one.unit.name}，${inTable.where}为${inTable.value.raw === "" ? "空白" : `${inTable.value.raw}${one.unit.name}`}，不一致。`,
    advice: "请按部门决算更正自评报告。",
    operands: [
      operand("部门自评报告", stated, match.place),
      operand(inTable.where, inTable.value, inTable.place),
    ],
    expected: inTable.value.raw,
    actual: stated.raw,
  });
}

/** One rule for each figure that reports repeat from the final accounts. */
export const reportStatisticsMatchFinalAccounts: readonly UnitRule[] = STATISTICS.map((one) =>
  acrossRule(
    {
      id: one.id,
      code: one.code,
      title: `部门自评报告的${one.name}应与部门决算一致`,
      kind: one.severity === "error" ? "logic" : "explain",
      severity: one.severity,
      basis: `${DISCLOSURE_PROCEDURE}关于公开内容真实、准确的要求`,
      needs: "部门自评报告、同一单位同一年度的部门决算",
      example: { passes: `两处${one.name}相同`, fails: `报告与决算的${one.name}不同` },
    },
    (contexts) => [judge(one, contexts)],
  ),
);
