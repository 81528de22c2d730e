// A document that carries its figures says itself what was changed in it by hand afterwards.

import { DISCLOSURE_PROCEDURE } from "../../basis.ts";
import type { CheckOutcome } from "../../finding.ts";
import { finding, held, notApplicable } from "../../finding.ts";
import type { CheckContext } from "../../rule.ts";
import { structureRule } from "./structure-rule.ts";

const SUBJECT = "生成后的改动";
const shown = (text: string | null): string => (text === null || text === "" ? "空白" : `“${text}”`);

function check({ disclosure }: CheckContext): readonly CheckOutcome[] {
  const { alterations } = disclosure;
  if (alterations === null) return [notApplicable(SUBJECT, "文件不是本系统生成的，或所附数据已被去掉")];
  if (alterations.length === 0) return [held(SUBJECT)];
  return alterations.map(({ where, what, from, to, place }) =>
    finding({
      subject: where,
      message: `“${where}”${what}生成时为${shown(from)}，现为${shown(to)}，是生成后手工改动的。`,
      advice: "请在数据中更正后重新生成文件；确需改动的，应同时改正表格、说明和所附数据。",
      operands: [
        { label: "生成时", value: from, place },
        { label: "现在", value: to, place },
      ],
      ...(from === null ? {} : { expected: from }),
      ...(to === null ? {} : { actual: to }),
    }),
  );
}

export const writtenFiguresAreUnaltered = structureRule(
  {
    id: "written-figures-are-unaltered",
    code: "S-35",
    title: "文件生成后其中的数字和文字未经手工改动",
    kind: "logic",
    severity: "error",
    basis: `${DISCLOSURE_PROCEDURE}关于公开内容应当真实、准确、完整的规定`,
    needs: "文件所附的数据",
    example: {
      passes: "文件中的数字与生成时所附的数据一致",
      fails: "收入总计生成时为1,236.03万元，文件中改成1,263.03万元",
    },
  },
  check,
);
