// Indicators that measure the same (相似指标): within one project, and between the projects of a unit.
// Compared are names in canonical words, without figures and units, each pair of characters by its weight.

import { sameWords } from "../levels.ts";
import { nameWeights } from "../library/name-weights.ts";
import { SAME_MEASURE, compareNames } from "../words/same-measure.ts";

/** NamedIndicator: an indicator and where it stands. */
export interface NamedIndicator {
  readonly source: string;
  readonly project: string;
  /** Position of the project's form in its document: two forms may bear one name. */
  readonly form: number;
  readonly level1: string;
  readonly level2: string;
  readonly name: string;
}

/** NearDuplicate (相似指标). */
export interface NearDuplicate {
  readonly scope: "within-project" | "across-projects";
  readonly left: NamedIndicator;
  readonly right: NamedIndicator;
  readonly likeness: number;
  /** What is alike, as a sentence. */
  readonly explanation: string;
}

const SAME_NAME = 0.95;

/** Pairs within each project; across projects, for each name the first project that has its like before. */
export function findNearDuplicates(indicators: readonly NamedIndicator[]): readonly NearDuplicate[] {
  const projects = [...Map.groupBy(indicators, ({ source, form }) => `${source}\n${form}`).values()];
  const within = projects.flatMap((own) =>
    own.flatMap((left, index) =>
      own.slice(index + 1).flatMap((right) => duplicateOf("within-project", left, right)),
    ),
  );
  return [...within, ...acrossProjects(projects)];
}

function acrossProjects(projects: readonly (readonly NamedIndicator[])[]): readonly NearDuplicate[] {
  const found: NearDuplicate[] = [];
  const seen: NamedIndicator[] = [];
  for (const own of projects) {
    const earlier = [...seen];
    for (const right of own) {
      const [best] = earlier
        .filter(({ level2 }) => sameWords(level2, right.level2))
        .flatMap((left) => duplicateOf("across-projects", left, right))
        .toSorted((one, other) => other.likeness - one.likeness);
      if (best === undefined) seen.push(right);
      else found.push(best);
    }
  }
  return found;
}

function duplicateOf(
  scope: NearDuplicate["scope"],
  left: NamedIndicator,
  right: NamedIndicator,
): readonly NearDuplicate[] {
  // Cost of a matter and its quantity share their words and are two measures.
  if (isCost(left) !== isCost(right)) return [];
  const { likeness, shared } = compareNames(left.name, right.name, nameWeights);
  // Quality and timeliness of one matter share its words; only the very name makes them one.
  if (likeness < (sameWords(left.level2, right.level2) ? SAME_MEASURE : SAME_NAME)) return [];
  return [{ scope, left, right, likeness, explanation: explain(left, right, shared) }];
}

function isCost({ level1, level2 }: NamedIndicator): boolean {
  return `${level1}${level2}`.includes("成本");
}

function explain(left: NamedIndicator, right: NamedIndicator, shared: readonly string[]): string {
  const alike =
    left.name === right.name ? "名称相同" : `去掉数字、单位并统一同义词后都是“${shared.join("”“")}”`;
  return sameWords(left.level2, right.level2) ? alike : `${alike}，分列于${left.level2}和${right.level2}`;
}
