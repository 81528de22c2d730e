import type { StatedText } from "../../../document/stated-text.ts";
import { findFigures } from "../../../figures/find-figures.ts";
import type { ProjectEvaluation } from "../../../evaluation/project-evaluation.ts";
import { finding, held, notChecked } from "../../finding.ts";
import { projectRule, statedOperand } from "./project-rule.ts";

/** Texts that say what was done; goals and plans may differ from them. */
const RESULT_TEXTS = ["goalCompletion", "implementation", "output", "benefit", "satisfaction"] as const;
/** Fewer characters than this do not tell what a figure counts. */
const SHORTEST_OBJECT = 3;
const LONGEST_OBJECT = 8;

interface CountedThing {
  readonly object: string;
  readonly unit: string;
  readonly value: string;
  readonly raw: string;
  readonly text: StatedText;
}

function countedThings(text: StatedText): readonly CountedThing[] {
  return findFigures(text.text).flatMap((figure) => {
    const after =
      text.text.slice(figure.offset + figure.length).split(/[，。；、,;：:（）()“”"\s\d]/u)[0] ?? "";
    const object = after.slice(0, LONGEST_OBJECT);
    if (figure.role !== "figure" || figure.value === null || figure.unit?.dimension !== "count") return [];
    if (object.length < SHORTEST_OBJECT) return [];
    return [{ object, unit: figure.unit.name, value: figure.value, raw: figure.raw, text }];
  });
}

function resultTexts(evaluation: ProjectEvaluation): readonly StatedText[] {
  const texts = [evaluation.achievement, ...RESULT_TEXTS.map((name) => evaluation.text[name])];
  return texts.filter((text) => text !== null);
}

/** The first two statements of one thing that differ. */
function contradiction(things: readonly CountedThing[]): readonly [CountedThing, CountedThing] | undefined {
  for (const [index, one] of things.entries()) {
    const other = things
      .slice(index + 1)
      .find(
        ({ object, unit, value }) =>
          unit === one.unit && value !== one.value && sharesObject(object, one.object),
      );
    if (other !== undefined) return [one, other];
  }
  return undefined;
}

/** "驻村干部" and "驻村干部的工作需求" count the same. */
const sharesObject = (a: string, b: string): boolean =>
  a.startsWith(b.slice(0, SHORTEST_OBJECT + 1)) || b.startsWith(a.slice(0, SHORTEST_OBJECT + 1));

export const resultFiguresAgree = projectRule(
  {
    id: "result-figures-agree",
    code: "P-67",
    title: "完成情况各段文字所写的同一数量应一致",
    kind: "logic",
    severity: "warning",
    basis: "《项目支出绩效评价管理办法》（财预〔2020〕10号）：自评结果应真实、准确",
    example: { passes: "两段均写“保障了4名驻村干部”", fails: "一段写“4名驻村干部”，另一段写“3名驻村干部”" },
  },
  ({ evaluation, name }) => {
    const texts = resultTexts(evaluation);
    if (texts.length < 2) return [notChecked(name, "未读到两段以上完成情况")];
    const pair = contradiction(texts.flatMap(countedThings));
    if (pair === undefined) return [held(name)];
    const [one, other] = pair;
    return [
      finding({
        subject: name,
        message: `项目“${name}”完成情况一处写${one.raw}${one.object}，另一处写${other.raw}${other.object}，前后不一致。`,
        advice: "请核对实际数量，使各段文字一致。",
        operands: [
          statedOperand(`${one.raw}${one.object}`, one.value, one.text.place),
          statedOperand(`${other.raw}${other.object}`, other.value, other.text.place),
        ],
        actual: one.value,
        expected: other.value,
      }),
    ];
  },
);
