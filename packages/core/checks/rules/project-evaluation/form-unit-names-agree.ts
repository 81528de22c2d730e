import { editDistance } from "../../../accounts/classification/printed-name.ts";
import { comparable } from "../../../figures/normalize.ts";
import { finding, held, notApplicable } from "../../finding.ts";
import type { CheckRule } from "../../rule.ts";
import { statedOperand } from "./project-rule.ts";

/** A character or two is a scan's damage, and nobody's spelling. */
const DAMAGE = 2;

export const formUnitNamesAgree: CheckRule = {
  id: "form-unit-names-agree",
  code: "P-66",
  title: "各项目自评表的实施单位名称应一致",
  group: "project-evaluation",
  kind: "logic",
  severity: "warning",
  basis: "《地方预决算公开操作规程》（财预〔2016〕143号）：公开内容应真实、准确",
  needs: "两张以上的项目支出绩效自评表",
  example: {
    passes: "各表实施单位均为“示例县某局”",
    fails: "各表实施单位写作“示例县某局”“某局办公室”“示例县某局（本级）”",
  },
  check: ({ disclosure }) => {
    const printed = disclosure.evaluations.flatMap(({ name, unit }) =>
      unit === null
        ? []
        : [{ project: name, text: comparable(unit.text), shown: unit.text, place: unit.place }],
    );
    if (printed.length < 2) return [notApplicable(null, "不足两张自评表列有实施单位")];
    const spellings = printed.filter(
      ({ text }, index) =>
        !printed.slice(0, index).some((earlier) => editDistance(earlier.text, text) <= DAMAGE),
    );
    if (spellings.length === 1) return [held("实施单位")];
    return [
      finding({
        subject: "实施单位",
        message: `${printed.length}张自评表的实施单位有${spellings.length}种写法：${spellings.map(({ shown }) => `“${shown}”`).join("、")}。`,
        advice: "请统一使用单位规范全称；如有其他单位的项目请说明。",
        operands: spellings.map(({ project, shown, place }) => statedOperand(project, shown, place)),
        sourceDoubt: true,
      }),
    ];
  },
};
