// The table of a form: its parts one under another on one grid, the words at their side merged over them.

import type { Table } from "../../document/document.ts";
import type { HeadField, Label } from "../../forms/evaluation-layout.ts";
import type { FormGrid, FormPart } from "../../forms/form-print.ts";
import { departmentRows } from "./department-rows.ts";
import { labelCell, labelledCell, textCell, type FormRow } from "./form-cells.ts";
import type { FormContent } from "./form-content.ts";
import { fundingRows } from "./funding-rows.ts";
import { indicatorRows, totalRow } from "./indicator-rows.ts";

/** The form's table under a name of its own. */
export function formTable(grid: FormGrid, content: FormContent, name: string): Table {
  const rows = grid.parts.flatMap((part) => partRows(part, content));
  return {
    kind: "table",
    place: {},
    rows: rows.map((cells) => ({ cells, place: {} })),
    written: { name, headerRows: headerCount(grid.parts, content), widths: grid.widths },
  };
}

/** Rows at the top of the table that are its header: those of a table of one block. */
function headerCount(parts: readonly FormPart[], content: FormContent): number {
  const [only] = parts;
  if (parts.length !== 1 || (only?.kind !== "indicators" && only?.kind !== "funding")) return 0;
  const rows = only.kind === "indicators" ? content.indicators.length : content.funding.length;
  return rows === 0 ? 1 : partRows(only, content).length - rows;
}

function partRows(part: FormPart, content: FormContent): readonly FormRow[] {
  switch (part.kind) {
    case "side": {
      const [first, ...rest] = part.parts.flatMap((inner) => partRows(inner, content));
      if (first === undefined) return [];
      const words = part.words.replace("$unit", content.moneyUnit);
      return [[labelCell(words, part.span, rest.length + 1), ...first], ...rest];
    }
    case "head":
      return part.rows.map((row) =>
        row.flatMap(({ field, label, value }) => {
          const words = labelWords(content.layout.head, field);
          const due = content.layout.kind === "annex" ? null : words.due;
          return [
            labelCell(words.printed, label),
            textCell(content.head[field], value, { due, align: "center" }),
          ];
        }),
      );
    case "goal":
      return goalRows(part, content);
    case "funding":
      return fundingRows(part, content);
    case "indicators":
      return indicatorRows(part, content);
    case "total":
      return totalRow(part, content);
    case "texts":
      return part.fields.map((field) => {
        const words = content.layout.tail.find((box) => box.field === field)?.words[0] ?? "";
        const text = content.texts[field]?.text ?? null;
        return [labelCell(`${part.number}${words}`, part.label), textCell(text, part.value, { due: words })];
      });
    case "department-budget":
    case "department-goal":
    case "department-tasks":
      return departmentRows(part, content);
  }
}

function labelWords(
  head: readonly Label<HeadField>[],
  field: HeadField,
): { readonly printed: string; readonly due: string } {
  const label = head.find((known) => known.field === field);
  const words = label?.words[0] ?? "";
  return { printed: label?.sealed === true ? `${words}（盖章）` : words, due: words };
}

/** Goal and achievement: under their labels, or behind them in the same cells. */
function goalRows(
  part: Extract<FormPart, { kind: "goal" }>,
  { layout, goal, achievement }: FormContent,
): readonly FormRow[] {
  if (layout.goal === null) return [];
  const [goalWords = "", achievementWords = ""] = [layout.goal.goal[0], layout.goal.achievement[0]];
  if (layout.goal.arrangement === "inline") {
    return [
      [
        labelledCell(goalWords, goal?.text, part.goal),
        labelledCell(achievementWords, achievement?.text, part.achievement),
      ],
    ];
  }
  return [
    [labelCell(goalWords, part.goal), labelCell(achievementWords, part.achievement)],
    [
      textCell(goal?.text ?? null, part.goal, { due: goalWords }),
      textCell(achievement?.text ?? null, part.achievement, { due: achievementWords }),
    ],
  ];
}
