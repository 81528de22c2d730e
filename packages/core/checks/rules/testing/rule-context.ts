// Contexts for tests of rules: an edition of common scoring, and short answers to compare with.

import type { Disclosure } from "../../../disclosure/disclosure.ts";
import { nationalGlossary } from "../../../regions/national/glossary.ts";
import { nationalMonitoring } from "../../../regions/national/monitoring.ts";
import type { Edition } from "../../../regions/edition.ts";
import { contextOf } from "../../run-checks.ts";
import type { CheckOutcome, FindingDraft } from "../../finding.ts";
import type { CheckContext, CheckRule, UnitRule } from "../../rule.ts";
import type { DisclosureSketch } from "./disclosure-builder.ts";
import { disclosureOf } from "./disclosure-builder.ts";
import { part } from "../../../forms/report-outline.ts";
import { t } from "../../../sentences/template.ts";

const GRADES: Edition["scoring"]["grades"] = [
  { grade: "优", from: "90" },
  { grade: "良", from: "80" },
  { grade: "中", from: "60" },
  { grade: "差", from: "0" },
];

/** An edition with ordinary scoring; a test names what it needs to differ. */
export function editionOf(difference: Partial<Edition> = {}): Edition {
  return {
    id: "test/2024",
    name: "测试",
    divisions: [],
    fromYear: 2020,
    basis: [],
    verified: true,
    note: null,
    tables: [],
    evaluations: [],
    sentences: [],
    departmentReport: null,
    monitoring: nationalMonitoring,
    scoring: {
      id: "test/2024",
      name: "测试",
      inForce: true,
      executionBase: "adjusted",
      withoutBudget: "zero",
      aboveBudget: "full",
      executionPoints: "10",
      indicatorPoints: "90",
      levelPoints: [{ 产出指标: "50", 效益指标: "30", 满意度指标: "10" }],
      scoreDecimals: 2,
      rounding: "half-up",
      formulas: {
        atLeast: "proportional",
        atMost: "two-minus-ratio",
        exactShort: "proportional",
        exactExceeded: "full",
      },
      overAchievement: "1.3",
      overAchievementConsequence: { kind: "note" },
      executionReasonBelow: "90",
      lossNeedsReason: true,
      manualReason: "loss",
      caps: [],
      grades: GRADES,
      departmentGrades: [
        { grade: "优秀", from: "90" },
        { grade: "良好", from: "80" },
        { grade: "合格", from: "60" },
        { grade: "不合格", from: "0" },
      ],
      tiers: [],
      basis: "测试",
      sources: [],
    },
    report: ["概况", "部门决算表", "情况说明", "名词解释"].map((name) => part(name, t`${name}`)),
    glossary: nationalGlossary,
    tableMarks: ["label", "unit", "year", "moneyUnit"],
    ...difference,
  };
}

export interface ContextSketch {
  readonly edition?: Partial<Edition>;
  readonly prior?: DisclosureSketch;
  readonly budget?: DisclosureSketch;
}

function other(sketch: DisclosureSketch | undefined): Disclosure | null {
  return sketch === undefined ? null : disclosureOf(sketch);
}

/** A context around a sketched disclosure. */
export function contextFor(sketch: DisclosureSketch, around: ContextSketch = {}): CheckContext {
  return contextOf(disclosureOf(sketch), {
    edition: editionOf(around.edition),
    prior: other(around.prior),
    budget: other(around.budget),
  });
}

/** What a rule says of a sketched disclosure. */
export function outcomesOf(
  rule: CheckRule,
  sketch: DisclosureSketch,
  around: ContextSketch = {},
): readonly CheckOutcome[] {
  return rule.check(contextFor(sketch, around));
}

/** What a rule says of sketched disclosures together. */
export function outcomesTogether(
  rule: UnitRule,
  sketches: readonly DisclosureSketch[],
): readonly CheckOutcome[] {
  return rule.checkTogether(sketches.map((sketch) => contextFor(sketch)));
}

/** The findings among outcomes. */
export function findingsIn(outcomes: readonly CheckOutcome[]): readonly FindingDraft[] {
  return outcomes.flatMap((outcome) => (outcome.status === "finding" ? [outcome.finding] : []));
}

/** The statuses of outcomes, each once, in order of appearance. */
export function statusesOf(outcomes: readonly CheckOutcome[]): readonly string[] {
  return [...new Set(outcomes.map((outcome) => outcome.status))];
}
