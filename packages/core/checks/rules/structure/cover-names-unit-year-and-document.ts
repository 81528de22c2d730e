import { DISCLOSURE_PROCEDURE } from "../../basis.ts";
import { finding, held } from "../../finding.ts";
import { accountsRule } from "./structure-rule.ts";

/** What a title says besides year and kind of document: a name, whole or clipped. */
function restOfTitle(title: string): string {
  return title
    .replace(/\s+/gu, "")
    .replace(/20\d{2}年(?:度)?|部门|单位|决算|公开|报告|情况|说明|草案|[（()）]/gu, "");
}

export const coverNamesUnitYearAndDocument = accountsRule(
  {
    id: "cover-names-unit-year-and-document",
    code: "S-01",
    title: "封面应载明年度、部门（单位）名称和文件名称",
    kind: "logic",
    severity: "error",
    basis: `${DISCLOSURE_PROCEDURE}关于公开文本规范的要求`,
    needs: "文档标题",
    example: {
      passes: "某县财政局2024年度部门决算公开",
      fails: "封面只写“部门决算公开”，没有年度和单位名称",
    },
  },
  ({ disclosure }) => {
    const name = disclosure.unit.name ?? disclosure.department.name ?? disclosure.unitNames[0]?.text;
    const hasName = name !== undefined || restOfTitle(disclosure.title).length >= 2;
    const missing = [
      ...(disclosure.year === null ? ["年度"] : []),
      ...(hasName ? [] : ["部门（单位）名称"]),
      ...(disclosure.title.includes("决算") ? [] : ["文件名称（部门决算）"]),
    ];
    if (missing.length === 0) return [held("封面")];
    return [
      finding({
        subject: "封面",
        message: `封面及标题中未见${missing.join("、")}（现标题为“${disclosure.title}”）。`,
        advice: "请在封面写明年度、部门（单位）全称和“部门决算”字样。",
        operands: [{ label: "标题", value: disclosure.title, place: {} }],
        // The tables still say what the document is: then the cover may only have been read badly.
        ...(disclosure.title.trim() === "" ? { severity: "warning", sourceDoubt: true } : {}),
      }),
    ];
  },
);
