// Rules that look for words in the prose: one finding per document, with all its places.

import type { Severity } from "../../finding.ts";
import { finding, held, notChecked } from "../../finding.ts";
import type { CheckContext, CheckRule, RuleDescription } from "../../rule.ts";
import type { PrintedText, TextMatch } from "./printed-texts.ts";
import { matchesIn, sentenceAround } from "./printed-texts.ts";
import { matchOperands, quotations, structureRule } from "./structure-rule.ts";

/** WordingSearch: what to look for and what to say of it. */
export interface WordingSearch {
  readonly texts: (context: CheckContext) => readonly PrintedText[];
  /** Patterns with the flag g, over half-width text without white space. */
  readonly patterns: readonly RegExp[];
  /** Drops a match that is in order after all. */
  readonly accept?: (match: TextMatch) => boolean;
  /** "留有未填写的占位内容" — what the message says of the words found. */
  readonly says: string;
  readonly advice: string;
  readonly severityOf?: (matches: readonly TextMatch[]) => Severity;
  readonly sourceDoubt?: boolean;
}

/** Running text has its marks; a table that was read as one long line has none. */
function isRunningText({ plain }: PrintedText): boolean {
  const marks = plain.match(/[。,;、:!?]/gu)?.length ?? 0;
  return plain.length <= LONGEST_WITHOUT_MARKS || marks * LONGEST_WITHOUT_MARKS >= plain.length;
}

const LONGEST_WITHOUT_MARKS = 60;

/** A rule that finds words by patterns. */
export function wordingRule(
  description: Omit<RuleDescription, "group" | "needs">,
  search: WordingSearch,
): CheckRule {
  return structureRule({ ...description, needs: "正文文字" }, (context) => {
    const printed = search.texts(context);
    const texts = printed.filter(isRunningText);
    if (printed.length === 0) return [notChecked(null, "未识别到正文文字")];
    const matches = search.patterns
      .flatMap((pattern) => matchesIn(texts, pattern))
      .filter((match) => search.accept?.(match) ?? true);
    const [first] = matches;
    if (first === undefined) return [held("正文文字")];
    const where = [...new Set(matches.map(({ text }) => text.where))].slice(0, 3).join("、");
    return [
      finding({
        subject: first.text.where,
        message: `${where}：${search.says}${quotations(matches)}，共${matches.length}处，如“${sentenceAround(first)}”。`,
        advice: search.advice,
        operands: matchOperands("原文", matches),
        ...(search.severityOf === undefined ? {} : { severity: search.severityOf(matches) }),
        ...(search.sourceDoubt === undefined ? {} : { sourceDoubt: search.sourceDoubt }),
      }),
    ];
  });
}
