// What the rules on 存在问题 and 改进措施 say of a verdict, for projects and departments alike.

import type { Place } from "../../../document/document.ts";
import type { MeasuresVerdict } from "../../../rectification/judge-measures.ts";
import type { CheckOutcome, Operand } from "../../finding.ts";
import { finding, held, notChecked } from "../../finding.ts";

/** MeasuresSetting: whose sections they are, how they are called, and where they stand. */
export interface MeasuresSetting {
  readonly subject: string;
  readonly titles: readonly [problems: string, measures: string];
  readonly places: readonly [problems: Place, measures: Place];
}

const QUOTE_LIMIT = 30;

/** The verdict as an outcome: a warning where it is sure, else a hint. */
export function measuresOutcome(verdict: MeasuresVerdict, setting: MeasuresSetting): CheckOutcome {
  const { subject, titles, places } = setting;
  const [problems, measures] = titles;
  const say = (
    message: string,
    { advice, operands, isSure }: { advice: string; operands: readonly Operand[]; isSure: boolean },
  ): CheckOutcome =>
    finding({
      subject,
      message: `“${subject}”${message}`,
      advice,
      operands,
      ...(isSure ? {} : { severity: "hint" as const }),
    });
  const problemOperands = listed(problems, places[0]);
  const measureOperands = listed(measures, places[1]);
  switch (verdict.kind) {
    case "answered":
    case "none":
      return held(subject);
    case "not-judged":
      return notChecked(subject, verdict.reason);
    case "no-measures":
      return say(`写有${verdict.problems.length}条${problems}，没有${measures}。`, {
        advice: `请针对每条问题写明${measures}。`,
        operands: problemOperands(verdict.problems),
        isSure: true,
      });
    case "no-problems":
      return say(`没有${problems}，却写有${verdict.measures.length}条${measures}。`, {
        advice: `请补写这些措施所针对的问题；确无问题的，${measures}也写“无”。`,
        operands: measureOperands(verdict.measures),
        isSure: false,
      });
    case "repeated":
      return say(`的${measures}与${problems}文字相同，没有说明如何改进。`, {
        advice: `请写明针对问题的${measures}。`,
        operands: [],
        isSure: false,
      });
    case "unequal":
      return say(leftText(verdict, titles), {
        advice: `请使${problems}和${measures}一一对应。`,
        operands: [...problemOperands(verdict.problemsLeft), ...measureOperands(verdict.measuresLeft)],
        isSure: verdict.isSure,
      });
  }
}

const listed =
  (label: string, place: Place) =>
  (items: readonly string[]): readonly Operand[] =>
    items.map((value) => ({ label, value, place }));

function leftText(
  { problemsLeft, measuresLeft }: Extract<MeasuresVerdict, { readonly kind: "unequal" }>,
  [problems, measures]: MeasuresSetting["titles"],
): string {
  const parts = [
    ...(problemsLeft.length === 0 ? [] : [`${problems}${quoted(problemsLeft)}没有对应的${measures}`]),
    ...(measuresLeft.length === 0 ? [] : [`${measures}${quoted(measuresLeft)}没有对应的问题`]),
  ];
  return `的${parts.join("；")}。`;
}

const quoted = (items: readonly string[]): string => items.map((item) => `“${clipped(item)}”`).join("、");

function clipped(text: string): string {
  const characters = [...text];
  return characters.length <= QUOTE_LIMIT ? text : `${characters.slice(0, QUOTE_LIMIT).join("")}…`;
}
