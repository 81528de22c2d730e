// The explanation that tells every 项 with its initial budget: the items make up the total, and none is left out.

import type { FactAddress } from "../../../disclosure/address.ts";
import { addressKey } from "../../../disclosure/address.ts";
import type { ProseFigure } from "../../../disclosure/disclosure.ts";
import type { StatedFigure } from "../../../figures/figure.ts";
import { isNonZero } from "../../../figures/figure.ts";
import { add, compareIntervals, intervalOf, middle, ZERO } from "../../../figures/interval.ts";
import type { Part, SentenceTemplate } from "../../../sentences/template.ts";
import type { CheckOutcome } from "../../finding.ts";
import { finding, held, notApplicable } from "../../finding.ts";
import { formatUnitGap } from "../../outcome-format.ts";
import type { CheckContext, CheckRule } from "../../rule.ts";
import { tableName } from "../tables/table-cells.ts";
import { proseOperand } from "./narrative-rule.ts";

const CONCEPT = "general-budget-expenditure";
const SENTENCE = "general-budget-detail";

/** True where the edition lists every 项. */
function listsItems(parts: SentenceTemplate["parts"]): boolean {
  return parts.some((part: Part): boolean => {
    if (part.kind === "each")
      return (part.rows.kind === "function-codes" && part.rows.level === "item") || listsItems(part.parts);
    if (part.kind === "optional") return listsItems(part.parts);
    return part.kind === "choice" && part.alternatives.some((one) => listsItems(one.parts));
  });
}

interface Stated {
  readonly key: string;
  readonly figure: StatedFigure;
  readonly of: FactAddress;
}

/** Amounts of the sentence at a stage, each 项 once. */
function statedAt(stage: "initial" | undefined, { disclosure }: CheckContext): readonly Stated[] {
  const figures = disclosure.narrative.flatMap((sentence) =>
    sentence.template === SENTENCE ? sentence.figures : [],
  );
  const stated = figures.flatMap((prose: ProseFigure): readonly Stated[] => {
    const { refersTo, figure, derived } = prose;
    const isOne = derived === null && refersTo.concept === CONCEPT && refersTo.stage === stage;
    if (!isOne || refersTo.period !== undefined || figure.kind !== "figure") return [];
    return [{ key: addressKey(refersTo), figure, of: refersTo }];
  });
  return [...new Map(stated.map((one) => [one.key, one])).values()];
}

const isTotal = ({ of }: Stated): boolean => of.code === null;
const isItem = ({ of }: Stated): boolean => of.field !== undefined || of.code?.length === 7;

function missingItems(context: CheckContext): readonly CheckOutcome[] {
  const table = context.facts.table(CONCEPT);
  const finals = statedAt(undefined, context).filter(isItem);
  if (table === undefined || finals.length === 0) return [];
  // Items under a name that the table has not may be any of them.
  const unknown = finals.filter(({ of }) => of.field !== undefined).length;
  const told = new Set(finals.map(({ of }) => of.code));
  const missing = table.rows.filter(
    ({ code, cells }) => code?.length === 7 && isNonZero(cells["total"]) && !told.has(code),
  );
  if (missing.length <= unknown) return [held("各项级科目")];
  const names = missing.map(({ code, name }) => `${code ?? ""} ${name ?? ""}`.trim());
  return [
    finding({
      subject: "一般公共预算财政拨款支出决算具体情况",
      message: `${tableName(table)}列有${names.join("、")}，情况说明未逐项说明。`,
      advice: "请按项级科目逐项补充年初预算、支出决算和差异原因。",
      operands: missing.map((row) => ({ label: row.name ?? "科目", value: row.code, place: row.place })),
      severity: "warning",
    }),
  ];
}

function budgets(context: CheckContext): CheckOutcome {
  const stated = statedAt("initial", context);
  const total = stated.find(isTotal);
  const items = stated.filter(isItem);
  const finals = statedAt(undefined, context).filter(isItem);
  if (total === undefined || items.length < 2 || finals.length !== items.length)
    return notApplicable("年初预算", "未逐项列明年初预算");
  const sum = items.reduce((before, { figure }) => add(before, intervalOf(figure)), ZERO);
  const result = compareIntervals(sum, intervalOf(total.figure));
  if (result.verdict !== "impossible") return held("年初预算");
  const { unit } = total.figure;
  const printed = formatUnitGap(middle(sum), unit, 2);
  const gap = formatUnitGap(result.gap, unit, 2);
  const isMore = !gap.startsWith("-");
  return finding({
    subject: "一般公共预算财政拨款支出决算具体情况",
    message: `各项级科目年初预算合计${printed}万元，一般公共预算财政拨款支出年初预算为${total.figure.value}万元，相差${gap}万元。`,
    advice: isMore
      ? "请核对各项级科目的年初预算和总额。"
      : "请核对各项级科目的年初预算；有预算而未支出的科目也请说明。",
    operands: [
      proseOperand("年初预算总额", total.figure),
      ...items.map(({ of, figure }) => proseOperand(of.code ?? of.field ?? "科目", figure)),
    ],
    expected: total.figure.value,
    actual: printed,
    gap,
    envelope: formatUnitGap(result.envelope, unit, 3),
    // An item with a budget and no expenditure may have been left out.
    severity: isMore ? "error" : "warning",
    cells: [addressKey(total.of)],
  });
}

export const itemBudgetsSumToTotal: CheckRule = {
  id: "item-budgets-sum-to-total",
  code: "N-40",
  title: "逐项说明的年初预算之和应等于年初预算总额，项级科目应全部说明",
  group: "narrative",
  kind: "logic",
  severity: "error",
  basis: "《地方预决算公开操作规程》（财预〔2016〕143号）：公开内容应完整、准确",
  needs: "一般公共预算财政拨款支出决算具体情况",
  example: {
    passes: "年初预算为100.00万元，所列三项年初预算为60.00、30.00、10.00万元",
    fails: "年初预算为100.00万元，所列三项年初预算为60.00、30.00、1.00万元",
  },
  check: (context) => {
    const template = context.edition.sentences.find(({ id }) => id === SENTENCE);
    if (template === undefined || !listsItems(template.parts))
      return [notApplicable(null, "本地区不要求逐项说明年初预算")];
    return [budgets(context), ...missingItems(context)];
  },
};
