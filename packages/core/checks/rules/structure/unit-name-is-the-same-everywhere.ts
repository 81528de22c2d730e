import { DISCLOSURE_PROCEDURE } from "../../basis.ts";
import type { CheckOutcome } from "../../finding.ts";
import { finding, held, notChecked } from "../../finding.ts";
import type { CheckContext } from "../../rule.ts";
import { structureRule } from "./structure-rule.ts";
import type { PrintedName } from "./unit-names.ts";
import {
  acceptedNames,
  isOtherOffice,
  judgeName,
  officeName,
  proseNames,
  reportNames,
} from "./unit-names.ts";

/** Only a whole office name may be said to be another office's. */
const WHOLE_NAME = /(?:局|办公室|委员会|中心|院|所|站|校|厅|部|会|队|政府|室|馆|团|社|处|委|办|学|园)$/u;

function differing(names: readonly PrintedName[], accepted: readonly string[]): readonly PrintedName[] {
  return names.filter(({ text }) => {
    const name = officeName(text);
    return name.length >= 4 && WHOLE_NAME.test(name) && judgeName(text, accepted) === "different";
  });
}

function otherOffices(names: readonly PrintedName[], accepted: readonly string[]): readonly PrintedName[] {
  return names.filter(({ text }) => {
    const name = officeName(text);
    return WHOLE_NAME.test(name) && !/^(?:本|我|各)/u.test(name) && isOtherOffice(text, accepted);
  });
}

function check({ disclosure }: CheckContext): readonly CheckOutcome[] {
  const accepted = acceptedNames(disclosure);
  const heads = reportNames(disclosure);
  const inProse = proseNames(disclosure);
  const names = [...heads, ...inProse];
  if (accepted.length === 0 || names.length === 0) return [notChecked("单位名称", "未识别到单位名称")];
  const others = [...differing(heads, accepted), ...otherOffices(inProse, accepted)];
  if (others.length === 0) return [held("单位名称")];
  const different = [...new Set(others.map(({ text }) => officeName(text)))];
  const expected = officeName(accepted[0] ?? "");
  return [
    finding({
      subject: "单位名称",
      message: `单位名称不一致：全文为“${expected}”，${others[0]?.where ?? ""}等${others.length}处为${different
        .slice(0, 3)
        .map((name) => `“${name}”`)
        .join("、")}。`,
      advice: "请核对单位名称，全文统一使用规范全称；如属其他单位内容，请更正。",
      operands: others.slice(0, 10).map(({ text, place, where }) => ({ label: where, value: text, place })),
      expected,
      actual: different[0] ?? null,
      // Most names then differ from the one taken for the unit's: it may be the wrong one.
      ...(others.length * 2 > names.length ? { severity: "warning", sourceDoubt: true } : {}),
    }),
  ];
}

export const unitNameIsTheSameEverywhere = structureRule(
  {
    id: "unit-name-is-the-same-everywhere",
    code: "S-06",
    title: "单位名称应全文一致",
    kind: "logic",
    severity: "error",
    basis: `${DISCLOSURE_PROCEDURE}关于公开内容真实、准确的要求`,
    needs: "封面和各表的单位名称",
    example: { passes: "封面和十张表均为“某县财政局”", fails: "封面为“某县财政局”，公开05表为“某县审计局”" },
  },
  check,
);
