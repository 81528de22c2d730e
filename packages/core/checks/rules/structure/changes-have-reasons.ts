import { isNonZero } from "../../../figures/figure.ts";
import { DISCLOSURE_PROCEDURE } from "../../basis.ts";
import type { CheckOutcome } from "../../finding.ts";
import { finding, held, notApplicable, notChecked } from "../../finding.ts";
import type { CheckContext } from "../../rule.ts";
import type { TextMatch } from "./printed-texts.ts";
import { matchesIn, reportTexts, sentenceAround } from "./printed-texts.ts";
import { accountsRule } from "./structure-rule.ts";

/** A change stated against the former year or the initial budget, with its amount. */
const CHANGE =
  /(?:与上年相比|比上年|较上年|同比|比20\d{2}年|较20\d{2}年|比年初预算|较年初预算)[^。;]{0,30}?(?:增加|减少)(\d[\d,]*(?:\.\d+)?)万元/gu;
/** Final and initial budget differ, and the sentence ends there. */
const DIFFERENCE_WITHOUT_REASON =
  /决算数(?:大于|小于)(?:年初)?预算数(?:的?(?:主要)?原因(?:是|为)?:?)?(?=[。;,]|$)/gu;
const REASON = /原因|由于|因为|主要是|系因|主要系|所致|导致/u;
const EMPTY_REASON = /(?:主要)?原因(?:是|为|在于)?:?(?:无|略|同上|\/)?(?=[。;]|$)/u;

function isChange(match: TextMatch): boolean {
  return !/^0+(?:\.0+)?$/u.test((match.groups[0] ?? "").replaceAll(",", ""));
}

/** A reason may follow the whole list of changes, in this paragraph or the next one. */
function outcomesIn(context: CheckContext): readonly CheckOutcome[] {
  const texts = reportTexts(context.disclosure);
  return texts.flatMap((text, index) => {
    const changes = matchesIn([text], CHANGE).filter(isChange);
    const [first] = changes;
    if (first === undefined) return [];
    const following = texts[index + 1]?.where === text.where ? (texts[index + 1]?.plain ?? "") : "";
    const after = text.plain.slice(first.index) + following;
    const isEmpty = EMPTY_REASON.test(text.plain.slice(first.index));
    if (REASON.test(after) && !isEmpty) return [held(text.where)];
    return [
      finding({
        subject: text.where,
        message: `${text.where}：“${sentenceAround(first)}”${isEmpty ? "“原因”后没有内容" : "未说明变动的主要原因"}。`,
        advice: "请补充增减变动的主要原因。",
        operands: changes.map(({ quote, place }) => ({ label: "变动", value: quote, place })),
      }),
    ];
  });
}

/** An item whose difference from its budget has no reason after it. */
function differencesIn(context: CheckContext): readonly CheckOutcome[] {
  const bare = matchesIn(reportTexts(context.disclosure), DIFFERENCE_WITHOUT_REASON).filter(
    ({ text, index, quote }) => !REASON.test(text.plain.slice(index + quote.length).split("。")[0] ?? ""),
  );
  const [first] = bare;
  if (first === undefined) return [];
  return [
    finding({
      subject: first.text.where,
      message: `${first.text.where}：“${sentenceAround(first)}”未说明决算数与预算数差异的主要原因，共${bare.length}处。`,
      advice: "请补充决算数与预算数差异的主要原因。",
      operands: bare.slice(0, 10).map(({ quote, place }) => ({ label: "差异", value: quote, place })),
    }),
  ];
}

function check(context: CheckContext): readonly CheckOutcome[] {
  const outcomes = [...outcomesIn(context), ...differencesIn(context)];
  if (outcomes.length > 0) return outcomes;
  const isStated = context.disclosure.narrative.some((sentence) =>
    sentence.figures.some(
      ({ derived, figure }) => derived === "change" && figure.kind === "figure" && isNonZero(figure),
    ),
  );
  if (isStated) return [held("情况说明")];
  if (reportTexts(context.disclosure).length === 0) return [notChecked(null, "未识别到情况说明")];
  return [notApplicable("情况说明", "未列示增减变动")];
}

export const changesHaveReasons = accountsRule(
  {
    id: "changes-have-reasons",
    code: "N-30",
    title: "增减变动应说明主要原因",
    kind: "explain",
    severity: "warning",
    basis: `${DISCLOSURE_PROCEDURE}：对增减变化情况作出说明`,
    needs: "情况说明",
    example: {
      passes: "与上年相比增加590.70万元，增长91.53%，主要原因是实施项目增加",
      fails: "与上年相比增加590.70万元，增长91.53%。",
    },
  },
  check,
);
