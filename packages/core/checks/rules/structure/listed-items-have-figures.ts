import { economicRows } from "../../../accounts/classification/economic-classification.ts";
import { comparableName } from "../../../accounts/classification/printed-name.ts";
import type { AccountsRow, AccountsTable } from "../../../disclosure/disclosure.ts";
import { DISCLOSURE_PROCEDURE } from "../../basis.ts";
import type { CheckOutcome } from "../../finding.ts";
import { finding, held, notApplicable, notChecked } from "../../finding.ts";
import type { CheckContext } from "../../rule.ts";
import type { TextMatch } from "./printed-texts.ts";
import { matchesIn, reportTexts } from "./printed-texts.ts";
import { accountsRule } from "./structure-rule.ts";

const CONCEPT = "general-budget-basic-detail";
const LIST =
  /(人员经费|公用经费)(?:支出)?(\d[\d,.]*)万元,?(?:占[^,。;]{0,12}?\d[\d.]*%,?)?(?:主要)?(?:用于|包括|支出)[:为]?([^。]{2,400}?)(?=。|公用经费\d|$)/gu;

/** 款 names that occur once in the classification: only these can be told without their code. */
const ITEM_NAMES: ReadonlyMap<string, string> = new Map(
  economicRows.filter(({ level }) => level === 2).map(({ name, code }) => [comparableName(name), code]),
);

function itemsOf(list: string): readonly string[] {
  const parts = list.split(/[、,;:]|以及|包括|等/u).map((item) => comparableName(item.replace(/\d.*$/u, "")));
  // 和 joins the last two items, but it also stands inside names.
  return parts
    .flatMap((part) => (ITEM_NAMES.has(part) ? [part] : part.split(/[和及]/u)))
    .filter((item) => ITEM_NAMES.has(item));
}

function rowOf(table: AccountsTable, item: string): AccountsRow | undefined {
  const code = ITEM_NAMES.get(item);
  return (
    table.rows.find((row) => row.code === code) ??
    table.rows.find((row) => comparableName(row.name ?? "") === item)
  );
}

/** The figure of an item: a row may be left out where there is none, unreadable is not none. */
function hasNoFigure(table: AccountsTable, item: string): boolean {
  const row = rowOf(table, item);
  if (row === undefined) return true;
  const cells = Object.values(row.cells);
  return cells.every(
    (cell) => cell === null || cell.kind === "blank" || (cell.kind === "figure" && cell.millionths === 0n),
  );
}

function judge(match: TextMatch, table: AccountsTable): CheckOutcome {
  const [kind = "", , list = ""] = match.groups;
  const items = [...new Set(itemsOf(list))];
  const without = items.filter((item) => hasNoFigure(table, item));
  if (without.length === 0) return held(kind);
  return finding({
    subject: kind,
    message: `说明中${kind}“主要包括”所列${without.map((item) => `“${item}”`).join("、")}，在${table.label ?? ""}${table.title}中没有金额。`,
    advice: "请核对基本支出明细表，删去未发生的项目或补列金额。",
    operands: without.map((item) => ({
      label: item,
      value: null,
      place: rowOf(table, item)?.place ?? match.place,
    })),
  });
}

function check({ disclosure, facts }: CheckContext): readonly CheckOutcome[] {
  const table = facts.table(CONCEPT);
  if (table === undefined || table.empty) return [notChecked("基本支出", "无基本支出决算明细表")];
  const matches = matchesIn(reportTexts(disclosure), LIST);
  if (matches.length === 0) return [notApplicable("基本支出", "说明未列示基本支出的主要内容")];
  return matches.map((match) => judge(match, table));
}

export const listedItemsHaveFigures = accountsRule(
  {
    id: "listed-items-have-figures",
    code: "N-16",
    title: "“主要包括”所列经济科目应在基本支出明细表中有金额",
    kind: "explain",
    severity: "warning",
    basis: `${DISCLOSURE_PROCEDURE}：一般公共预算基本支出公开到经济分类款级科目`,
    needs: "基本支出决算明细表、情况说明",
    example: {
      passes: "公用经费主要包括办公费、电费，两项在明细表中均有金额",
      fails: "公用经费主要包括印刷费，明细表中印刷费为空",
    },
  },
  check,
);
