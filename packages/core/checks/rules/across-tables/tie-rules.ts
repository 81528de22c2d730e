// Identities across tables (表间勾稽关系), one rule for each tie that the concepts declare.

import type { ConditionName, Tie, TieCondition, TieTerm } from "../../../accounts/concept.ts";
import { findConcept } from "../../../accounts/concepts.ts";
import type { SignedAddress, TieInstance } from "../../../accounts/tie-instances.ts";
import { tieInstances } from "../../../accounts/tie-instances.ts";
import { tieConditions, ties } from "../../../accounts/ties.ts";
import type { FactAddress } from "../../../disclosure/address.ts";
import { addressKey } from "../../../disclosure/address.ts";
import type { CellValue } from "../../../figures/figure.ts";
import type { Comparison, Interval } from "../../../figures/interval.ts";
import { add, compareAtMost, compareIntervals, middle, negate, ZERO } from "../../../figures/interval.ts";
import { findUnit, WAN_YUAN } from "../../../figures/unit.ts";
import type { CheckOutcome, Operand } from "../../finding.ts";
import { finding, held, notApplicable, notChecked } from "../../finding.ts";
import { ROUNDING_ADVICE, formatUnitGap } from "../../outcome-format.ts";
import type { CheckContext, CheckRule } from "../../rule.ts";
import type { ExamplePair } from "../tables/identity-example.ts";
import { comparisonExample } from "../tables/identity-example.ts";
import { cellName, cellsOf, rowOf, tableName } from "../tables/table-cells.ts";

/** All rules that follow from ties across tables. */
export const tieRules: readonly CheckRule[] = ties.map(tieRule);

function tieRule(tie: Tie): CheckRule {
  const { id, code, title, kind, severity, basis } = tie;
  const names = tie.tables.map((table) => findConcept(table)?.title ?? table);
  return {
    id,
    code,
    title,
    group: "across-tables",
    kind,
    severity,
    basis,
    needs: names.join("、"),
    example: tieExample(tie),
    check: (context) => judgeTie(tie, names, context),
  };
}

/** The terms of a tie in words. */
function termsInWords(terms: readonly TieTerm[]): string {
  return terms.length === 0
    ? "0"
    : terms
        .map(({ address, each }) => {
          const title = findConcept(address.concept)?.title ?? address.concept;
          const row = each === true ? { code: "201" } : {};
          const cell = { ...address, ...row, column: address.column ?? "" };
          return `${title}“${cellName(address.concept, cell, undefined)}”`;
        })
        .join("＋");
}

/** The example of a tie: its first comparison, by the names of its cells. */
function tieExample(tie: Tie): ExamplePair {
  const [pair] = tie.pairs;
  return comparisonExample(
    termsInWords(pair?.left ?? []),
    pair?.relation ?? "=",
    termsInWords(pair?.right ?? []),
  );
}

function judgeTie(tie: Tie, names: readonly string[], context: CheckContext): readonly CheckOutcome[] {
  const { disclosure, edition, facts } = context;
  if (disclosure.tables.length === 0) return [notApplicable(null, "不含决算表")];
  const printed = (concept: string): boolean => edition.tables.some((layout) => layout.concept === concept);
  const missing = tie.tables.findIndex((table) => facts.table(table) === undefined);
  const missingTable = tie.tables[missing];
  if (missingTable !== undefined) {
    return printed(missingTable)
      ? [notChecked(null, `未读到${names[missing] ?? missingTable}`)]
      : [notApplicable(null, `本地不公开${names[missing] ?? missingTable}`)];
  }
  const instances = tieInstances(tie, disclosure.tables);
  if (instances.length === 0) return [notApplicable(null, "没有可比的科目")];
  return instances.map((instance) => judgeInstance(instance, context));
}

/** Three answers to a condition: true, false, or not to be told from the figures at hand. */
function conditionHolds(name: ConditionName, context: CheckContext): boolean | undefined {
  const condition: TieCondition = tieConditions[name];
  if (condition.unitTypes.length > 0) {
    const { type } = context.disclosure.unit;
    return type === null ? undefined : condition.unitTypes.includes(type);
  }
  const zero = condition.zero
    .map((address) => intervalAt(address, context))
    .every((one) => one !== undefined && one.low <= 0n && one.high >= 0n);
  const equal = condition.equal.every(([a, b]) => {
    const left = intervalAt(a, context);
    const right = intervalAt(b, context);
    return (
      left !== undefined && right !== undefined && compareIntervals(left, right).verdict !== "impossible"
    );
  });
  return zero && equal;
}

function valueAt(address: FactAddress, context: CheckContext): CellValue | null | undefined {
  const table = context.facts.table(address.concept);
  return table === undefined
    ? undefined
    : cellsOf(table)?.valueOf({ ...address, column: address.column ?? "" });
}

/** The interval of a fact in its table with its envelope; a row that is not printed is zero. */
function intervalAt(address: FactAddress, context: CheckContext): Interval | undefined {
  const table = context.facts.table(address.concept);
  if (table === undefined) return undefined;
  const cells = cellsOf(table);
  const cell = { ...address, column: address.column ?? "" };
  if (cells?.valueOf(cell) === undefined) return ZERO;
  return cells.intervalOf(cell);
}

function sumOf(parts: readonly SignedAddress[], context: CheckContext): Interval | undefined {
  let sum = ZERO;
  for (const { sign, address } of parts) {
    const interval = intervalAt(address, context);
    if (interval === undefined) return undefined;
    sum = add(sum, sign === 1 ? interval : negate(interval));
  }
  return sum;
}

function judgeInstance(instance: TieInstance, context: CheckContext): CheckOutcome {
  const subject = instance.subject ?? instance.tie.title;
  const { when, unless } = instance.pair;
  const condition = when ?? unless;
  if (condition !== undefined) {
    const holds = conditionHolds(condition, context);
    if (holds === undefined) return notChecked(subject, "不知单位类型");
    if (holds !== (when !== undefined))
      return notApplicable(subject, `适用条件（${tieConditions[condition].title}）不符`);
  }
  const left = sumOf(instance.left, context);
  const right = sumOf(instance.right, context);
  if (left === undefined || right === undefined) return notChecked(subject, "有单元格无法识别");
  if (instance.pair.relation === "needs") {
    const needless = left.low <= 0n || right.high > 0n;
    return needless
      ? held(subject)
      : brokenTie(instance, context, { result: compareIntervals(right, left), left, right });
  }
  const result = instance.pair.relation === "=" ? compareIntervals(left, right) : compareAtMost(left, right);
  return result.verdict === "holds" ? held(subject) : brokenTie(instance, context, { result, left, right });
}

interface Sides {
  readonly result: Comparison;
  readonly left: Interval;
  readonly right: Interval;
}

const RELATION_WORDS = { "=": "应等于", "<=": "不应大于", needs: "不为0，则不应为0的是" } as const;

function brokenTie(instance: TieInstance, context: CheckContext, sides: Sides): CheckOutcome {
  const { tie, pair } = instance;
  const { result } = sides;
  const firstTable = context.facts.table(instance.left[0]?.address.concept ?? "");
  const unit = findUnit(firstTable?.moneyUnit ?? "") ?? WAN_YUAN;
  const isCount = pair.relation === "needs";
  const format = (value: bigint): string => formatUnitGap(value, unit, 2);
  const rounding = result.verdict === "rounding" && !isCount;
  const subject = instance.subject ?? tie.title;
  const left = format(middle(sides.left));
  const right = format(middle(sides.right));
  const figures = isCount
    ? ""
    : `，相差${format(result.gap)}${unit.name}${rounding ? "，可由四舍五入解释（尾差）" : `，超过四舍五入允许的${formatUnitGap(result.envelope, unit, 3)}${unit.name}`}`;
  return finding({
    subject,
    message: `${namedSides(instance.left, context)}${isCount ? "" : `${left}${unit.name}`}${RELATION_WORDS[pair.relation]}${namedSides(instance.right, context)}${isCount ? "" : `${right}${unit.name}`}${figures}。`,
    advice: rounding ? ROUNDING_ADVICE : "请核对两张表的数据，使其一致；口径不同的请说明。",
    operands: [...instance.left, ...instance.right].flatMap(({ address }) => operandAt(address, context)),
    expected: right,
    actual: left,
    gap: isCount ? null : format(result.gap),
    envelope: isCount ? null : formatUnitGap(result.envelope, unit, 3),
    severity: rounding ? "hint" : tie.severity,
    cells: [...instance.left, ...instance.right]
      .filter(({ address }) => valueAt(address, context)?.kind === "figure")
      .map(({ address }) => addressKey(address)),
  });
}

function namedSides(parts: readonly SignedAddress[], context: CheckContext): string {
  if (parts.length === 0) return "0";
  return parts
    .map(({ sign, address }, index) => {
      const table = context.facts.table(address.concept);
      const cell = { ...address, column: address.column ?? "" };
      const name = table === undefined ? "" : cellName(address.concept, cell, rowOf(table, cell));
      const title = table === undefined ? "" : tableName(table);
      const shown =
        index > 0 && parts[index - 1]?.address.concept === address.concept ? name : `${title}“${name}”`;
      return `${index === 0 ? "" : sign === 1 ? "＋" : "－"}${shown}`;
    })
    .join("");
}

function operandAt(address: FactAddress, context: CheckContext): readonly Operand[] {
  const table = context.facts.table(address.concept);
  if (table === undefined) return [];
  const cell = { ...address, column: address.column ?? "" };
  const value = valueAt(address, context);
  const row = rowOf(table, cell);
  if (row === undefined) return [];
  const printed = value?.kind === "figure" ? value.value : value?.kind === "unreadable" ? value.raw : null;
  return [
    {
      label: `${tableName(table)} ${cellName(address.concept, cell, row)}`,
      value: printed,
      place: value?.place ?? row.place,
    },
  ];
}
