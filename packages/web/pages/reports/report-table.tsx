// The list of reports.

import type { ReportLine } from "@jueming/server/contract/reports.ts";
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";

import { SeverityMark, severities } from "../../look/severity.tsx";

/** ReportTable (报告列表). */
export function ReportTable({ lines }: { readonly lines: readonly ReportLine[] }): ReactNode {
  return (
    <table className="reports">
      <caption className="read-aloud">报告列表</caption>
      <thead>
        <tr>
          <th scope="col">单位</th>
          <th scope="col">报告</th>
          <th scope="col">状态</th>
          <th scope="col">期限</th>
          <th scope="col">填报进度</th>
          <th scope="col">问题</th>
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => (
          <ReportRow key={line.ref} line={line} />
        ))}
      </tbody>
    </table>
  );
}

function ReportRow({ line }: { readonly line: ReportLine }): ReactNode {
  const { ref, unit, year, kindName, stateName, due, overdue, returned, summary, version } = line;
  return (
    <tr>
      <td data-label="单位">
        {unit.name}
        {unit.departmentName === null ? null : <p className="soft">{unit.departmentName}</p>}
      </td>
      <td data-label="报告">
        <Link to="/reports/$report" params={{ report: ref }}>
          {year} 年度{kindName}
          <span className="read-aloud">，{unit.name}</span>
        </Link>
        {version === 0 ? null : <p className="soft">第 {version} 版</p>}
      </td>
      <td data-label="状态">
        {stateName}
        {returned === null ? null : <p className="report-returned">退回：{returned}</p>}
      </td>
      <td data-label="期限" className="report-due">
        {due ?? "—"}
        {overdue ? <strong className="late">　已逾期</strong> : null}
      </td>
      <td data-label="填报进度">
        <Progress filled={summary.filled} required={summary.required} />
      </td>
      <td data-label="问题">
        <Found summary={summary} />
      </td>
    </tr>
  );
}

function Progress({ filled, required }: { readonly filled: number; readonly required: number }): ReactNode {
  if (required === 0) return <span className="soft">尚未开始</span>;
  return (
    <span className="report-progress">
      <progress max={required} value={filled} aria-label={`必填 ${required} 处，已填 ${filled} 处`} />
      <span className="figure">
        {filled}/{required}
      </span>
    </span>
  );
}

function Found({ summary }: { readonly summary: ReportLine["summary"] }): ReactNode {
  const found = severities.filter((severity) => summary[severity] > 0);
  if (found.length === 0) return <span className="soft">无</span>;
  return (
    <span className="report-found">
      {found.map((severity) => (
        <SeverityMark key={severity} severity={severity} count={summary[severity]} />
      ))}
    </span>
  );
}
