import { editDistance } from "../../../accounts/classification/printed-name.ts";
import type { Disclosure } from "../../../disclosure/disclosure.ts";
import type { Place } from "../../../document/document.ts";
import { halfWidthText } from "../../../figures/normalize.ts";
import { DISCLOSURE_PROCEDURE } from "../../basis.ts";
import type { CheckOutcome } from "../../finding.ts";
import { finding, held, notApplicable, notChecked } from "../../finding.ts";
import type { CheckContext } from "../../rule.ts";
import { headingsOf, reportTexts } from "./printed-texts.ts";
import { accountsRule } from "./structure-rule.ts";

interface Found {
  readonly part: string;
  readonly positions: readonly number[];
}

/** A heading without its ordinal, year and brackets: "第二部分 2024年部门决算表" is 部门决算表. */
export function headingCore(heading: string): string {
  return halfWidthText(heading)
    .replace(/\s+/gu, "")
    .replace(/^第[一二三四五六七八九十\d]+(?:部分|章)[、.:]?/u, "")
    .replace(/^\(?[一二三四五六七八九十\d]+[)、.]/u, "")
    .replace(/(?:20)?\d{2}年度?/gu, "")
    .replace(/\([^)]*\)/gu, "");
}

const LONGEST_NAME = 40;

function names(heading: string, part: string): boolean {
  // The unit's name may stand before it, however long.
  if (heading.endsWith(part) && heading.length <= part.length + LONGEST_NAME) return true;
  if (heading === "" || heading.length > part.length + 14) return false;
  if (heading.includes(part) || (heading.length >= 4 && part.includes(heading))) return true;
  return part.length >= 4 && editDistance(heading, part) <= Math.floor(part.length / 4);
}

/** Tables are there, whether or not their part has a heading. */
function isPrinted(part: string, disclosure: Disclosure): boolean {
  return part.includes("决算表") && disclosure.tables.length > 1;
}

function missingParts(missing: readonly Found[], place: Place, isFallback: boolean): CheckOutcome {
  const list = missing.map(({ part }) => `“${part}”`).join("、");
  return finding({
    subject: "全文结构",
    message: `未见${list}部分的标题，章节不完整。`,
    advice: "请按规定的公开文本结构补齐章节；确有内容的，请加上标题。",
    operands: missing.map(({ part }) => ({ label: "缺少的部分", value: part, place })),
    ...(isFallback ? { severity: "warning", sourceDoubt: true } : {}),
  });
}

/** True when the parts can be read in their order, each after the one before. */
function inOrder(found: readonly Found[]): boolean {
  let last = -1;
  for (const { positions } of found) {
    const next = positions.find((position) => position > last);
    if (next === undefined) return false;
    last = next;
  }
  return true;
}

function check({ disclosure, edition }: CheckContext): readonly CheckOutcome[] {
  if (edition.report.length === 0) return [notApplicable(null, "本地区未规定章节")];
  const headings = headingsOf(disclosure.outline);
  const cores = headings.map(({ section }) => headingCore(section.heading));
  const parts = edition.report.map(({ name }): Found => {
    const part = headingCore(name);
    return { part, positions: cores.flatMap((core, position) => (names(core, part) ? [position] : [])) };
  });
  const found = parts.filter(({ positions }) => positions.length > 0);
  if (found.length * 2 < parts.length) return [notChecked(null, "正文标题未能识别，无法核对章节")];
  const words = reportTexts(disclosure).map(({ plain }) => plain);
  const absent = parts.filter(
    ({ part, positions }) => positions.length === 0 && !isPrinted(part, disclosure),
  );
  // Where the words stand in the text, the heading was printed and not told from what follows it.
  const unread = absent.filter(({ part }) => words.some((plain) => plain.includes(part)));
  const missing = absent.filter((one) => !unread.includes(one));
  const isFallback = edition.divisions.length === 0;
  const place = headings[0]?.section.place ?? {};
  const outcomes: CheckOutcome[] = unread.map(({ part }) =>
    notChecked(part, `见到“${part}”字样，但未识别为标题`),
  );
  if (missing.length > 0) outcomes.push(missingParts(missing, place, isFallback));
  // Only the edition of a place says in which order the place wants them.
  if (!isFallback && !inOrder(found)) {
    outcomes.push(
      finding({
        subject: "全文结构",
        message: `章节顺序与规定不符，应依次为${edition.report.map(({ name }) => name).join("、")}。`,
        advice: "请按规定顺序调整章节。",
        severity: "warning",
        operands: found.map(({ part, positions }) => ({
          label: "章节",
          value: part,
          place: headings[positions[0] ?? 0]?.section.place ?? place,
        })),
      }),
    );
  }
  return outcomes.length === 0 ? [held("全文结构")] : outcomes;
}

export const mainPartsStandInOrder = accountsRule(
  {
    id: "main-parts-stand-in-order",
    code: "S-02",
    title: "公开文本的各部分应齐全且顺序正确",
    kind: "logic",
    severity: "error",
    basis: `${DISCLOSURE_PROCEDURE}关于公开内容的规定`,
    needs: "正文各级标题（不以目录页为准）",
    example: {
      passes: "概况、部门决算表、情况说明、名词解释依次齐全",
      fails: "正文没有“名词解释”部分",
    },
  },
  check,
);
