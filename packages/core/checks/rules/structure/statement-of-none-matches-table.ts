import type { AccountsTable } from "../../../disclosure/disclosure.ts";
import { isNonZero } from "../../../figures/figure.ts";
import { DISCLOSURE_PROCEDURE } from "../../basis.ts";
import type { CheckOutcome } from "../../finding.ts";
import { finding, held, notApplicable } from "../../finding.ts";
import type { CheckContext } from "../../rule.ts";
import { operand } from "../project-evaluation/project-rule.ts";
import { sectionsNamed, textsBelow } from "./printed-texts.ts";
import { accountsRule } from "./structure-rule.ts";

const NOTHING =
  /^[^。]{0,12}(?:本年度|本部门|本单位|20\d{2}年度?)[^。,]{0,20}?(?:无|没有|未发生)[^。,]{0,30}(?:收支|支出|收入|拨款)/u;

const PARTS = [
  { concept: "government-fund", name: "政府性基金预算", heading: /政府性基金预算.*(?:决算|说明)/u },
  { concept: "state-capital", name: "国有资本经营预算", heading: /国有资本经营预算.*(?:决算|说明)/u },
] as const;

function judge(
  part: (typeof PARTS)[number],
  table: AccountsTable,
  { disclosure }: CheckContext,
): CheckOutcome {
  const texts = sectionsNamed(disclosure.outline, part.heading).flatMap(textsBelow);
  const nothing = texts.find(({ plain }) => NOTHING.test(plain));
  if (nothing === undefined) return notApplicable(part.name, "说明未写“无此项收支”");
  const figures = table.rows.flatMap((row) =>
    Object.values(row.cells).flatMap((cell) => (isNonZero(cell) ? [{ row, cell }] : [])),
  );
  const [first] = figures;
  if (first === undefined) return held(part.name);
  return finding({
    subject: part.name,
    message: `说明写“${nothing.quote(0, 24)}”，而${table.label ?? ""}${table.title}列有${first.row.name ?? ""}${first.cell.value}${table.moneyUnit}。`,
    advice: "请核对后更正说明或表格。",
    operands: [
      operand(`${table.title} ${first.row.name ?? ""}`, first.cell, first.cell.place),
      { label: "说明", value: nothing.quote(0, 24), place: nothing.at(0) },
    ],
    expected: "0",
    actual: first.cell.value,
  });
}

export const statementOfNoneMatchesTable = accountsRule(
  {
    id: "statement-of-none-matches-table",
    code: "N-27",
    title: "写明“无此项收支”的，对应决算表应无数据",
    kind: "logic",
    severity: "error",
    basis: `${DISCLOSURE_PROCEDURE}关于公开内容真实、准确的要求`,
    needs: "政府性基金、国有资本经营预算决算表和说明",
    example: {
      passes: "政府性基金表为空，说明写“本年度无此项收支”",
      fails: "政府性基金表支出120.00万元，说明写“本年度无此项收支”",
    },
  },
  (context) =>
    PARTS.map((part) => {
      const table = context.facts.table(part.concept);
      return table === undefined ? notApplicable(part.name, "无此表") : judge(part, table, context);
    }),
);
