import { DISCLOSURE_PROCEDURE } from "../../basis.ts";
import type { CheckOutcome } from "../../finding.ts";
import { finding, held, notChecked } from "../../finding.ts";
import type { CheckContext } from "../../rule.ts";
import type { PrintedText } from "./printed-texts.ts";
import { reportTexts } from "./printed-texts.ts";
import { accountsRule } from "./structure-rule.ts";

/** Words that say there is no such expenditure at all; "未发生大额维修" says something else. */
const NOTHING =
  /(?:主要用于|主要原因是?|主要是|原因是?|用于)?[:,]?(?:本|我)?(?:单位|部门|年度|年)?(?:无此项(?:支出|收支|经费|费用|业务)|未发生此项(?:支出|费用)|没有此项(?:支出|费用)|未发生(?:该|相关)项?(?:支出|费用))/u;
const AMOUNT = /(?<!\d)(\d[\d,]*(?:\.\d+)?)万元/gu;
/** Before an amount that is not this year's final figure. */
const NOT_FINAL = /(?:预算|上年|增加|减少|上升|下降|较|比|20\d{2}年)[^,]{0,6}$/u;
const SUBJECT =
  /(?:^|[,.、。;:\d]|其中:?)([\p{Script=Han}()]{2,24}?)(?:财政拨款)?(?:支出)?(?:决算)?\d[\d,]*(?:\.\d+)?万元/u;

interface Clause {
  readonly from: number;
  readonly plain: string;
}

function clausesOf(plain: string): readonly Clause[] {
  return [...plain.matchAll(/[^。;]+/gu)].map((match) => ({ from: match.index, plain: match[0] }));
}

/** The final amounts that the clause states before it says that there is none. */
function finalAmounts(clause: string, until: number): readonly string[] {
  return [...clause.slice(0, until).matchAll(AMOUNT)]
    .filter((match) => !NOT_FINAL.test(clause.slice(Math.max(0, match.index - 14), match.index)))
    .map((match) => match[1] ?? "");
}

function judgeClause(text: PrintedText, clause: Clause): CheckOutcome | undefined {
  const nothing = NOTHING.exec(clause.plain);
  if (nothing === null) return undefined;
  const amounts = finalAmounts(clause.plain, nothing.index);
  const [amount] = amounts;
  if (amount === undefined) return undefined;
  // Every final amount must stand against the words: where one is zero, they may speak of that one.
  const isContrary = amounts.every((one) => Number(one.replaceAll(",", "")) > 0);
  const subject = SUBJECT.exec(clause.plain)?.[1] ?? text.where;
  if (!isContrary) return held(subject);
  const words = text.quote(clause.from + nothing.index, clause.from + nothing.index + nothing[0].length);
  return finding({
    subject,
    message: `${text.where}：${subject}${amount}万元，却写“${words}”，前后矛盾。`,
    advice: "请按实际用途和变动原因更正。",
    operands: [
      { label: subject, value: amount, place: text.at(clause.from) },
      { label: "文字", value: words, place: text.at(clause.from + nothing.index) },
    ],
    expected: "0",
    actual: amount,
  });
}

function check({ disclosure }: CheckContext): readonly CheckOutcome[] {
  const texts = reportTexts(disclosure);
  if (texts.length === 0) return [notChecked(null, "未识别到情况说明")];
  const outcomes = texts.flatMap((text) =>
    clausesOf(text.plain).flatMap((clause) => judgeClause(text, clause) ?? []),
  );
  return outcomes.length === 0 ? [held("情况说明")] : outcomes;
}

export const reasonsAgreeWithAmounts = accountsRule(
  {
    id: "reasons-agree-with-amounts",
    code: "N-31",
    title: "有支出的事项不应写“无此项支出”",
    kind: "logic",
    severity: "error",
    basis: `${DISCLOSURE_PROCEDURE}关于公开内容真实、准确的要求`,
    needs: "情况说明",
    example: {
      passes: "公务接待费支出0万元，主要原因是：单位无此项支出",
      fails: "公务用车运行维护费支出5.00万元，主要用于：单位无此项支出",
    },
  },
  check,
);
