import { SECRECY_LAW } from "../../basis.ts";
import type { CheckOutcome } from "../../finding.ts";
import { finding, held } from "../../finding.ts";
import type { CheckContext } from "../../rule.ts";
import type { TextMatch } from "./printed-texts.ts";
import { allTexts, matchesIn } from "./printed-texts.ts";
import { structureRule } from "./structure-rule.ts";

const IDENTITY_NUMBER =
  /(?<![\dA-Za-z])([1-9]\d{5}(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[\dXx])(?![\dA-Za-z])/gu;
const MOBILE_NUMBER = /(?:电话|手机|联系方式|联系人)[^。;]{0,12}?(?<!\d)(1[3-9]\d{9})(?![\d.])/gu;
const BANK_ACCOUNT = /(?:账号|帐号|卡号)[:是为]?(\d{15,19})(?!\d)/gu;
// A mark of secrecy stands alone or with its star and term; the words inside a document number are none.
const SECRECY_MARK = /(?:绝密|机密|秘密)★|^(?:绝密|机密|秘密)(?:★.{0,6})?$/gu;

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2] as const;
const CHECK_CHARACTERS = "10X98765432";

/** True when the last character of an identity number is the check character of the others (GB 11643). */
function isIdentityNumber(text: string): boolean {
  const sum = WEIGHTS.reduce((total, weight, index) => total + weight * Number(text.charAt(index)), 0);
  return CHECK_CHARACTERS.charAt(sum % 11) === text.charAt(17).toUpperCase();
}

function masked(text: string): string {
  return text.length < 8 ? text : `${text.slice(0, 3)}…${text.slice(-2)}`;
}

function outcomeOf(kind: string, matches: readonly TextMatch[]): readonly CheckOutcome[] {
  if (matches.length === 0) return [];
  return [
    finding({
      subject: kind,
      message: `公开文本中有${kind}${matches.length}处，见${[...new Set(matches.map(({ text }) => text.where))].slice(0, 3).join("、")}。`,
      advice: kind === "密级标志" ? "请进行保密审查，未经审查不得公开。" : "请删除或作去标识化处理后再公开。",
      // A number given as a contact may be a duty telephone.
      severity: kind === "个人手机号码" ? "warning" : "error",
      operands: matches.slice(0, 10).map(({ groups, quote, place }) => ({
        label: kind,
        value: masked(groups[0] === undefined || groups[0] === "" ? quote : groups[0]),
        place,
      })),
    }),
  ];
}

function check({ disclosure }: CheckContext): readonly CheckOutcome[] {
  const texts = allTexts(disclosure);
  const outcomes = [
    ...outcomeOf(
      "身份证号码",
      matchesIn(texts, IDENTITY_NUMBER).filter(({ groups }) => isIdentityNumber(groups[0] ?? "")),
    ),
    ...outcomeOf("个人手机号码", matchesIn(texts, MOBILE_NUMBER)),
    ...outcomeOf("银行账号", matchesIn(texts, BANK_ACCOUNT)),
    ...outcomeOf("密级标志", matchesIn(texts, SECRECY_MARK)),
  ];
  return outcomes.length === 0 ? [held("全文")] : outcomes;
}

export const noPersonalOrSecretContent = structureRule(
  {
    id: "no-personal-or-secret-content",
    code: "S-13",
    title: "公开文本不应含个人信息、账号和密级标志",
    kind: "logic",
    severity: "error",
    basis: `${SECRECY_LAW}；《中华人民共和国个人信息保护法》`,
    needs: "全文",
    example: { passes: "只写单位名称和办公电话", fails: "正文首行印有“机密★1年”" },
  },
  check,
);
