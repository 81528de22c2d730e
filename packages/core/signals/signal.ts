// Signal (信号): a pattern over many self-evaluations that deserves a look. A signal accuses nobody: it says how
// it was counted, where it stays silent, what it could not judge, and shows the list behind it.

import type { Place } from "../document/document.ts";
import type { EvaluationExtract } from "./evaluation-extract.ts";

/** What evaluations are grouped by. */
export type GroupLevel = "unit" | "department" | "district";

/** MemberFigure: a figure or word beside a member, with its Chinese name. */
export interface MemberFigure {
  readonly name: string;
  readonly value: string;
}

/** Observation (观察): what one evaluation, or one of its indicators, says to a signal. */
export type Observation =
  | {
      readonly kind: "shows";
      /** The indicator, score or text that shows it; null for the evaluation as a whole. */
      readonly subject: string | null;
      readonly figures: readonly MemberFigure[];
      readonly place: Place;
    }
  | { readonly kind: "clear" }
  /** Counted apart: true but natural, such as a target of 100% met by 100%. */
  | { readonly kind: "apart"; readonly reason: string }
  /** Could not be judged. */
  | { readonly kind: "open"; readonly reason: string };

/** SignalMember (名单中的一项): one line of the list behind a signal. */
export interface SignalMember {
  readonly source: string;
  readonly unit: string;
  readonly project: string;
  readonly year: number | null;
  readonly subject: string | null;
  readonly figures: readonly MemberFigure[];
  readonly place: Place;
}

/** SignalGroup (信号组): where a signal shows, with the list behind it. */
export interface SignalGroup {
  readonly key: string;
  readonly name: string;
  readonly year: number | null;
  /** 0 … 100: the share of what shows it, discounted where there are few. */
  readonly strength: number;
  readonly shown: number;
  readonly judged: number;
  /** A passage that the members share, where texts are compared. */
  readonly passage: string | null;
  readonly members: readonly SignalMember[];
}

/** ReasonCount: how often something could not be judged, or was counted apart, and why. */
export interface ReasonCount {
  readonly reason: string;
  readonly count: number;
}

/** HistogramBin (分布图的一栏): a value or range, and the evaluations in it. */
export interface HistogramBin {
  readonly label: string;
  readonly members: readonly SignalMember[];
}

/** ScatterCell (散点图的一格): evaluations near one point; x and y in hundredths, at the cell's lower edge. */
export interface ScatterCell {
  readonly x: number;
  readonly y: number;
  readonly shows: boolean;
  readonly members: readonly SignalMember[];
}

/** SignalChart: what a chart shows, each mark with the list behind it. */
export type SignalChart =
  | {
      readonly kind: "histogram";
      readonly title: string;
      readonly axis: string;
      readonly bins: readonly HistogramBin[];
    }
  | {
      readonly kind: "scatter";
      readonly title: string;
      readonly xAxis: string;
      readonly yAxis: string;
      /** Width and height of a cell in hundredths. */
      readonly cellSize: number;
      readonly cells: readonly ScatterCell[];
    };

/** SignalDescription: what a signal says of itself. */
export interface SignalDescription {
  readonly id: string;
  readonly title: string;
  /** Why it matters. */
  readonly why: string;
  readonly basis: string;
  /** How it is counted. */
  readonly method: string;
  /** When it stays silent. */
  readonly silence: string;
  readonly counts: "evaluation" | "indicator" | "text";
}

/** Signal: what a signal found. */
export interface Signal extends SignalDescription {
  readonly groups: readonly SignalGroup[];
  readonly shown: number;
  readonly judged: number;
  readonly apart: readonly ReasonCount[];
  readonly notJudged: readonly ReasonCount[];
  /** Groups with too few cases to say anything. */
  readonly silentGroups: number;
  /** Figures over everything, such as a correlation. */
  readonly figures: readonly MemberFigure[];
  readonly charts: readonly SignalChart[];
}

/** SignalContext: what an observation may look at beyond the evaluation itself. */
export interface SignalContext {
  /** The same unit's evaluation of the same project in the year before. */
  readonly prior: (extract: EvaluationExtract) => EvaluationExtract | undefined;
}

/** ObservedCase: an observation and the evaluation that it is of. */
export interface ObservedCase {
  readonly extract: EvaluationExtract;
  readonly observation: Observation;
}

/** SignalDefinition (信号定义): a signal that is counted group by group. */
export interface SignalDefinition extends SignalDescription {
  /** Judged cases of a group from which the signal speaks. */
  readonly minimum: number;
  /** Share in percent of the judged cases that must show it; 0 where each case stands for itself. */
  readonly leastShare: number;
  readonly acrossYears?: boolean;
  readonly observe: (group: readonly EvaluationExtract[], context: SignalContext) => readonly ObservedCase[];
  readonly overall?: (extracts: readonly EvaluationExtract[]) => Pick<Signal, "figures" | "charts">;
}

/** A member of a list: an evaluation with what is to be seen in it. */
export function memberOf(
  extract: EvaluationExtract,
  seen: Pick<SignalMember, "subject" | "figures" | "place">,
): SignalMember {
  const { source, unit, project, year } = extract;
  return { source, unit: unit.name, project, year, ...seen };
}

/** Observes each evaluation of a group by itself. */
export function eachEvaluation(
  observe: (extract: EvaluationExtract, context: SignalContext) => Observation | readonly Observation[],
): SignalDefinition["observe"] {
  return (group, context) =>
    group.flatMap((extract) =>
      [observe(extract, context)].flat().map((observation) => ({ extract, observation })),
    );
}

export const CLEAR: Observation = { kind: "clear" };

export function open(reason: string): Observation {
  return { kind: "open", reason };
}

export function apart(reason: string): Observation {
  return { kind: "apart", reason };
}

/** An observation that shows the signal; figures as pairs of Chinese name and value. */
export function shows(
  place: Place,
  figures: Readonly<Record<string, string>>,
  subject: string | null = null,
): Observation {
  return { kind: "shows", subject, figures: namedFigures(figures), place };
}

/** Figures as a list with their Chinese names. */
export function namedFigures(figures: Readonly<Record<string, string>>): readonly MemberFigure[] {
  return Object.entries(figures).map(([name, value]) => ({ name, value }));
}
