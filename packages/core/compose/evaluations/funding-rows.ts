// The money block of a form (项目资金): its header, one row a source.

import type { FundingRow } from "../../evaluation/project-evaluation.ts";
import type { FundingField } from "../../evaluation/project-evaluation.ts";
import type { FundingColumn } from "../../forms/evaluation-layout.ts";
import type { FormPart } from "../../forms/form-print.ts";
import { figureCell, labelCell, textCell, type FormRow } from "./form-cells.ts";
import { fundingField, type FormContent } from "./form-content.ts";
import { headerRows } from "./header-rows.ts";
import { isSumOf } from "./sums.ts";

type FundingPart = Extract<FormPart, { kind: "funding" }>;

const NOT_MONEY: readonly string[] = ["rate", "points", "score", "reason"];

/** Header and rows of the money block. */
export function fundingRows(part: FundingPart, content: FormContent): readonly FormRow[] {
  const block = content.layout.funding;
  if (block === null) return [];
  const unit = part.unitInHeaders ? `（${content.moneyUnit}）` : "";
  const columns = block.columns.map(({ field, words }) => ({
    field,
    span: part.spans[field] ?? 1,
    words: `${words[0] ?? ""}${NOT_MONEY.includes(field) ? "" : unit}`,
  }));
  const label = { words: part.label.replace("$unit", content.moneyUnit), span: part.labelSpan };
  const rows = printedRows(content);
  const due = rowWithReasonDue(rows, content);
  return [
    ...headerRows([label], columns, part.above),
    ...rows.map((row, order) => [
      labelCell(printedName(row, order, part, content), part.labelSpan),
      ...block.columns.map(({ field }) => {
        const span = part.spans[field] ?? 1;
        if (field === "reason")
          return textCell(row.reason?.text ?? null, span, {
            due: row === due ? "偏差原因" : null,
          });
        return figureCell(row.fields[field], {
          span,
          id: content.idOf(fundingField(row, field)),
          ...sumOfParts(row, field, content),
        });
      }),
    ]),
  ];
}

/** The rows of the evaluation that the form knows, in its order. */
function printedRows({ layout, funding }: FormContent): readonly FundingRow[] {
  const sources = (layout.funding?.rows ?? []).map(({ source }) => source);
  const place = (row: FundingRow): number => sources.indexOf(row.source);
  return funding.filter((row) => place(row) >= 0).toSorted((left, right) => place(left) - place(right));
}

/** The source's name as the form prints it, in the words of the evaluation where the form knows them. */
function printedName(row: FundingRow, order: number, part: FundingPart, { layout }: FormContent): string {
  const words = layout.funding?.rows.find(({ source }) => source === row.source)?.words ?? [];
  const name = words.includes(row.name) ? row.name : (words[0] ?? row.name);
  if (row.source === "total") return `${name}${part.afterTotal}`;
  return order === 1 ? `${part.beforePart}${name}` : name;
}

/** The row in which a reason is due: little was spent, and no row says why. */
function rowWithReasonDue(rows: readonly FundingRow[], content: FormContent): FundingRow | undefined {
  const hasColumn = content.layout.funding?.columns.some(({ field }: FundingColumn) => field === "reason");
  const rate = rows.find(({ source }) => source === "total")?.fields.rate;
  if (hasColumn !== true || rate?.kind !== "figure" || rows.some(({ reason }) => reason !== null))
    return undefined;
  if (Number(rate.value) >= Number(content.reasonBelow)) return undefined;
  return (
    rows.find(({ source, fields }) => source !== "total" && fields.adjusted?.kind === "figure") ?? rows[0]
  );
}

/** The total's amounts are the sums of the parts, where they are printed so. */
function sumOfParts(
  row: FundingRow,
  field: FundingField,
  content: FormContent,
): { readonly sumOf?: readonly string[] } {
  if (row.source !== "total" || NOT_MONEY.includes(field)) return {};
  const parts = content.funding.filter(
    ({ source, fields }) => source !== "total" && fields[field]?.kind === "figure",
  );
  const values = parts.map(({ fields }) => fields[field]);
  if (!isSumOf(row.fields[field], values)) return {};
  return { sumOf: parts.map((part) => content.idOf(fundingField(part, field))) };
}
