// In-table identities (表内勾稽关系), one rule for each identity of a concept: nothing is written here
// that the concept's own description does not say.

import type { SignedCell, TableConcept, TableIdentity } from "../../../accounts/concept.ts";
import { concepts } from "../../../accounts/concepts.ts";
import type { TableCells } from "../../../accounts/envelope.ts";
import type { IdentityInstance } from "../../../accounts/identity-instances.ts";
import type { AccountsTable } from "../../../disclosure/disclosure.ts";
import type { StatedFigure } from "../../../figures/figure.ts";
import type { Comparison, Interval } from "../../../figures/interval.ts";
import {
  add,
  cellInterval,
  compareAtMost,
  compareIntervals,
  middle,
  negate,
  ZERO,
} from "../../../figures/interval.ts";
import { findUnit } from "../../../figures/unit.ts";
import type { CheckOutcome } from "../../finding.ts";
import { finding, held, notApplicable, notChecked } from "../../finding.ts";
import { ROUNDING_ADVICE, formatUnitGap } from "../../outcome-format.ts";
import type { CheckRule } from "../../rule.ts";
import { identityExample } from "./identity-example.ts";
import { cellFindingKey, cellName, cellOperand, cellsOf, rowOf, tableName } from "./table-cells.ts";

/** All rules that follow from the sums of concepts. */
export const identityRules: readonly CheckRule[] = concepts.flatMap((concept) =>
  concept.identities.map((identity) => identityRule(concept, identity)),
);

function identityRule(concept: TableConcept, identity: TableIdentity): CheckRule {
  const { id, code, title, kind, severity, basis } = identity;
  return {
    id,
    code,
    title,
    group: "tables",
    kind,
    severity,
    basis,
    needs: concept.title,
    example: identityExample(concept, identity),
    check: ({ disclosure, edition }) => {
      const tables = disclosure.tables.filter((table) => table.concept === concept.id);
      if (tables.length > 0) return tables.flatMap((table) => judgeTable(table, identity));
      const expected = edition.tables.some((layout) => layout.concept === concept.id);
      if (!expected || disclosure.tables.length === 0) return [notApplicable(null, `不含${concept.title}`)];
      return [notChecked(concept.title, `未读到${concept.title}`)];
    },
  };
}

function judgeTable(table: AccountsTable, identity: TableIdentity): readonly CheckOutcome[] {
  const cells = cellsOf(table);
  const subject = tableName(table);
  const instances = cells?.instances.filter((instance) => instance.identity === identity) ?? [];
  if (cells === undefined || instances.length === 0) {
    return [table.empty ? notApplicable(subject, "本表无数据") : notApplicable(subject, "表中没有相应的行")];
  }
  if (table.empty) return [notApplicable(subject, "本表无数据")];
  const outcomes = instances.map((instance) => judgeInstance({ table, cells, instance }));
  const isBare = (index: number): boolean => {
    const instance = instances[index];
    return instance !== undefined && hasBlankParts(cells, instance);
  };
  return withOneRoundingHint(subject, withOneBlankBreakdown(outcomes, isBare));
}

/** A total with a figure whose parts all stand blank. */
function hasBlankParts(cells: TableCells, { left, right }: IdentityInstance): boolean {
  const isFigure = ({ cell }: SignedCell): boolean => cells.valueOf(cell)?.kind === "figure";
  return left.some(isFigure) && right.length > 1 && !right.some(isFigure);
}

const FEW_BLANK = 3;

/** Row after row without its parts is one matter: columns that were lost, not as many wrong sums. */
function withOneBlankBreakdown(
  outcomes: readonly CheckOutcome[],
  isBare: (index: number) => boolean,
): readonly CheckOutcome[] {
  const bare = outcomes.flatMap((outcome, index) =>
    outcome.status === "finding" && outcome.finding.severity !== "hint" && isBare(index)
      ? [outcome.finding]
      : [],
  );
  const [first] = bare;
  if (first === undefined || bare.length < FEW_BLANK) return outcomes;
  const gathered = finding({
    subject: first.subject,
    message: `${first.subject}：${bare.length}处合计有数而所列各项均为空白，如${first.operands[0]?.label ?? ""}${first.operands[0]?.value ?? ""}，疑为整列漏填、错位或未能识别。`,
    advice: "请核对原表各列是否齐全。",
    operands: bare.flatMap(({ operands }) => operands.slice(0, 1)),
    sourceDoubt: true,
    severity: "warning",
    cells: bare.flatMap(({ cells = [] }) => cells),
  });
  const folded = new Set(bare);
  return [
    gathered,
    ...outcomes.filter((outcome) => outcome.status !== "finding" || !folded.has(outcome.finding)),
  ];
}

const isRoundingHint = (outcome: CheckOutcome): outcome is Extract<CheckOutcome, { status: "finding" }> =>
  outcome.status === "finding" && outcome.finding.severity === "hint" && outcome.finding.gap !== null;

/** 尾差 of one identity in one table is one hint: it asks nothing of anybody, cell by cell. */
function withOneRoundingHint(subject: string, outcomes: readonly CheckOutcome[]): readonly CheckOutcome[] {
  const hints = outcomes.filter(isRoundingHint);
  const first = hints[0];
  if (first === undefined || hints.length === 1) return outcomes;
  const message = `${first.finding.message.replace(/。$/u, "")}；同类尾差共${hints.length}处。`;
  const operands = hints.flatMap(({ finding: { operands: own } }) => own.slice(0, 1));
  const gathered = finding({ ...first.finding, message, operands });
  return outcomes.map((outcome) =>
    outcome === first ? gathered : isRoundingHint(outcome) ? held(subject) : outcome,
  );
}

interface Judged {
  readonly table: AccountsTable;
  readonly cells: TableCells;
  readonly instance: IdentityInstance;
}

function sumOf(
  parts: readonly SignedCell[],
  intervalOf: (part: SignedCell) => Interval | undefined,
): Interval | undefined {
  let sum = ZERO;
  for (const part of parts) {
    const interval = intervalOf(part);
    if (interval === undefined) return undefined;
    sum = add(sum, part.sign === 1 ? interval : negate(interval));
  }
  return sum;
}

function judgeInstance(judged: Judged): CheckOutcome {
  const { table, cells, instance } = judged;
  const subject = tableName(table);
  // A total made of its parts is judged by its own rounding against theirs; totals that merely
  // balance may each have been added up from rounded cells.
  const left = sumOf(instance.left, ({ cell }) =>
    instance.isSum ? cellInterval(cells.valueOf(cell)) : cells.intervalOf(cell),
  );
  const right = sumOf(instance.right, ({ cell }) => cells.intervalOf(cell));
  if (left === undefined || right === undefined) return notChecked(subject, "有单元格无法识别");
  const result = instance.relation === "=" ? compareIntervals(left, right) : compareAtMost(left, right);
  if (result.verdict === "holds") return held(subject);
  return brokenIdentity(judged, result, { left, right });
}

function firstFigure(judged: Judged): StatedFigure | undefined {
  for (const { cell } of [...judged.instance.left, ...judged.instance.right]) {
    const value = judged.cells.valueOf(cell);
    if (value?.kind === "figure") return value;
  }
  return undefined;
}

function brokenIdentity(
  judged: Judged,
  result: Comparison,
  sides: { readonly left: Interval; readonly right: Interval },
): CheckOutcome {
  const { table, cells, instance } = judged;
  const sample = firstFigure(judged);
  const unit = sample?.unit ?? findUnit(table.moneyUnit) ?? null;
  const decimals = sample?.decimals ?? 2;
  const format = (value: bigint): string => formatUnitGap(value, unit, decimals);
  const named = (parts: readonly SignedCell[]): string => namedSum(table, parts);
  const actual = format(middle(sides.left));
  const expected = format(middle(sides.right));
  const gap = format(result.gap);
  const unitName = unit?.name ?? "";
  const relation = instance.relation === "=" ? "应等于" : "不应大于";
  const rounding = result.verdict === "rounding";
  const printed = [...instance.left, ...instance.right].filter(
    ({ cell }) => cells.valueOf(cell)?.kind === "figure",
  );
  const verdictWords = rounding
    ? `相差${gap}${unitName}，可由四舍五入解释（尾差）`
    : `相差${gap}${unitName}，超过四舍五入允许的${formatUnitGap(result.envelope, unit, decimals + 1)}${unitName}`;
  return finding({
    subject: tableName(table),
    message: `${tableName(table)}：${named(instance.left)}${actual}${unitName}${relation}${named(instance.right)}${expected}${unitName}，${verdictWords}。`,
    advice: rounding ? ROUNDING_ADVICE : "请核对所列各数；如有录入或汇总错误请更正。",
    operands: [...instance.left, ...printed.filter((part) => !instance.left.includes(part))].map(({ cell }) =>
      cellOperand(table, cell, cells.valueOf(cell)),
    ),
    expected,
    actual,
    gap,
    envelope: formatUnitGap(result.envelope, unit, decimals + 1),
    severity: rounding ? "hint" : instance.identity.severity,
    cells: printed.map(({ cell }) => cellFindingKey(table.concept, cell)),
  });
}

const FEW = 3;

/** Cells added up, in words: all of them when few, else the first and the count. */
function namedSum(table: AccountsTable, parts: readonly SignedCell[]): string {
  const names = parts.map(({ cell, sign }, index) => {
    const joint = index === 0 ? (sign === -1 ? "－" : "") : sign === -1 ? "－" : "＋";
    return `${joint}${cellName(table.concept, cell, rowOf(table, cell))}`;
  });
  if (names.length <= FEW) return names.join("");
  return `${names[0] ?? ""}等${names.length}项之和`;
}
