import { DISCLOSURE_PROCEDURE } from "../../basis.ts";
import type { CheckOutcome } from "../../finding.ts";
import { finding, held, notApplicable } from "../../finding.ts";
import type { CheckContext } from "../../rule.ts";
import type { TextMatch } from "../structure/printed-texts.ts";
import { matchesIn, reportTexts } from "../structure/printed-texts.ts";
import { structureRule } from "../structure/structure-rule.ts";

const SUBJECT = "人员情况";
/** "在编在职人员16人，其中：行政人员13人，事业人员4人": the parts follow the whole in one stretch. */
const STAFF =
  /(?:在编在职|在职在编|在编|在职|实有|年末)(?:实有)?人员?(?:共|总数|共计|为)?(\d{1,5})人,?其中:?((?:(?!较|比|增|减|净)[^。;,、\d]{1,16}\d{1,5}[人名][,、;]?){1,8})/gu;
const CHANGE = /较上年(?:末|同期)?(净?增加|净?减少)(\d{1,4})人([^。]*)/u;
const IN_WORDS = /调入|招录|新增|录用|安置|转入|引进|新进|选调|增加/u;
const OUT_WORDS = /调出|退休|辞职|死亡|去世|转出|离职|开除|减少/u;
const MOVEMENT = /([^。;,、\d]{2,16}?)(\d{1,4})[人名]/gu;

function partsOutcome(match: TextMatch): CheckOutcome {
  const whole = Number(match.groups[0]);
  const parts = [...(match.groups[1] ?? "").matchAll(/([^。;,、\d]{1,16})(\d{1,5})[人名]/gu)];
  const sum = parts.reduce((total, part) => total + Number(part[2]), 0);
  // "其中" may name some kinds only; more than the whole it cannot name.
  if (sum === whole) return held(SUBJECT);
  const list = parts.map((part) => `${(part[1] ?? "").replace(/^[:：]/u, "")}${part[2] ?? ""}人`).join("、");
  return finding({
    subject: SUBJECT,
    message: `${match.text.where}：人员${whole}人，其中${list}，合计${sum}人，${sum > whole ? "超出" : "少于"}总数${Math.abs(sum - whole)}人。`,
    advice: "请核对人员总数与分类人数。",
    severity: sum > whole ? "error" : "hint",
    operands: [{ label: "原文", value: match.quote, place: match.place }],
    expected: String(sum),
    actual: String(whole),
    gap: String(whole - sum),
  });
}

function sign(value: number): string {
  return value < 0 ? `减少${-value}` : `增加${value}`;
}

function changeOutcome(match: TextMatch): readonly CheckOutcome[] {
  const after = match.text.plain.slice(match.index);
  const change = CHANGE.exec(after);
  if (change === null) return [];
  const movements = [...(change[3] ?? "").matchAll(MOVEMENT)].map((one) => ({
    words: one[1] ?? "",
    count: Number(one[2]),
  }));
  const known = movements.filter(({ words }) => IN_WORDS.test(words) !== OUT_WORDS.test(words));
  if (known.length === 0 || known.length < movements.length) return [];
  const net = known.reduce((sum, { words, count }) => sum + (IN_WORDS.test(words) ? count : -count), 0);
  const stated = Number(change[2]) * (/减少/u.test(change[1] ?? "") ? -1 : 1);
  if (net === stated) return [held(`${SUBJECT}增减`)];
  return [
    finding({
      subject: SUBJECT,
      message: `${match.text.where}：写明较上年${sign(stated)}人，按所列调入、调出和退休人数计算应为${sign(net)}人（${known
        .map(({ words, count }) => `${words.replace(/^.*?(?:为|:)/u, "")}${count}人`)
        .join("、")}）。`,
      advice: "请核对人员增减变动。",
      severity: "warning",
      operands: [{ label: "原文", value: change[0].slice(0, 60), place: match.place }],
      expected: String(net),
      actual: String(stated),
      gap: String(stated - net),
    }),
  ];
}

function check({ disclosure }: CheckContext): readonly CheckOutcome[] {
  const matches = matchesIn(reportTexts(disclosure), STAFF);
  if (matches.length === 0) return [notApplicable(SUBJECT, "未同时列明人员总数和分类人数")];
  return matches.flatMap((match) => [partsOutcome(match), ...changeOutcome(match)]);
}

export const staffNumbersAgree = {
  ...structureRule(
    {
      id: "staff-numbers-agree",
      code: "D-07",
      title: "人员总数应等于分类人数之和，增减应与调入调出相符",
      kind: "logic",
      severity: "error",
      basis: `${DISCLOSURE_PROCEDURE}关于公开内容真实、准确的要求`,
      needs: "人员情况说明",
      example: {
        passes: "在编在职17人，其中行政13人、事业4人",
        fails: "在编在职16人，其中行政13人、事业4人",
      },
    },
    check,
  ),
  group: "department-evaluation",
} as const;
