// Cases of the rule on documents that carry their figures.

import type { RuleCase } from "../../testing/rule-cases.ts";

export const writtenCases: readonly RuleCase[] = [
  {
    rule: "written-figures-are-unaltered",
    when: "a figure was changed by hand",
    sketch: {
      alterations: [
        {
          where: "收入支出决算总表",
          what: "总计",
          from: "1,236.03",
          to: "1,263.03",
          place: { line: 9 },
        },
      ],
    },
    says: "error",
    names: ["收入支出决算总表", "1,236.03", "1,263.03"],
  },
  {
    rule: "written-figures-are-unaltered",
    when: "nothing was changed",
    sketch: { alterations: [] },
    says: "held",
  },
  {
    rule: "written-figures-are-unaltered",
    when: "the document carries no figures",
    sketch: {},
    says: "not-applicable",
  },
];
