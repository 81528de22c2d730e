import { WAN_YUAN } from "../../../figures/unit.ts";
import { parseFigure } from "../../../figures/parse-figure.ts";
import { add, cellInterval, compareIntervals } from "../../../figures/interval.ts";
import { EVALUATION_PROCEDURE } from "../../basis.ts";
import type { CheckOutcome } from "../../finding.ts";
import { finding, held, notApplicable } from "../../finding.ts";
import { operand } from "../project-evaluation/project-rule.ts";
import type { CheckContext } from "../../rule.ts";
import type { TextMatch } from "./printed-texts.ts";
import { matchesIn, reportTexts } from "./printed-texts.ts";
import { accountsRule } from "./structure-rule.ts";

const SUBJECT = "预算绩效情况说明";
const GENERAL = "(?:一般公共预算(?:项目)?支出(\\d[\\d,]*(?:\\.\\d+)?)万元[^。]{0,160}?)?";
const SOCIAL_INSURANCE = new RegExp(
  `${GENERAL}社会保险基金预算(?:项目)?支出(\\d[\\d,]*(?:\\.\\d+)?)万元`,
  "gu",
);

function judge(match: TextMatch, { facts }: CheckContext): CheckOutcome {
  const [general = "", social = ""] = match.groups;
  const socialFigure = parseFigure(social, WAN_YUAN, match.place);
  if (socialFigure.kind === "figure" && socialFigure.millionths === 0n) return held(SUBJECT);
  const project = facts.inTable({ concept: "general-budget-expenditure", code: null, column: "project" });
  const generalFigure = parseFigure(general, WAN_YUAN, match.place);
  const [a, b] = [cellInterval(generalFigure), cellInterval(socialFigure)];
  const whole = project?.value.kind === "figure" ? cellInterval(project.value) : undefined;
  // The table proves it: the general public budget already holds what is called social insurance money.
  const isProved =
    general !== "" &&
    a !== undefined &&
    b !== undefined &&
    whole !== undefined &&
    compareIntervals(add(a, b), whole).verdict !== "impossible";
  const proof = isProved
    ? `；其与一般公共预算项目支出${general}万元之和等于一般公共预算财政拨款支出决算表项目支出${project?.value.raw ?? ""}万元，应属一般公共预算`
    : "，而部门决算不含社会保险基金预算";
  return finding({
    subject: SUBJECT,
    message: `说明列有社会保险基金预算项目支出${social}万元${proof}，疑似口径错误。`,
    advice: "请核实资金性质，社会保障和就业支出（208类）不等于社会保险基金预算。",
    severity: isProved ? "error" : "warning",
    operands: [
      { label: "社会保险基金预算项目支出", value: social, place: match.place },
      ...(general === "" ? [] : [{ label: "一般公共预算项目支出", value: general, place: match.place }]),
      ...(project === undefined ? [] : [operand("决算表项目支出", project.value, project.place)]),
    ],
    expected: "0",
    actual: social,
  });
}

export const fundKindsAreNamedRightly = accountsRule(
  {
    id: "fund-kinds-are-named-rightly",
    code: "N-37",
    title: "自评资金的预算类别应与决算口径一致",
    kind: "explain",
    severity: "warning",
    basis: `${EVALUATION_PROCEDURE}；《中华人民共和国预算法》第五条`,
    needs: "预算绩效情况说明、一般公共预算财政拨款支出决算表",
    example: {
      passes: "社会保险基金预算项目支出0万元",
      fails: "社会保险基金预算项目支出24.04万元，实为一般公共预算就业补助",
    },
  },
  (context) => {
    const matches = matchesIn(reportTexts(context.disclosure), SOCIAL_INSURANCE);
    return matches.length === 0
      ? [notApplicable(SUBJECT, "说明未列社会保险基金预算支出")]
      : matches.map((match) => judge(match, context));
  },
);
