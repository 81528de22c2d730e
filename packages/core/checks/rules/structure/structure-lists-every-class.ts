import { comparableName, comparePrintedName } from "../../../accounts/classification/printed-name.ts";
import type { AccountsRow } from "../../../disclosure/disclosure.ts";
import { isNonZero } from "../../../figures/figure.ts";
import { DISCLOSURE_PROCEDURE } from "../../basis.ts";
import type { CheckOutcome } from "../../finding.ts";
import { finding, held, notApplicable, notChecked } from "../../finding.ts";
import { operand } from "../project-evaluation/project-rule.ts";
import type { CheckContext } from "../../rule.ts";
import { matchesIn, sectionsNamed, textsBelow } from "./printed-texts.ts";
import { accountsRule, matchOperands, quotations } from "./structure-rule.ts";

const CONCEPT = "general-budget-expenditure";
const SUBJECT = "一般公共预算财政拨款支出结构";
const CLASS_IN_PROSE = /([\p{Script=Han}]{2,16}?支出)\(类\)/gu;

function classRows(rows: readonly AccountsRow[]): readonly AccountsRow[] {
  return rows.filter((row) => row.code?.length === 3 && row.name !== null);
}

function missingOutcome(missing: readonly AccountsRow[]): CheckOutcome {
  const list = missing.map((row) => `${row.name ?? ""}${row.cells["total"]?.raw ?? ""}万元`);
  return finding({
    subject: SUBJECT,
    message: `支出结构说明未列出${list.join("、")}。`,
    advice: "请在支出结构中补列该类支出的金额和占比。",
    operands: missing.map((row) => operand(row.name ?? "", row.cells["total"], row.place)),
  });
}

function check({ disclosure, facts }: CheckContext): readonly CheckOutcome[] {
  const table = facts.table(CONCEPT);
  if (table === undefined || table.empty) return [notChecked(SUBJECT, "无一般公共预算财政拨款支出决算表")];
  const texts = sectionsNamed(disclosure.outline, /一般公共预算.*结构/u).flatMap(textsBelow);
  if (texts.length === 0) return [notApplicable(SUBJECT, "说明中无支出结构部分")];
  const rows = classRows(table.rows);
  const prose = texts.map(({ plain }) => comparableName(plain)).join("\n");
  const missing = rows.filter(
    (row) => isNonZero(row.cells["total"]) && !prose.includes(comparableName(row.name ?? "")),
  );
  // Nothing of the table is named: the section speaks of something else, or its list was not read.
  if (missing.length === rows.length) return [notChecked(SUBJECT, "未识别到支出结构的分类列示")];
  const extra = matchesIn(texts, CLASS_IN_PROSE).filter(
    ({ groups }) => !rows.some((row) => comparePrintedName(groups[0] ?? "", row.name ?? "") !== "different"),
  );
  const outcomes: CheckOutcome[] = [];
  if (missing.length > 0) outcomes.push(missingOutcome(missing));
  if (extra.length > 0) {
    outcomes.push(
      finding({
        subject: SUBJECT,
        message: `支出结构说明所列${quotations(extra)}在${table.label ?? ""}${table.title}中没有对应的类。`,
        advice: "请核对科目名称与决算表。",
        operands: matchOperands("科目", extra),
      }),
    );
  }
  return outcomes.length === 0 ? [held(SUBJECT)] : outcomes;
}

export const structureListsEveryClass = accountsRule(
  {
    id: "structure-lists-every-class",
    code: "N-10",
    title: "支出结构说明应列出每一个有金额的类",
    kind: "explain",
    severity: "warning",
    basis: `${DISCLOSURE_PROCEDURE}：一般公共预算支出按功能分类公开`,
    needs: "一般公共预算财政拨款支出决算表、支出结构说明",
    example: { passes: "表中五类支出在说明中逐类列示", fails: "表中农林水支出7.57万元，说明未列" },
  },
  check,
);
