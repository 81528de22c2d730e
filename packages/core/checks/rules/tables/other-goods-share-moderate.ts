import { cellInterval, divide } from "../../../figures/interval.ts";
import { Decimal } from "decimal.js";
import { finding, held, notApplicable } from "../../finding.ts";
import { cellOperand, cellsOf, tableName } from "./table-cells.ts";
import { tableRule } from "./table-rule.ts";

const NOTABLE = new Decimal("0.3");

export const otherGoodsShareModerate = tableRule(
  {
    id: "other-goods-share-moderate",
    code: "T6-11",
    title: "其他商品和服务支出占商品和服务支出的比重不宜过高",
    kind: "explain",
    severity: "hint",
    basis: "预算执行审计关注口径：其他商品和服务支出占比超过30%的应说明内容",
    needs: "一般公共预算财政拨款基本支出决算明细表",
    example: {
      passes: "其他商品和服务支出24.30万元，占11.60%",
      fails: "其他商品和服务支出90.00万元，占45.00%",
    },
  },
  ["general-budget-basic-detail"],
  (table) => {
    const cells = cellsOf(table);
    const part = { code: "30299", column: "amount" };
    const whole = { code: "302", column: "amount" };
    const [partValue, wholeValue] = [cells?.valueOf(part), cells?.valueOf(whole)];
    const [partInterval, wholeInterval] = [cellInterval(partValue), cellInterval(wholeValue)];
    const ratio =
      partInterval === undefined || wholeInterval === undefined
        ? undefined
        : divide(partInterval, wholeInterval);
    if (ratio === undefined) return [notApplicable(tableName(table), "无商品和服务支出")];
    if (ratio.low.lte(NOTABLE)) return [held(tableName(table))];
    const percent = ratio.printed.times(100).toDecimalPlaces(2, Decimal.ROUND_HALF_UP).toString();
    return [
      finding({
        subject: tableName(table),
        message: `${tableName(table)}：其他商品和服务支出占商品和服务支出的${percent}%，比重较高。`,
        advice: "请说明其他商品和服务支出的主要内容，能归入具体科目的应归入。",
        operands: [cellOperand(table, part, partValue), cellOperand(table, whole, wholeValue)],
      }),
    ];
  },
);
