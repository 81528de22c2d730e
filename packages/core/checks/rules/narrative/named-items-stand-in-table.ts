// A 项 that the explanation spends money on stands in the table, under the same name.

import { plainWords } from "../../../sentences/plain-words.ts";
import type { AccountsRow } from "../../../disclosure/disclosure.ts";
import type { StatedFigure } from "../../../figures/figure.ts";
import { compareIntervals, intervalOf } from "../../../figures/interval.ts";
import type { CheckOutcome } from "../../finding.ts";
import { finding, held, notApplicable } from "../../finding.ts";
import type { CheckContext, CheckRule } from "../../rule.ts";
import { proseOperand } from "./narrative-rule.ts";
import { tableName } from "../tables/table-cells.ts";

const CONCEPT = "general-budget-expenditure";

interface NamedItem {
  readonly name: string;
  readonly section: string;
  readonly figure: StatedFigure;
}

/** Items that no list and no table knows, with the final figure that prose states. */
function unknownItems({ disclosure }: CheckContext): readonly NamedItem[] {
  return disclosure.narrative.flatMap(({ section, figures }) =>
    figures.flatMap(({ figure, refersTo, derived }) => {
      const { concept, field, stage, period } = refersTo;
      const isFinal = derived === null && stage === undefined && period === undefined;
      return concept === CONCEPT && field !== undefined && isFinal && figure.kind === "figure"
        ? [{ name: field, section, figure }]
        : [];
    }),
  );
}

function judge(item: NamedItem, context: CheckContext): CheckOutcome {
  const table = context.facts.table(CONCEPT);
  if (table === undefined || item.figure.millionths === 0n) return held(item.name);
  const named = table.rows.some(({ name }) => name !== null && plainWords(name) === item.name);
  if (named) return held(item.name);
  const alike = table.rows.filter((row) => row.code?.length === 7 && hasAmount(row, item.figure));
  const [only] = alike.length === 1 ? alike : [];
  const hint =
    only === undefined ? "" : `；金额与表中“${only.code ?? ""} ${only.name ?? ""}”相同，疑为科目名称有误`;
  return finding({
    subject: item.section,
    message: `“${item.section}”列有科目“${item.name}”${item.figure.raw}，${tableName(table)}没有该科目${hint}。`,
    advice: "请按决算表核对科目名称。",
    operands: [proseOperand(item.name, item.figure)],
    actual: item.name,
    ...(only?.name == null ? {} : { expected: only.name }),
  });
}

function hasAmount(row: AccountsRow, figure: StatedFigure): boolean {
  const cell = row.cells["total"];
  return (
    cell?.kind === "figure" && compareIntervals(intervalOf(cell), intervalOf(figure)).verdict !== "impossible"
  );
}

export const namedItemsStandInTable: CheckRule = {
  id: "named-items-stand-in-table",
  code: "N-39",
  title: "说明所列功能科目应在一般公共预算财政拨款支出决算表中",
  group: "narrative",
  kind: "explain",
  severity: "warning",
  basis: "《地方预决算公开操作规程》（财预〔2016〕143号）：一般公共预算支出公开到功能分类项级科目",
  needs: "一般公共预算财政拨款支出决算表、情况说明",
  example: {
    passes: "说明列特殊学校教育（项），表中有2050701 特殊学校教育",
    fails: "说明列特殊职业教育（项），表中没有该科目",
  },
  check: (context) => {
    const items = unknownItems(context);
    return items.length === 0
      ? [notApplicable(null, "说明所列科目表中均有")]
      : items.map((item) => judge(item, context));
  },
};
