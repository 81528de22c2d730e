// Scores a department by its point system: each item with its derivation, the total, its grade, what is
// missing, and between which bounds the total lies until it arrives.

import { Decimal } from "decimal.js";

import type { CellValue } from "../../figures/figure.ts";
import type { DepartmentEvaluation } from "../department-evaluation.ts";
import type { GradeRule } from "../grades.ts";
import { gradeOf } from "../grades.ts";
import { decimalOf } from "../scoring/printed-scores.ts";
import type { ScoreVerdictWord } from "../scoring/score-judgement.ts";
import { verdictAgainst } from "../scoring/score-judgement.ts";
import { formulaScore } from "./formula-score.ts";
import type { PointSystem, SystemItem } from "./point-system.ts";
import { itemKey } from "./point-system.ts";
import type { InputFigure, MissingInput, SystemInputs } from "./system-inputs.ts";
import { missingInput } from "./system-inputs.ts";

/** ManualScore (人工评分): a score that people gave, with its reason and the evidence they saw. */
export interface ManualScore {
  readonly score: Decimal;
  readonly reason: string | null;
  readonly evidence: readonly string[];
}

/** ItemScore: one item as computed, as people judged it, and as printed. */
export interface ItemScore {
  readonly item: SystemItem;
  readonly computed: Decimal | null;
  readonly derivation: string | null;
  /** The measured rate as a share of one, for prose. */
  readonly measured: Decimal | null;
  readonly inputs: readonly InputFigure[];
  readonly missing: readonly MissingInput[];
  /** Why there is no score: a zero denominator, no score of people, one out of bounds. */
  readonly reason: string | null;
  readonly manual: ManualScore | null;
  readonly printed: CellValue | null;
  readonly printedPoints: CellValue | null;
  /** What goes into the total; null while it is not known. */
  readonly counted: Decimal | null;
  readonly verdict: ScoreVerdictWord | null;
  readonly by: Decimal | null;
}

/** DepartmentScore (部门自评计分). */
export interface DepartmentScore {
  readonly system: PointSystem;
  readonly items: readonly ItemScore[];
  /** Null while an item is not known. */
  readonly total: Decimal | null;
  readonly low: Decimal;
  readonly high: Decimal;
  readonly printedTotal: CellValue | null;
  readonly verdict: ScoreVerdictWord | null;
  readonly by: Decimal | null;
  readonly grade: {
    readonly printed: string | null;
    /** Null while the bounds lie in several grades. */
    readonly computed: string | null;
    readonly low: string | null;
    readonly high: string | null;
  };
  readonly missing: readonly MissingInput[];
  readonly inputs: SystemInputs;
}

/** DepartmentMaterial: what a department is scored by. */
export interface DepartmentMaterial {
  readonly inputs: SystemInputs;
  /** By item key or by the name of the third level. */
  readonly manual: ReadonlyMap<string, ManualScore>;
  readonly evaluation: Pick<DepartmentEvaluation, "score" | "grade" | "system"> | null;
  readonly grades: readonly GradeRule[];
}

/** The scores of a department by a point system. */
export function scoreDepartment(system: PointSystem, material: DepartmentMaterial): DepartmentScore {
  const items = system.items.map((item) => itemScore(item, system, material));
  const sum = (of: (item: ItemScore) => Decimal): Decimal =>
    items.reduce<Decimal>((total, item) => total.plus(of(item)), new Decimal(0));
  const low = sum(({ counted }) => counted ?? new Decimal(0));
  const high = sum(({ counted, item }) => counted ?? new Decimal(item.points));
  const printedTotal = material.evaluation?.score ?? null;
  const printed = decimalOf(printedTotal);
  const against = printed === undefined ? null : verdictAgainst(printed, low, high);
  const [lowest, highest] = [gradeOf(low, material.grades) ?? null, gradeOf(high, material.grades) ?? null];
  const missing = new Map(items.flatMap((item) => item.missing).map((one) => [one.name, one]));
  return {
    system,
    items,
    total: items.some(({ counted }) => counted === null) ? null : low,
    low,
    high,
    printedTotal,
    verdict: against?.verdict ?? null,
    by: against?.by ?? null,
    grade: {
      printed: material.evaluation?.grade?.text ?? null,
      computed: lowest === highest ? lowest : null,
      low: lowest,
      high: highest,
    },
    missing: [...missing.values()],
    inputs: material.inputs,
  };
}

function itemScore(item: SystemItem, system: PointSystem, material: DepartmentMaterial): ItemScore {
  const row = material.evaluation?.system.find((one) => itemKey(one) === itemKey(item));
  const printed = row?.score ?? null;
  const stated = decimalOf(printed);
  const points = new Decimal(item.points);
  const base = { item, printed, printedPoints: row?.points ?? null, manual: null, missing: [], inputs: [] };
  const score = formulaScore(item, material.inputs);
  if (score.kind === "computed") {
    const computed = score.score.toDecimalPlaces(system.decimals, Decimal.ROUND_HALF_UP);
    const against = stated === undefined ? null : verdictAgainst(stated, computed, computed);
    return {
      ...base,
      computed,
      derivation: score.derivation,
      measured: score.measured,
      inputs: score.inputs,
      reason: null,
      counted: computed,
      verdict: against?.verdict ?? null,
      by: against?.by ?? null,
    };
  }
  const missing = score.kind === "missing" ? score.names.map(missingInput) : [];
  const judged = judgedScore(item, material, stated, points);
  // What inputs will decide is nobody's to judge: until they arrive the score is open.
  const isOpen = score.kind === "missing";
  const notComputed = score.kind === "not-computable" ? score.reason : null;
  return {
    ...base,
    ...judged,
    counted: isOpen ? null : judged.counted,
    computed: null,
    derivation: null,
    measured: null,
    missing,
    reason: [notComputed, judged.reason].filter((part) => part !== null).join("；") || null,
  };
}

/** What people gave: their own score first, else the printed one; neither may leave 0…points. */
function judgedScore(
  item: SystemItem,
  { manual }: DepartmentMaterial,
  stated: Decimal | undefined,
  points: Decimal,
): Pick<ItemScore, "manual" | "counted" | "reason" | "verdict" | "by"> {
  const given = manual.get(itemKey(item)) ?? manual.get(item.level3) ?? null;
  const score = given?.score ?? stated;
  const verdict = stated === undefined ? null : ("judgement" as const);
  const nothing = { manual: given, counted: null, verdict, by: null };
  if (score === undefined)
    return { ...nothing, reason: item.formula.kind === "manual" ? "由评价人员评分，尚未给出" : null };
  if (score.isNegative() || score.gt(points))
    return { ...nothing, reason: `评分 ${score.toFixed()} 不在 0—${points.toFixed()} 分之间，未计入` };
  return { ...nothing, counted: score, reason: null };
}
