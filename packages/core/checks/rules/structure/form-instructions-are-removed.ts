import { DISCLOSURE_PROCEDURE } from "../../basis.ts";
import { finding, held } from "../../finding.ts";
import { structureRule } from "./structure-rule.ts";

function shortened(text: string): string {
  const plain = text.replace(/\s+/gu, "");
  return plain.length > 24 ? `${plain.slice(0, 24)}…` : plain;
}

export const formInstructionsAreRemoved = structureRule(
  {
    id: "form-instructions-are-removed",
    code: "S-24",
    title: "公开文本中应删去报告格式的填报说明",
    kind: "explain",
    severity: "warning",
    basis: `${DISCLOSURE_PROCEDURE}关于公开文本规范的要求`,
    needs: "正文文字",
    example: {
      passes: "评价结论下直接写结论",
      fails: "评价结论下保留“简要阐述总体结论，其中必须包含自评得分”",
    },
  },
  ({ disclosure }) => {
    const left = disclosure.removed.filter(({ reason }) => reason === "instruction");
    const [first] = left;
    if (first === undefined) return [held("正文文字")];
    return [
      finding({
        subject: "正文文字",
        message: `正文保留了报告格式的填报说明，共${left.length}处，如“${shortened(first.text)}”。`,
        advice: "请删去填报说明，只保留本单位的内容。",
        operands: left.map(({ text, place }) => ({ label: "填报说明", value: shortened(text), place })),
      }),
    ];
  },
);
