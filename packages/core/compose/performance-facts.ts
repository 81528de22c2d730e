// What the explanation says of self-evaluation follows from the self-evaluations themselves: how many
// projects, how much money, how many of each grade, their average score.

import { addressKey } from "../disclosure/address.ts";
import type { Disclosure } from "../disclosure/disclosure.ts";
import type { ProjectEvaluation } from "../evaluation/project-evaluation.ts";
import { MILLIONTHS } from "../figures/figure.ts";

/** Facts by address key, of a disclosure that carries its evaluations; empty where it carries none. */
export function performanceFacts(
  { evaluations }: Disclosure,
  grades: readonly string[],
): ReadonlyMap<string, bigint> {
  if (evaluations.length === 0) return new Map();
  const amount = totalOf(evaluations);
  const average = averageOf(evaluations);
  const printed = evaluations.map(({ grade }) => grade?.text ?? null);
  // One form without its grade, and no count of grades is known.
  const counts = printed.includes(null)
    ? []
    : [...new Set([...grades, ...printed])].map(
        (grade) => [`grade-count-${grade}`, printed.filter((one) => one === grade).length] as const,
      );
  return new Map([
    ...[["projects-evaluated", evaluations.length] as const, ...counts].map(
      ([field, count]) => [keyOf(field), BigInt(count) * MILLIONTHS] as const,
    ),
    ...(amount === null ? [] : [[keyOf("projects-amount"), amount] as const]),
    ...(average === null ? [] : [[keyOf("average-score"), average] as const]),
  ]);
}

const keyOf = (field: string): string => addressKey({ concept: "narrative", field });

/** What all projects spent; null when one of them does not say. */
function totalOf(evaluations: readonly ProjectEvaluation[]): bigint | null {
  let total = 0n;
  for (const { funding } of evaluations) {
    const executed = funding.find(({ source }) => source === "total")?.fields.executed;
    if (executed?.kind !== "figure") return null;
    total += executed.millionths;
  }
  return total;
}

/** 平均得分 of all projects; null when one of them prints no total. */
function averageOf(evaluations: readonly ProjectEvaluation[]): bigint | null {
  let total = 0n;
  for (const { totalScore } of evaluations) {
    if (totalScore?.kind !== "figure") return null;
    total += totalScore.millionths;
  }
  return total / BigInt(evaluations.length);
}
