import { isExplainedIn, isUsedIn } from "../../../forms/term.ts";
import { DISCLOSURE_PROCEDURE } from "../../basis.ts";
import type { CheckOutcome } from "../../finding.ts";
import { finding, held, notApplicable } from "../../finding.ts";
import type { CheckContext } from "../../rule.ts";
import { reportTexts, sectionsNamed, textsBelow } from "./printed-texts.ts";
import { accountsRule } from "./structure-rule.ts";

function check({ disclosure, edition }: CheckContext): readonly CheckOutcome[] {
  const glossary = sectionsNamed(disclosure.outline, /名词解释/u);
  if (glossary.length === 0) return [notApplicable("名词解释", "无名词解释部分")];
  const inGlossary = glossary.flatMap(textsBelow);
  const explanations = [...inGlossary.map(({ plain }) => plain), ...glossary.flatMap(childHeadings)].join(
    "\n",
  );
  if (explanations.length < 20) return [notApplicable("名词解释", "名词解释部分未识别到文字")];
  const explained = new Set(inGlossary.map(({ plain }) => plain));
  const prose = reportTexts(disclosure)
    .filter(({ plain }) => !explained.has(plain))
    .map(({ plain }) => plain)
    .join("\n");
  const missing = edition.glossary.terms.filter(
    (term) => isUsedIn(prose, term) && !isExplainedIn(explanations, term),
  );
  if (missing.length === 0) return [held("名词解释")];
  return [
    finding({
      subject: "名词解释",
      message: `正文使用了${missing.map(({ name }) => name).join("、")}，名词解释部分未作解释。`,
      advice: "请在名词解释部分补充。",
      operands: missing.map(({ name }) => ({
        label: "未解释的名词",
        value: name,
        place: glossary[0]?.place ?? {},
      })),
    }),
  ];
}

function childHeadings(section: {
  readonly children: readonly { readonly heading: string }[];
}): readonly string[] {
  return section.children.map(({ heading }) => heading);
}

export const termsUsedAreExplained = accountsRule(
  {
    id: "terms-used-are-explained",
    code: "S-10",
    title: "正文使用的专业名词应在名词解释中说明",
    kind: "explain",
    severity: "warning",
    basis: `${DISCLOSURE_PROCEDURE}：对专业性较强的名词进行解释`,
    needs: "情况说明、名词解释",
    example: { passes: "使用“机关运行经费”并在名词解释中说明", fails: "使用“机关运行经费”而名词解释未提及" },
  },
  check,
);
