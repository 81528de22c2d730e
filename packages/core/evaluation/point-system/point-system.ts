// PointSystem (评价指标体系): the items by which a whole department's year is scored, with their points and
// formulas as data. The official points of a province are configuration: what is not known to be official
// says so in every output.

/** SystemStatus: where the points come from: made up as an example, the unit's own, or an official document. */
export const SYSTEM_STATUSES = ["example", "own", "official"] as const;
export type SystemStatus = (typeof SYSTEM_STATUSES)[number];

/** Quantity (算式): an expression over named inputs. */
export type Quantity =
  | { readonly kind: "input"; readonly name: string }
  | { readonly kind: "sum"; readonly parts: readonly Quantity[] }
  | { readonly kind: "difference"; readonly of: Quantity; readonly less: Quantity }
  /** of ÷ by. */
  | { readonly kind: "ratio"; readonly of: Quantity; readonly by: Quantity }
  /** |of − from| ÷ from (偏差率). */
  | { readonly kind: "deviation"; readonly of: Quantity; readonly from: Quantity }
  /** The first whose inputs are there. */
  | { readonly kind: "first"; readonly choices: readonly Quantity[] };

/** Band (档): up to and including `upTo`, this share of the points. */
export interface Band {
  readonly upTo: string;
  readonly share: string;
}

/** Checkpoint (时点): a rate that is due by a time, such as June. */
export interface Checkpoint {
  readonly name: string;
  readonly of: Quantity;
  readonly target: string;
}

/** Which indicators a weighted mean runs over. */
export const TARGET_SETS = ["annex", "projects"] as const;
export type TargetSetName = (typeof TARGET_SETS)[number];

/** ScoreFormula (计分公式): how a score follows; all numbers are decimal strings, shares are of the item's points. */
export type ScoreFormula =
  /** People judge, within 0…points, on the evidence listed. */
  | { readonly kind: "manual" }
  /** Straight between the value that earns nothing and the one that earns all. */
  | { readonly kind: "linear"; readonly of: Quantity; readonly zero: string; readonly full: string }
  | {
      readonly kind: "full-if";
      readonly of: Quantity;
      readonly sign: "≥" | "≤";
      readonly limit: string;
      readonly otherwise: string;
    }
  | {
      readonly kind: "bands";
      readonly of: Quantity;
      readonly bands: readonly Band[];
      readonly beyond: string;
    }
  /** Points less so many for each. */
  | { readonly kind: "deduct"; readonly count: Quantity; readonly each: string }
  /** The share that the counted part, or the rest, has of the whole. */
  | {
      readonly kind: "share-of-count";
      readonly part: Quantity;
      readonly whole: Quantity;
      readonly counts: "part" | "rest";
    }
  /** Weighted mean of how far targets were reached, each at most whole; `levels` are first levels, [] all. */
  | { readonly kind: "targets"; readonly of: TargetSetName; readonly levels: readonly string[] }
  /** Mean of rate ÷ due rate at each checkpoint, each at most whole. */
  | { readonly kind: "checkpoints"; readonly checkpoints: readonly Checkpoint[] };

/** Cap (封顶): where a quantity reaches a limit the item earns at most a share of its points. */
export interface Cap {
  readonly of: Quantity;
  readonly atLeast: string;
  readonly most: string;
  readonly reason: string;
}

/** SystemItem (三级指标): one scored item. */
export interface SystemItem {
  readonly level1: string;
  readonly level2: string;
  readonly level3: string;
  readonly points: string;
  readonly formula: ScoreFormula;
  /** What the measured rate is called in prose: 偏差率; null where none is told. */
  readonly measure: string | null;
  readonly caps: readonly Cap[];
  /** The share earned where a denominator is zero, and why; null is not computed. */
  readonly whenZero: { readonly share: string; readonly reason: string } | null;
  /** 佐证材料. */
  readonly evidence: readonly string[];
}

export interface PointSystem {
  readonly id: string;
  readonly name: string;
  readonly status: SystemStatus;
  /** 文号 or what it was modelled on. */
  readonly basis: string;
  /** Decimals of a score, rounded half up. */
  readonly decimals: number;
  readonly items: readonly SystemItem[];
}

/** What every output says of the points. */
export function statusLine({ status, basis }: Pick<PointSystem, "status" | "basis">): string {
  if (status === "example") return "分值为示例配置，非官方口径";
  return status === "own" ? `分值为自定配置（${basis}）` : `分值依据：${basis}`;
}

/** The name by which an item is known: its three levels. */
export const itemKey = ({
  level1,
  level2,
  level3,
}: Pick<SystemItem, "level1" | "level2" | "level3">): string => `${level1}/${level2}/${level3}`;

/** The inputs of a quantity in the order of its print, each once. */
export function inputsIn(quantity: Quantity): readonly string[] {
  switch (quantity.kind) {
    case "input":
      return [quantity.name];
    case "sum":
      return unique(quantity.parts.flatMap(inputsIn));
    case "difference":
      return unique([...inputsIn(quantity.of), ...inputsIn(quantity.less)]);
    case "ratio":
      return unique([...inputsIn(quantity.of), ...inputsIn(quantity.by)]);
    case "deviation":
      return unique([...inputsIn(quantity.of), ...inputsIn(quantity.from)]);
    case "first": {
      const [first] = quantity.choices;
      return first === undefined ? [] : inputsIn(first);
    }
  }
}

/** The quantities of a formula. */
export function quantitiesOf(formula: ScoreFormula): readonly Quantity[] {
  switch (formula.kind) {
    case "manual":
    case "targets":
      return [];
    case "linear":
    case "full-if":
    case "bands":
      return [formula.of];
    case "deduct":
      return [formula.count];
    case "share-of-count":
      return [formula.part, formula.whole];
    case "checkpoints":
      return formula.checkpoints.map(({ of }) => of);
  }
}

const unique = (names: readonly string[]): readonly string[] => [...new Set(names)];
