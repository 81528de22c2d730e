import { findEconomicCode } from "../../../accounts/classification/economic-classification.ts";
import {
  findFunctionCode,
  judgeDamagedFunctionName,
} from "../../../accounts/classification/function-classification.ts";
import { comparable } from "../../../figures/normalize.ts";
import type { Place } from "../../../document/document.ts";
import type { CheckOutcome } from "../../finding.ts";
import { finding, held, notChecked } from "../../finding.ts";
import { tableName } from "./table-cells.ts";
import { FUNCTION_TABLES, tableRule } from "./table-rule.ts";

const ECONOMIC_TABLE = "general-budget-basic-detail";

export const namesMatchCodes = tableRule(
  {
    id: "names-match-codes",
    code: "T2-06",
    title: "科目名称应与当年科目代码一致",
    kind: "logic",
    severity: "warning",
    basis: "当年《政府收支分类科目》（只判断已收录且该年度有效的科目）",
    needs: "按科目列示的表",
    example: {
      passes: "2080505 机关事业单位基本养老保险缴费支出",
      fails: "2080505 机关事业单位职业年金缴费支出",
    },
  },
  [...FUNCTION_TABLES, ECONOMIC_TABLE],
  (table, { disclosure }) => {
    const { year } = disclosure;
    return table.rows
      .filter((row) => row.code !== null && row.name !== null)
      .map((row) => {
        const subject = tableName(table);
        const code = row.code ?? "";
        const printed = row.name ?? "";
        if (table.concept === ECONOMIC_TABLE) {
          const economic = findEconomicCode(code);
          if (economic === undefined) return notChecked(`${code} ${printed}`, "科目未收录");
          return comparable(economic.name) === comparable(printed) || printed.length < economic.name.length
            ? held(subject)
            : wrongName(subject, { code, printed, official: economic.name, place: row.place });
        }
        if (year === null) return notChecked(`${code} ${printed}`, "不知年度");
        const verdict = judgeDamagedFunctionName(code, printed, year);
        if (verdict === "not-listed") return notChecked(`${code} ${printed}`, "科目未收录或该年度名称不确定");
        if (verdict !== "different") return held(subject);
        return wrongName(subject, {
          code,
          printed,
          official: findFunctionCode(code, year)?.name ?? "",
          place: row.place,
        });
      });
  },
);

interface WrongName {
  readonly code: string;
  readonly printed: string;
  readonly official: string;
  readonly place: Place;
}

function wrongName(subject: string, { code, printed, official, place }: WrongName): CheckOutcome {
  return finding({
    subject,
    message: `${subject}：科目${code}的名称为“${printed}”，当年科目名称为“${official}”。`,
    advice: "请核对科目代码与名称。",
    operands: [{ label: code, value: printed, place }],
    expected: official,
    actual: printed,
    sourceDoubt: true,
  });
}
