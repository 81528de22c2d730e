// What the explanation says of the self-evaluation: how many projects, how much money, which grades.

import type { Disclosure } from "../../../disclosure/disclosure.ts";
import type { StatedFigure } from "../../../figures/figure.ts";
import { parseFigure } from "../../../figures/parse-figure.ts";
import { findUnit } from "../../../figures/unit.ts";
import type { TextMatch } from "../structure/printed-texts.ts";
import { matchesIn, reportTexts } from "../structure/printed-texts.ts";

/** "开展了绩效自评，涉及二级项目16个，资金1031.39万元"; a part on 部门评价 speaks of other projects. */
const SELF_EVALUATION =
  /绩效自评[^。;]{0,40}?(?:涉及)?(?:一级|二级|预算)?项目(?:共)?(?:支出)?(\d{1,4})个(?:[^。;\d]{0,24}?(?:资金|金额)(?:共计|合计|总额)?(\d[\d,]*(?:\.\d+)?)(万元|元|亿元))?/gu;
const GRADE_COUNT =
  /(\d{1,4})个项目(?:的)?(?:自评)?(?:结果)?(?:等级)?(?:评)?为[“"']?([\p{Script=Han}]{1,3}?)[”"'](?=[,、;。和及]|$)/gu;

export interface StatedEvaluation {
  readonly count: number;
  readonly amount: StatedFigure | undefined;
  readonly match: TextMatch;
}

/** The statement on self-evaluated projects, if the explanation makes one. */
export function statedEvaluation(disclosure: Disclosure): StatedEvaluation | undefined {
  const [match] = matchesIn(reportTexts(disclosure), SELF_EVALUATION);
  if (match === undefined) return undefined;
  const [count = "", amount = "", unit = ""] = match.groups;
  const figure = amount === "" ? undefined : parseFigure(amount, findUnit(unit) ?? null, match.place);
  return { count: Number(count), amount: figure?.kind === "figure" ? figure : undefined, match };
}

export interface StatedGrade {
  readonly grade: string;
  readonly count: number;
  readonly match: TextMatch;
}

/** The counts by grade that the explanation states. */
export function statedGrades(disclosure: Disclosure): readonly StatedGrade[] {
  return matchesIn(reportTexts(disclosure), GRADE_COUNT).map((match) => ({
    grade: match.groups[1] ?? "",
    count: Number(match.groups[0]),
    match,
  }));
}
