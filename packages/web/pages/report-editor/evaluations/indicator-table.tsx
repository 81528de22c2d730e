// The indicators of a project: target, result, score; below each how its score follows.

import type { EntryList, EntryRow } from "@jueming/server/contract/entry.ts";
import type { JudgedScore } from "@jueming/server/contract/report-editing.ts";
import { Button } from "antd";
import type { ReactNode } from "react";

import { targetKey } from "../../../parts/entry-grid/targets.ts";
import { SaidLastYearNote } from "../said-last-year.tsx";
import { CellField } from "./cell-field.tsx";
import { IndicatorEvidence } from "./indicator-evidence.tsx";
import type { ProjectInput } from "./project-form.tsx";
import { addIndicator, newRowId } from "./project-rows.ts";

/** The columns in the table; the others stand below it, as texts. */
const inTable = ["level1", "level2", "name", "target", "actual", "points", "score"];
const below = ["initialTarget", "note", "reason"];

/** IndicatorTable (绩效指标). */
export function IndicatorTable(
  input: ProjectInput & { readonly indicators: readonly EntryRow[] },
): ReactNode {
  const { lists, indicators, entries, project, isReadOnly, onChange } = input;
  const columns = inTable.flatMap((name) => lists.indicators.columns.find((one) => one.name === name) ?? []);
  const add = (): void => onChange([addIndicator(entries, lists, { project, id: newRowId(), cells: {} })]);
  return (
    <>
      <div className="scrolled">
        <table className="plain-table indicators">
          <thead>
            <tr>
              {columns.map(({ name, title }) => (
                <th key={name} scope="col" className={`column-${name}`}>
                  {title}
                </th>
              ))}
              <th scope="col" className="column-acts">
                操作
              </th>
            </tr>
          </thead>
          {indicators.map((indicator) => (
            <IndicatorRows key={indicator.id} input={input} indicator={indicator} columns={columns} />
          ))}
        </table>
      </div>
      {indicators.length === 0 ? <p className="soft">还没有指标。</p> : null}
      {isReadOnly ? null : <Button onClick={add}>增加指标</Button>}
    </>
  );
}

function IndicatorRows({
  input,
  indicator,
  columns,
}: {
  readonly input: ProjectInput;
  readonly indicator: EntryRow;
  readonly columns: EntryList["columns"];
}): ReactNode {
  const { lists, scores, isReadOnly, onChange } = input;
  const name = indicator.cells["name"] ?? "指标";
  const others = below.flatMap((each) => lists.indicators.columns.find((one) => one.name === each) ?? []);
  const filled = others.filter((column) => (indicator.cells[column.name] ?? "") !== "").length;
  return (
    <tbody>
      <tr>
        {columns.map((column) => (
          <td key={column.name} className={`column-${column.name}`}>
            <IndicatorCell input={input} indicator={indicator} column={column} />
          </td>
        ))}
        <td className="column-acts">
          {isReadOnly ? null : (
            <Button
              size="small"
              aria-label={`删除 ${name}`}
              onClick={() =>
                onChange([{ kind: "remove-row", list: lists.indicators.key, row: indicator.id }])
              }
            >
              删除
            </Button>
          )}
        </td>
      </tr>
      <tr className="indicator-below">
        <td colSpan={columns.length + 1}>
          <Derivation score={scores?.indicators[indicator.id]} />
          <details>
            <summary>
              偏差原因、说明、佐证材料
              {filled === 0 ? "" : `（已填 ${filled}）`}
            </summary>
            <div className="indicator-texts">
              {others.map((column) => (
                <IndicatorCell key={column.name} input={input} indicator={indicator} column={column} isLong />
              ))}
              <IndicatorEvidence
                report={input.report}
                list={lists.indicators.key}
                row={indicator.id}
                name={name}
              />
            </div>
          </details>
        </td>
      </tr>
    </tbody>
  );
}

function IndicatorCell({
  input: { lists, marks, said, isReadOnly, onChange },
  indicator,
  column,
  isLong = false,
}: {
  readonly input: ProjectInput;
  readonly indicator: EntryRow;
  readonly column: EntryList["columns"][number];
  readonly isLong?: boolean;
}): ReactNode {
  const from = indicator.cells[column.name] ?? "";
  const target = {
    kind: "cell",
    list: lists.indicators.key,
    row: indicator.id,
    column: column.name,
  } as const;
  const type = (to: string): void => onChange([{ ...target, from, to }]);
  return (
    <CellField
      label={column.title}
      column={column}
      text={from}
      marks={marks.get(targetKey(target)) ?? []}
      isReadOnly={isReadOnly}
      isLong={isLong || column.name === "name"}
      isLabelShown={isLong}
      entry={`${indicator.id} ${column.name}`}
      onType={type}
    >
      <SaidLastYearNote said={said} target={target} now={from} isReadOnly={isReadOnly} onTake={type} />
    </CellField>
  );
}

const verdicts: Readonly<Record<string, string>> = {
  justified: "相符",
  strict: "低于推算",
  lenient: "高于推算",
};

/** “推算 8 分：完成 80 ÷ 目标 100 × 10”. */
function Derivation({ score }: { readonly score: JudgedScore | undefined }): ReactNode {
  if (score === undefined) return null;
  const { computed, derivation, verdict, reason, note } = score;
  return (
    <p className={`derivation derivation-${verdict}`}>
      {computed === null ? "不能推算" : `推算 ${computed} 分`}
      {verdicts[verdict] === undefined ? "" : `（${verdicts[verdict]}）`}
      {derivation === null ? "" : `：${derivation}`}
      {reason === null ? "" : `：${reason}`}
      {note === null ? "" : `　${note}`}
    </p>
  );
}
