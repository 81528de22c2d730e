// Amounts that only prose takes apart: the money of evaluated projects by budget, reception by guests; and the sums
// of a table that the edition does not print, whose figures prose states (procurement and vehicles by kind).

import type { TableConcept } from "../../../accounts/concept.ts";
import { concepts } from "../../../accounts/concepts.ts";
import type { FactAddress } from "../../../disclosure/address.ts";
import { addressKey } from "../../../disclosure/address.ts";
import type { StatedFigure } from "../../../figures/figure.ts";
import { add, compareIntervals, intervalOf, middle, ZERO } from "../../../figures/interval.ts";
import type { CheckOutcome } from "../../finding.ts";
import { finding, held, notApplicable } from "../../finding.ts";
import { formatUnitGap } from "../../outcome-format.ts";
import type { CheckContext, CheckRule } from "../../rule.ts";
import { proseOperand } from "./narrative-rule.ts";
import { factFigure, proseFact } from "./prose-facts.ts";

interface Division {
  readonly name: string;
  readonly total: FactAddress;
  /** Without one of these the amount is not taken apart whole. */
  readonly parts: readonly NamedFact[];
  /** Parts that some places leave out. */
  readonly others: readonly NamedFact[];
}

type NamedFact = readonly [address: FactAddress, name: string];

const prose = (field: string): FactAddress => ({ concept: "narrative", field });

const budgets = (prefix: string): Pick<Division, "parts" | "others"> => ({
  parts: [
    [prose(`${prefix}-general-budget`), "一般公共预算"],
    [prose(`${prefix}-government-fund`), "政府性基金预算"],
    [prose(`${prefix}-state-capital`), "国有资本经营预算"],
  ],
  others: [[prose(`${prefix}-social-insurance`), "社会保险基金预算"]],
});

const divisions: readonly Division[] = [
  { name: "自评项目资金", total: prose("projects-amount"), ...budgets("projects") },
  { name: "部门评价项目资金", total: prose("reviewed-amount"), ...budgets("reviewed") },
  {
    name: "公务接待费",
    total: { concept: "three-public", column: "final.reception" },
    parts: [[prose("reception-domestic"), "国内接待费"]],
    // Who receives no one abroad says nothing of it.
    others: [[prose("reception-overseas"), "国（境）外接待费"]],
  },
  {
    name: "自评项目数",
    total: prose("projects-evaluated"),
    parts: [
      [prose("grade-count-优"), "评级为“优”的项目数"],
      [prose("grade-count-良"), "评级为“良”的项目数"],
    ],
    others: ["中", "合格", "差", "不合格"].map((grade) => [
      prose(`grade-count-${grade}`),
      `评级为“${grade}”的项目数`,
    ]),
  },
  {
    name: "自评发现问题数",
    total: prose("problems-found"),
    parts: [
      [prose("problems-rectified"), "已经完成整改数"],
      [prose("problems-rectifying"), "正在整改数"],
    ],
    others: [],
  },
];

const lineName = (lines: TableConcept["lines"], id: string): string =>
  lines.find(({ line }) => line === id)?.name ?? id;
const columnName = (columns: TableConcept["columns"], id: string): string =>
  columns.find((one) => one.id === id)?.name ?? id;

/** What the sums of a table take apart, in words, where the document does not print the table. */
function divisionsOf({ id, identities, columns, lines }: TableConcept): readonly Division[] {
  return identities.flatMap((identity): readonly Division[] => {
    if (identity.form === "line-sum") {
      return identity.columns.map((column) => ({
        name:
          id === "disclosure-statistics" && identity.total === "1"
            ? "政府采购金额"
            : lineName(lines, identity.total),
        total: { concept: id, line: identity.total, column },
        parts: identity.parts.map((line) => [{ concept: id, line, column }, lineName(lines, line)]),
        others: [],
      }));
    }
    if (identity.form !== "column-sum" || identity.parts.some((part) => part.startsWith("-"))) return [];
    return [
      {
        name: columnName(columns, identity.total),
        total: { concept: id, column: identity.total },
        parts: identity.parts.map((column) => [{ concept: id, column }, columnName(columns, column)]),
        others: [],
      },
    ];
  });
}

const unprinted: ReadonlyMap<string, readonly Division[]> = new Map(
  concepts
    .filter(({ rowKey }) => rowKey === "line" || rowKey === "single")
    .map((one) => [one.id, divisionsOf(one)]),
);

/** The divisions of concepts whose table the document does not print. */
const ofProseOnly = ({ facts }: CheckContext): readonly Division[] =>
  [...unprinted].flatMap(([concept, those]) => (facts.table(concept) === undefined ? those : []));

interface Part {
  readonly name: string;
  readonly figure: StatedFigure;
}

const statedOf = (address: FactAddress, context: CheckContext): StatedFigure | undefined =>
  address.concept === "narrative" && address.field !== undefined
    ? proseFact(address.field, context)
    : factFigure(address, context);

function judge(division: Division, context: CheckContext): CheckOutcome {
  const { name } = division;
  const total = statedOf(division.total, context);
  const stated = (facts: readonly NamedFact[]): readonly Part[] =>
    facts.flatMap(([address, part]) => {
      const figure = statedOf(address, context);
      return figure === undefined ? [] : [{ name: part, figure }];
    });
  const parts = stated(division.parts);
  if (total === undefined || parts.length < division.parts.length)
    return notApplicable(name, "说明未列全各部分金额");
  const all = [...parts, ...stated(division.others)];
  const sum = all.reduce((before, { figure }) => add(before, intervalOf(figure)), ZERO);
  const result = compareIntervals(sum, intervalOf(total));
  if (result.verdict !== "impossible") return held(name);
  const unit = total.unit?.name ?? "";
  const places = total.unit?.dimension === "money" ? 2 : 0;
  const printed = formatUnitGap(middle(sum), total.unit, places);
  const gap = formatUnitGap(result.gap, total.unit, places);
  return finding({
    subject: name,
    message: `${name}${total.value}${unit}，所列${all.map((part) => part.name).join("、")}合计${printed}${unit}，相差${gap}${unit}。`,
    advice: "请核对各部分与合计。",
    operands: [proseOperand(name, total), ...all.map((part) => proseOperand(part.name, part.figure))],
    expected: total.value,
    actual: printed,
    gap,
    envelope: formatUnitGap(result.envelope, total.unit, 3),
    cells: [addressKey(division.total)],
  });
}

export const statedPartsSumToTotal: CheckRule = {
  id: "stated-parts-sum-to-total",
  code: "N-38",
  title: "说明所列各部分之和应等于合计（政府采购、车辆、公务接待、自评项目等）",
  group: "narrative",
  kind: "logic",
  severity: "error",
  basis: "《地方预决算公开操作规程》（财预〔2016〕143号）：公开内容应准确",
  needs: "情况说明",
  example: {
    passes: "资金1031.39万元，其中一般公共预算1000.00万元、政府性基金预算31.39万元",
    fails: "资金1031.39万元，其中一般公共预算1000.00万元、政府性基金预算13.39万元",
  },
  check: (context) =>
    context.disclosure.narrative.length === 0
      ? [notApplicable(null, "没有可核对的情况说明")]
      : [...divisions, ...ofProseOnly(context)].map((division) => judge(division, context)),
};
