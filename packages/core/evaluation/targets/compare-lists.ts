// Compares lists of figures: by their total, and item by item where both sides name the same items.

import type { Comparison, ItemJudgement } from "./comparison.ts";
import { notComparable, ofQuantity } from "./comparison.ts";
import { judgeQuantity } from "./compare-quantities.ts";
import type { IndicatorTraits } from "./direction.ts";
import type { ListedQuantity, Quantity, QuantityList } from "./statement.ts";

/** Compares where at least one side is a list. */
export function compareLists(
  traits: IndicatorTraits,
  target: QuantityList | Quantity,
  result: QuantityList | Quantity,
): Comparison {
  const items = target.kind === "list" && result.kind === "list" ? itemByItem(traits, target, result) : [];
  const [due, got] = [totalOf(target), totalOf(result)];
  if (due === null || got === null) return withoutTotal(items);
  const judgement = judgeQuantity(traits, due, got);
  if (typeof judgement === "string") return notComparable(judgement);
  return ofQuantity(judgement, items, [...listDoubts(target, result), ...missedItems(items, judgement.kind)]);
}

const totalOf = (side: QuantityList | Quantity): Quantity | null =>
  side.kind === "list" ? side.total : side;

function listDoubts(target: QuantityList | Quantity, result: QuantityList | Quantity): readonly string[] {
  return [
    target.kind === "list" ? `指标值列有${target.items.length}项，按合计比较` : "",
    result.kind === "list" && target.kind !== "list" ? `完成值列有${result.items.length}项，按合计比较` : "",
    target.kind === "list" && target.totalDiffers ? "指标值所列各项之和与所列合计不符，按各项之和计" : "",
    result.kind === "list" && result.totalDiffers ? "完成值所列各项之和与所列合计不符，按各项之和计" : "",
  ].filter((doubt) => doubt !== "");
}

/** Said where the total is kept at the expense of an item. */
function missedItems(items: readonly ItemJudgement[], total: "reached" | "missed"): readonly string[] {
  const missed = items.filter(({ judgement }) => judgement.kind === "missed");
  if (missed.length === 0 || total === "missed") return [];
  return [`合计达到而分项未达到：${missed.map(({ name }) => name).join("、")}`];
}

function withoutTotal(items: readonly ItemJudgement[]): Comparison {
  if (items.length === 0) return notComparable("所列各项的计量单位不同，不能合计，两边也不是同样的各项");
  const isMissed = items.some(({ judgement }) => judgement.kind === "missed");
  const isExceeded = items.some(({ judgement }) => !judgement.isMet);
  const outcome = isMissed ? "missed" : isExceeded ? "exceeded" : "reached";
  const doubts = [...new Set(items.flatMap(({ judgement }) => judgement.doubts))];
  return { outcome, matter: { kind: "items", items }, doubts };
}

/** The items of both sides, if they are the same; none otherwise. */
function itemByItem(
  traits: IndicatorTraits,
  target: QuantityList,
  result: QuantityList,
): readonly ItemJudgement[] {
  if (target.items.length !== result.items.length) return [];
  const judged: ItemJudgement[] = [];
  for (const item of target.items) {
    const same = result.items.filter((other) => keyOf(other) === keyOf(item));
    const [only] = same;
    const judgement =
      only === undefined || same.length > 1 ? undefined : judgeQuantity(traits, item.quantity, only.quantity);
    if (judgement === undefined || typeof judgement === "string") return [];
    judged.push({ name: keyOf(item), judgement });
  }
  return judged;
}

/** An item without a name is told by what it counts. */
const keyOf = ({ name, quantity }: ListedQuantity): string =>
  name === "" ? (quantity.measure?.printed ?? "") : name;
