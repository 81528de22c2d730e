import type { AccountsTable } from "../../../disclosure/disclosure.ts";
import { DISCLOSURE_PROCEDURE } from "../../basis.ts";
import type { CheckOutcome } from "../../finding.ts";
import { finding, held, notApplicable } from "../../finding.ts";
import type { CheckContext, CheckRule } from "../../rule.ts";
import { reportTexts } from "./printed-texts.ts";
import { accountsRule } from "./structure-rule.ts";

const NOTHING =
  /无(?:此项|数据|相关|该项|政府性基金|国有资本|[“"]?三公)|没有|未发生|未安排|不涉及|无.{0,30}(?:收入|支出|收支|拨款|经费)|为空表|空表/u;

interface EmptyTable {
  readonly id: string;
  readonly code: string;
  readonly concept: string;
  readonly name: string;
  readonly subject: RegExp;
}

const TABLES: readonly EmptyTable[] = [
  {
    id: "empty-government-fund-table-carries-a-statement",
    code: "T7-04",
    concept: "government-fund",
    name: "政府性基金预算财政拨款收入支出决算表",
    subject: /政府性基金/u,
  },
  {
    id: "empty-state-capital-table-carries-a-statement",
    code: "T8-03",
    concept: "state-capital",
    name: "国有资本经营预算财政拨款支出决算表",
    subject: /国有资本/u,
  },
  {
    id: "empty-three-public-table-carries-a-statement",
    code: "T9-06",
    concept: "three-public",
    name: "财政拨款“三公”经费支出决算表",
    subject: /三公/u,
  },
];

/** The statement stands under the table, or in the section of the explanation that speaks of it. */
function isStated(table: AccountsTable, subject: RegExp, { disclosure }: CheckContext): boolean {
  if (table.notes.some((note) => NOTHING.test(note))) return true;
  return reportTexts(disclosure).some(
    ({ where, plain }) =>
      (subject.test(where) || subject.test(plain)) &&
      (NOTHING.test(plain) || /支出(?:决算)?0(?:\.0+)?万元/u.test(plain)),
  );
}

function check(one: EmptyTable, context: CheckContext): readonly CheckOutcome[] {
  const table = context.facts.table(one.concept);
  if (table === undefined) return [notApplicable(one.name, "无此表")];
  if (!table.empty) return [notApplicable(table.title, "表内有数据")];
  if (isStated(table, one.subject, context)) return [held(table.title)];
  return [
    finding({
      subject: table.title,
      message: `${table.label ?? ""}${table.title}为空表，表下和说明中均未注明本年度无此项收支。`,
      advice: "请在表下注明“本部门本年度无此项收支，故本表无数据”。",
      operands: [{ label: table.title, value: null, place: table.place }],
    }),
  ];
}

/** One rule for each table that may be published without data. */
export const emptyTablesCarryAStatement: readonly CheckRule[] = TABLES.map((one) =>
  accountsRule(
    {
      id: one.id,
      code: one.code,
      title: `${one.name}无数据时应作说明`,
      kind: "logic",
      severity: "error",
      basis: `${DISCLOSURE_PROCEDURE}：没有数据的表格应列出空表并说明`,
      needs: one.name,
      example: { passes: "空表下注明“说明：本表无数据”", fails: "空表下没有任何说明，情况说明也未提及" },
    },
    (context) => check(one, context),
  ),
);
