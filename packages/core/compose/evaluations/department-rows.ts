// Rows of the annex on a whole department's year: budget, goal, tasks.

import type { FormPart } from "../../forms/form-print.ts";
import { figureCell, headerCell, labelCell, textCell, type FormRow } from "./form-cells.ts";
import type { FormContent } from "./form-content.ts";
import { isSumOf } from "./sums.ts";

type DepartmentPart = Extract<
  FormPart,
  { kind: "department-budget" | "department-goal" | "department-tasks" }
>;

/** The rows of one part of the annex. */
export function departmentRows(part: DepartmentPart, content: FormContent): readonly FormRow[] {
  const { layout, department } = content;
  const block = layout.wholeDepartment;
  if (block === null || department === null) return [];
  switch (part.kind) {
    case "department-budget":
      return [
        block.budget.map(({ words }, at) => headerCell(words[0] ?? "", part.spans[at] ?? 1)),
        block.budget.map(({ field }, at) => {
          const parts = block.budget.filter(
            (other) => other.field !== "total" && department.budget[other.field]?.kind === "figure",
          );
          const isSum =
            field === "total" &&
            isSumOf(
              department.budget.total,
              parts.map((other) => department.budget[other.field]),
            );
          return figureCell(department.budget[field], {
            span: part.spans[at] ?? 1,
            id: content.idOf(`budget.${field}`),
            ...(isSum ? { sumOf: parts.map((other) => content.idOf(`budget.${other.field}`)) } : {}),
          });
        }),
      ];
    case "department-goal": {
      const words = block.goal[0] ?? "";
      return [
        [labelCell(words, part.label), textCell(department.goal?.text ?? null, part.value, { due: words })],
      ];
    }
    case "department-tasks": {
      const [name, text] = part.spans;
      return [
        [headerCell(block.tasks.name[0] ?? "", name), headerCell(block.tasks.content[0] ?? "", text)],
        ...department.tasks.map((task) => [
          textCell(task.name, name, { align: "center" }),
          textCell(task.content, text),
        ]),
      ];
    }
  }
}
