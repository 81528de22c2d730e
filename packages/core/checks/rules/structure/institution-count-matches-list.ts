import { parseChineseNumber } from "../../../figures/chinese-number.ts";
import { DISCLOSURE_PROCEDURE } from "../../basis.ts";
import type { CheckOutcome } from "../../finding.ts";
import { finding, held, notApplicable } from "../../finding.ts";
import type { CheckContext } from "../../rule.ts";
import type { TextMatch } from "./printed-texts.ts";
import { headingsOf, matchesIn, reportTexts, textsBelow } from "./printed-texts.ts";
import { structureRule } from "./structure-rule.ts";

const COUNT = "(\\d{1,3}|[一二三四五六七八九十两]{1,4})";
const KIND =
  "(?:个)?(?:内设机构|内设科室|职能科室|科室|股室|处室|内设股室|职能处室|下属单位|所属单位|二级单位|预算单位)";
const ITEM = "[^、,。;:\\d]{2,24}";

/** "设综合科、秘书科、人事科3个内设机构". */
const LIST_BEFORE = new RegExp(
  `(?:设有|设立|设置|内设|设|包括|为|有):?((?:${ITEM}、)+${ITEM}?)(等)?(?:共)?${COUNT}${KIND}`,
  "gu",
);
/** "设3个内设机构：综合科、秘书科、人事科。" */
const LIST_AFTER = new RegExp(
  `(?<![第\\d])${COUNT}${KIND}[,,]?(?:分别是|分别为|包括|具体为|即|为|:)+((?:${ITEM}、)*${ITEM}(?:[和及]${ITEM})?)(等)?[。;]`,
  "gu",
);
/** "下属二级单位1个。其中行政单位0个，参公0个，其他事业单位1个" */
const UNIT_TOTAL =
  /(?:下属|所属|纳入)[^。;,\d]{0,24}单位(?:共)?(\d{1,3})[个家][。,;:]其中:?((?:[^。;,\d]{2,24}\d{1,3}[个家][,、;]?){2,})/gu;

/** "纳入决算编制范围的独立核算单位共7个，具体如下：", the units as numbered paragraphs. */
const LIST_BELOW =
  /(?:纳入|包括|下属|所属)[^。;]{0,40}?单位(?:共|共有|共计|有)?(\d{1,3})[个家],?(?:具体|分别|详细|名单)?(?:情况|包括|单位)?(?:如下|为|是|包括)?[::。]$/gu;
const NUMBERED = /^[(（]?(\d{1,3})[)）.、．]/u;

interface Count {
  readonly match: TextMatch;
  readonly stated: number;
  readonly listed: number;
  readonly isSubset: boolean;
}

function numberOf(text: string): number | undefined {
  return /^\d+$/u.test(text) ? Number(text) : parseChineseNumber(text);
}

function itemsIn(list: string): number {
  return list
    .split(/、/u)
    .flatMap((item) => (list.includes("、") ? [item] : item.split(/[和及]/u)))
    .filter((item) => item.trim() !== "").length;
}

/** "甲科、乙科和丙科": the last two stand joined by 和 unless the name itself has it. */
function listed(list: string, stated: number): number {
  const items = itemsIn(list);
  const last = list.split("、").at(-1) ?? "";
  return items + 1 === stated && /[和及]/u.test(last) ? stated : items;
}

function countsIn(context: CheckContext): readonly Count[] {
  const texts = reportTexts(context.disclosure);
  const lists = [
    ...matchesIn(texts, LIST_BEFORE).map((match) => ({
      match,
      list: match.groups[0],
      count: match.groups[2],
      etc: match.groups[1],
    })),
    ...matchesIn(texts, LIST_AFTER).map((match) => ({
      match,
      list: match.groups[1],
      count: match.groups[0],
      etc: match.groups[2],
    })),
  ].flatMap(({ match, list = "", count = "", etc = "" }) => {
    const stated = numberOf(count);
    return stated === undefined
      ? []
      : [{ match, stated, listed: listed(list, stated), isSubset: etc !== "" || list.endsWith("等") }];
  });
  const totals = matchesIn(texts, UNIT_TOTAL).map((match) => {
    const parts = [...(match.groups[1] ?? "").matchAll(/(\d{1,3})[个家]/gu)].map((part) => Number(part[1]));
    return {
      match,
      stated: Number(match.groups[0]),
      listed: parts.reduce((sum, part) => sum + part, 0),
      isSubset: false,
    };
  });
  return [...lists, ...totals, ...listsBelow(context)];
}

/** Counts whose list follows: as numbered paragraphs, or as the numbered headings below. */
function listsBelow({ disclosure }: CheckContext): readonly Count[] {
  return headingsOf(disclosure.outline).flatMap(({ section }) => {
    // Most sections list no units: their text is not prepared a second time.
    if (!section.paragraphs.some(({ text }) => /单位.{0,40}[:：。]\s*$/u.test(text))) return [];
    const texts = textsBelow({ ...section, children: [] });
    return texts.flatMap((text, index) => {
      const match = matchesIn([text], LIST_BELOW)[0];
      if (match === undefined) return [];
      const following = texts.slice(index + 1).map(({ plain }) => Number(NUMBERED.exec(plain)?.[1]));
      const items = following.findIndex((number, at) => number !== at + 1);
      const numbered = items < 0 ? following.length : items;
      const listed = numbered + (index === texts.length - 1 ? section.children.length : 0);
      // A list that was not read says nothing of the count.
      return listed < 2 ? [] : [{ match, stated: Number(match.groups[0]), listed, isSubset: false }];
    });
  });
}

function check(context: CheckContext): readonly CheckOutcome[] {
  const counts = countsIn(context);
  if (counts.length === 0) return [notApplicable("机构设置", "机构设置未同时写明数量和名单")];
  const wrong = counts.filter(({ stated, listed: items, isSubset }) =>
    isSubset ? items > stated : items !== stated,
  );
  if (wrong.length === 0) return [held("机构设置")];
  return wrong.map(({ match, stated, listed: items }) =>
    finding({
      subject: "机构设置",
      message: `${match.text.where}：写明${stated}个，所列合计${items}个，不一致。`,
      advice: "请核对机构数量与名单。",
      operands: [{ label: "原文", value: match.quote, place: match.place }],
      expected: String(items),
      actual: String(stated),
      gap: String(stated - items),
    }),
  );
}

export const institutionCountMatchesList = structureRule(
  {
    id: "institution-count-matches-list",
    code: "S-15",
    title: "机构数量应与所列名单一致",
    kind: "explain",
    severity: "warning",
    basis: `${DISCLOSURE_PROCEDURE}：公开部门职责、机构设置`,
    needs: "机构设置情况",
    example: { passes: "设综合科、秘书科、人事科3个内设机构", fails: "设综合科、秘书科、人事科4个内设机构" },
  },
  check,
);
