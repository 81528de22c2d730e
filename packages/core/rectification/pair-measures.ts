// Problems and measures pair up one to one (财预〔2020〕10号: 针对存在的问题提出改进措施): by order where there
// are as many of both, else so that the words fit best without crossing.

import { likenessOf } from "./word-likeness.ts";

/** Pairing (问题与措施的对应): who answers whom, and who is left. */
export interface Pairing {
  readonly pairs: readonly MeasuredProblem[];
  readonly problemsLeft: readonly string[];
  readonly measuresLeft: readonly string[];
}

/** MeasuredProblem: a problem with the measure that answers it. */
export interface MeasuredProblem {
  readonly problem: string;
  readonly measure: string;
}

/** What standing in order is worth beside shared words: enough to decide where no word is shared. */
const ORDER = 0.01;
/** Items beyond which a section is no list of problems; the table of the alignment stays small. */
const ITEMS_LIMIT = 200;

/** Pairs the items; every item stands in a pair or among those left. */
export function pairMeasures(problems: readonly string[], measures: readonly string[]): Pairing {
  const [few, many] = [
    Math.min(problems.length, measures.length),
    Math.max(problems.length, measures.length),
  ];
  const chosen = few === many || many > ITEMS_LIMIT ? inOrder(few) : aligned(problems, measures);
  const problemsPaired = new Set(chosen.map(([problem]) => problem));
  const measuresPaired = new Set(chosen.map(([, measure]) => measure));
  return {
    pairs: chosen.map(([problem, measure]) => ({
      problem: problems[problem] ?? "",
      measure: measures[measure] ?? "",
    })),
    problemsLeft: problems.filter((_, index) => !problemsPaired.has(index)),
    measuresLeft: measures.filter((_, index) => !measuresPaired.has(index)),
  };
}

type IndexPair = readonly [problem: number, measure: number];

const inOrder = (count: number): readonly IndexPair[] =>
  Array.from({ length: count }, (_, index) => [index, index] as const);

/** The alignment of greatest likeness that crosses nothing. */
function aligned(problems: readonly string[], measures: readonly string[]): readonly IndexPair[] {
  const likeness = problems.map((problem) =>
    measures.map((measure) => likenessOf(problem, measure).share + ORDER),
  );
  // worth[i][j]: the best of the first i problems and j measures.
  const worth: number[][] = [measures.map(() => 0).concat(0)];
  for (const [row, own] of likeness.entries()) {
    const before = worth[row] ?? [];
    const line = [0];
    for (const [column, value] of own.entries())
      line.push(Math.max(before[column + 1] ?? 0, line[column] ?? 0, (before[column] ?? 0) + value));
    worth.push(line);
  }
  return walkedBack(worth, likeness);
}

function walkedBack(
  worth: readonly (readonly number[])[],
  likeness: readonly (readonly number[])[],
): readonly IndexPair[] {
  const chosen: IndexPair[] = [];
  let [problem, measure] = [likeness.length, likeness[0]?.length ?? 0];
  while (problem > 0 && measure > 0) {
    const here = worth[problem]?.[measure] ?? 0;
    if (here === (worth[problem - 1]?.[measure] ?? 0)) problem -= 1;
    else if (here === (worth[problem]?.[measure - 1] ?? 0)) measure -= 1;
    else {
      problem -= 1;
      measure -= 1;
      chosen.unshift([problem, measure]);
    }
  }
  return chosen;
}
