// 进度: how far each unit or department has come, as a bar over the states with the numbers beside it.

import type { ReportState } from "@jueming/server/contract/report-states.ts";
import { REPORT_STATES, STATE_NAMES } from "@jueming/server/contract/report-states.ts";
import type { MyWork } from "@jueming/server/contract/review.ts";
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";

type Line = MyWork["progress"][number];

/** The groups that a bar shows, darker the further on. */
const GROUPS: readonly (readonly [name: string, states: readonly ReportState[]])[] = [
  ["填报", ["filling"]],
  ["审核", ["unit-review", "department-review", "finance-review", "secrecy-review"]],
  ["待公开", ["ready"]],
  ["已公开", ["published", "rectifying", "archived"]],
];

const countOf = ({ byState }: Line, states: readonly ReportState[]): number =>
  states.reduce((sum, state) => sum + (byState[state] ?? 0), 0);

/** Progress (进度). */
export function Progress({
  lines,
  desk,
}: {
  readonly lines: readonly Line[];
  readonly desk: string;
}): ReactNode {
  return (
    <>
      <ul className="work-legend" aria-hidden="true">
        {GROUPS.map(([name], index) => (
          <li key={name}>
            <span className={`work-part work-part-${index}`} /> {name}
          </li>
        ))}
      </ul>
      <table className="work">
        <thead>
          <tr>
            <th scope="col">{lines[0]?.withUnits === true ? "部门（含所属单位）" : "单位"}</th>
            <th scope="col">报告所处环节</th>
            <th scope="col" className="figure">
              必填项已填
            </th>
            <th scope="col" className="figure">
              错误
            </th>
            <th scope="col" className="figure">
              逾期
            </th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <ProgressLine key={line.unit.ref} line={line} desk={desk} />
          ))}
        </tbody>
      </table>
    </>
  );
}

function ProgressLine({ line, desk }: { readonly line: Line; readonly desk: string }): ReactNode {
  const { unit, reports, required, filled, errors, overdue } = line;
  const search = { search: unit.name, ...(desk === "/review" ? { only: "all" } : {}) };
  const percent = required === 0 ? null : Math.floor((filled / required) * 100);
  return (
    <tr>
      <th scope="row" data-label="单位">
        <Link to={desk} search={search}>
          {unit.name}
        </Link>
      </th>
      <td data-label="环节">
        <span className="work-bar" aria-hidden="true">
          {GROUPS.map(([name, states], index) => {
            const count = countOf(line, states);
            return count === 0 ? null : (
              <span key={name} className={`work-part-${index}`} style={{ flexGrow: count }} />
            );
          })}
        </span>
        <span className="work-states">
          {reports} 份：
          {REPORT_STATES.filter((state) => (line.byState[state] ?? 0) > 0)
            .map((state) => `${STATE_NAMES[state]} ${line.byState[state] ?? 0}`)
            .join("，")}
        </span>
      </td>
      <td data-label="必填项已填" className="figure">
        {percent === null ? "—" : `${percent}%（${filled}/${required}）`}
      </td>
      <td data-label="错误" className={errors > 0 ? "figure late" : "figure"}>
        {errors}
      </td>
      <td data-label="逾期" className={overdue > 0 ? "figure late" : "figure"}>
        {overdue}
      </td>
    </tr>
  );
}
