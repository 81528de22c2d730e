import type { FactAddress } from "../../../disclosure/address.ts";
import { isNonZero } from "../../../figures/figure.ts";
import { FINAL_ACCOUNTS_PROCEDURE } from "../../basis.ts";
import { finding, held, notApplicable, notChecked } from "../../finding.ts";
import { operand } from "../project-evaluation/project-rule.ts";
import { baseFigure, documentRule } from "./project-totals.ts";

const SUBJECT = "年初结转和结余";
const OPENING: FactAddress = { concept: "income-expenditure-summary", line: "29", column: "amount" };

export const carriedOverProjectsHaveOpening = documentRule(
  {
    id: "carried-over-projects-have-opening",
    code: "C-18",
    title: "使用结转结余资金的项目，决算应有年初结转和结余",
    kind: "explain",
    severity: "warning",
    basis: `${FINAL_ACCOUNTS_PROCEDURE}：年初结转和结余反映以前年度结转本年使用的资金`,
    needs: "收入支出决算总表、项目支出绩效自评材料",
    example: {
      passes: "“（2023年度结余）”项目执行7.57万元，年初结转和结余7.57万元",
      fails: "“（2023年度结余）”项目执行7.57万元，年初结转和结余为空",
    },
  },
  ({ disclosure, facts }) => {
    const carried = disclosure.evaluations.filter(
      (form) =>
        /年度?结[余转]|上年结[余转]|结转(?:资金|项目)/u.test(form.name) &&
        isNonZero(baseFigure(form, "executed")),
    );
    if (carried.length === 0) return [notApplicable(SUBJECT, "无使用结转结余资金的项目")];
    const opening = facts.inTable(OPENING);
    if (opening === undefined || opening.value.kind === "unreadable")
      return [notChecked(SUBJECT, "无年初结转和结余")];
    if (isNonZero(opening.value)) return [held(SUBJECT)];
    return [
      finding({
        subject: SUBJECT,
        message: `${carried
          .map(
            (form) => `项目“${form.name}”执行${baseFigure(form, "executed")?.value ?? ""}${form.moneyUnit}`,
          )
          .join(
            "、",
          )}，而${opening.where}年初结转和结余为${opening.value.raw === "" ? "空白" : opening.value.raw}。`,
        advice: "请核实资金来源；结余已由财政收回重新安排的，请说明。",
        operands: [
          operand(SUBJECT, opening.value, opening.place),
          ...carried.map((form) => operand(`${form.name} 执行数`, baseFigure(form, "executed"), form.place)),
        ],
      }),
    ];
  },
);
