import { EVALUATION_PROCEDURE } from "../../basis.ts";
import type { CheckOutcome } from "../../finding.ts";
import { finding, held, notApplicable } from "../../finding.ts";
import type { CheckContext } from "../../rule.ts";
import { structureRule } from "./structure-rule.ts";
import type { NameVerdict, PrintedName } from "./unit-names.ts";
import { compareOfficeNames, formNames, officeName } from "./unit-names.ts";

const SUBJECT = "自评表单位名称";
/** Cut or blotted names are matters of reading. */
const WHOLE_NAME =
  /^[\p{Script=Han}()·]{4,}(?:局|办公室|委员会|中心|院|所|站|校|厅|部|会|队|政府|馆|处|委|办)$/u;

/** What the most different two of the names have to do with each other. */
function widest(names: readonly string[]): NameVerdict {
  const verdicts = names.flatMap((one, index) =>
    names.slice(index + 1).map((other) => compareOfficeNames(one, other)),
  );
  const order: readonly NameVerdict[] = ["other-place", "clipped", "same"];
  return order.find((verdict) => verdicts.includes(verdict)) ?? "garbled";
}

function outcomeOf(names: readonly string[], printed: readonly PrintedName[]): CheckOutcome {
  const verdict = widest(names);
  // A garbled letter is the scan's; another office is a question for the rule on units.
  if (verdict === "garbled") return held(SUBJECT);
  return finding({
    subject: SUBJECT,
    message: `同一单位在${printed.length}张自评表中有${names.length}种写法：${names.map((name) => `“${name}”`).join("、")}。`,
    advice: "请统一使用规范全称。",
    severity: verdict === "other-place" ? "warning" : "hint",
    sourceDoubt: true,
    operands: printed.map(({ text, place, where }) => ({ label: where, value: text, place })),
  });
}

function check({ disclosure }: CheckContext): readonly CheckOutcome[] {
  const printed = formNames(disclosure).filter(({ text }) => WHOLE_NAME.test(officeName(text)));
  if (printed.length < 2) return [notApplicable(SUBJECT, "自评表少于两张或未列单位名称")];
  const names = [...new Set(printed.map(({ text }) => officeName(text)))];
  return [names.length === 1 ? held(SUBJECT) : outcomeOf(names, printed)];
}

export const formsNameTheUnitAlike = structureRule(
  {
    id: "forms-name-the-unit-alike",
    code: "S-25",
    title: "同一单位在各自评表中的名称应一致",
    kind: "explain",
    severity: "hint",
    basis: `${EVALUATION_PROCEDURE}：谁支出、谁自评`,
    needs: "两张以上自评表的实施单位",
    example: {
      passes: "各表均写“乙市丙区委办公室”",
      fails: "一表写“乙市丙区委办公室”，另一表写“丁市丙区委办公室”",
    },
  },
  check,
);
