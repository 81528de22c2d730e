// The self-evaluations of a published report as the pages of projects show them, with what follows from the results.

import type { Disclosure } from "@jueming/core/disclosure/disclosure.ts";
import { plain } from "@jueming/core/evaluation/scoring/printed-scores.ts";
import type { EvaluationScore } from "@jueming/core/evaluation/scoring/score-evaluation.ts";
import { scoreEvaluation } from "@jueming/core/evaluation/scoring/score-evaluation.ts";
import type { EvaluationText } from "@jueming/core/evaluation/project-evaluation.ts";
import { editionOf } from "@jueming/core/regions/index.ts";

import type { PublicIndicator, PublicProject } from "../../contract/public-report.ts";
import { numberOf, yuanOf } from "./fact-amounts.ts";

/** ProjectLine: a project in lists, and all that its page shows. */
export interface ProjectLine {
  readonly name: string;
  readonly adjusted: string | null;
  readonly executed: string | null;
  readonly rate: string | null;
  readonly score: string | null;
  readonly computedScore: string | null;
  readonly grade: string | null;
  readonly content: PublicProject;
}

/** The projects in the order of the document. */
export function publicProjects(disclosure: Disclosure): readonly ProjectLine[] {
  const { scoring } = editionOf(disclosure);
  return disclosure.evaluations.map((one) => projectLine(scoreEvaluation(one, scoring)));
}

function projectLine(scored: EvaluationScore): ProjectLine {
  const { evaluation: one, computedTotal, grade } = scored;
  const total = one.funding.find(({ source }) => source === "total") ?? one.funding[0];
  const [adjusted, executed] = [yuanOf(total?.fields.adjusted), yuanOf(total?.fields.executed)];
  return {
    name: one.name,
    adjusted,
    executed,
    rate: numberOf(total?.fields.rate) ?? percentOf(executed, adjusted),
    score: numberOf(one.totalScore),
    computedScore: computedTotal === null ? null : plain(computedTotal),
    grade: grade.printed ?? grade.computed,
    content: contentOf(scored),
  };
}

function contentOf({
  evaluation: one,
  execution,
  indicators,
  computedTotal,
  grade,
}: EvaluationScore): PublicProject {
  return {
    code: one.code,
    funding: one.funding.map(({ name, fields, reason }) => ({
      name,
      initial: yuanOf(fields.initial ?? fields.compiled ?? fields.declared),
      adjusted: yuanOf(fields.adjusted),
      executed: yuanOf(fields.executed),
      rate: numberOf(fields.rate),
      reason: reason?.text ?? null,
    })),
    execution:
      execution === null
        ? null
        : {
            score: numberOf(one.funding.find(({ source }) => source === "total")?.fields.score),
            computed: execution.computed === null ? null : plain(execution.computed),
            derivation: execution.derivation,
          },
    goal: one.goal?.text ?? null,
    achievement: one.achievement?.text ?? null,
    indicators: indicators.map(indicatorOf),
    total: numberOf(one.totalScore),
    computedTotal: computedTotal === null ? null : plain(computedTotal),
    grade: { printed: grade.printed, computed: grade.computed },
    texts: TEXTS.flatMap(([id, heading]) => {
      const text = one.text[id]?.text.trim() ?? "";
      return text === "" ? [] : [{ heading, paragraphs: text.split(/\n+/u) }];
    }),
  };
}

function indicatorOf({
  indicator: one,
  computed,
  verdict,
  derivation,
}: EvaluationScore["indicators"][number]): PublicIndicator {
  return {
    level1: one.level1,
    level2: one.level2,
    name: one.name,
    target: one.target?.raw ?? null,
    actual: one.actual?.raw ?? null,
    points: numberOf(one.points),
    score: numberOf(one.score),
    computed: computed === null ? null : plain(computed),
    verdict,
    derivation,
    reason: one.reason?.text ?? null,
  };
}

const TEXTS: readonly (readonly [EvaluationText, string])[] = [
  ["overview", "项目概况"],
  ["basis", "立项依据"],
  ["implementation", "项目实施情况"],
  ["goalCompletion", "目标完成情况"],
  ["output", "产出情况"],
  ["benefit", "效益情况"],
  ["satisfaction", "满意度情况"],
  ["conclusion", "评价结论"],
  ["experience", "主要经验"],
  ["problems", "存在问题"],
  ["measures", "改进措施"],
];

/** Percent to two decimals, half up; null where there is nothing to divide by. */
export function percentOf(part: string | null, whole: string | null): string | null {
  if (part === null || whole === null) return null;
  const [own, all] = [fenOf(part), fenOf(whole)];
  if (all <= 0n || own < 0n) return null;
  const hundredths = (own * 20_000n + all) / (all * 2n);
  return `${hundredths / 100n}.${String(hundredths % 100n).padStart(2, "0")}`;
}

/** 元 with two decimals as whole 分. */
export const fenOf = (yuan: string): bigint => BigInt(yuan.replace(".", ""));

/** Whole 分 as 元 with two decimals. */
export function yuanOfFen(fen: bigint): string {
  const digits = String(fen < 0n ? -fen : fen).padStart(3, "0");
  return `${fen < 0n ? "-" : ""}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}
