// The head of a report under review: whose it is, where it stands, its files, and the two decisions.

import type { ReportView } from "@jueming/server/contract/reports.ts";
import { Link } from "@tanstack/react-router";
import { Button, Dropdown } from "antd";
import type { ReactNode } from "react";

import { downloadAddress } from "../../api/client.ts";
import { SeverityMark, severities } from "../../look/severity.tsx";
import { PublicationActs } from "../../parts/publication/publication-acts.tsx";
import type { Decision } from "./decision-dialog.tsx";

const FILES = { docx: "Word 文档", pdf: "PDF", xlsx: "Excel 工作簿", json: "数据（JSON）" } as const;

/** ReportFacts (报告概况). */
export function ReportFacts({ report }: { readonly report: ReportView }): ReactNode {
  const { year, kindName, stateName, version, summary, due, overdue, editionName } = report;
  return (
    <span className="reviewed-facts">
      <span>
        {year} 年度{kindName}
      </span>
      <span>
        {stateName} · 第 {version} 版
      </span>
      {severities.map((severity) => (
        <SeverityMark key={severity} severity={severity} count={summary[severity]} />
      ))}
      {due === null ? null : (
        <span className={overdue ? "late" : undefined}>
          {overdue ? "已逾期，" : ""}期限 {due}
        </span>
      )}
      <span>{editionName}</span>
    </span>
  );
}

/** ReportTools: back, next, files, decisions. */
export function ReportTools({
  report,
  next,
  onDecide,
}: {
  readonly report: ReportView;
  /** The report after this one in the queue. */
  readonly next: string | null;
  readonly onDecide: (decision: Decision) => void;
}): ReactNode {
  const { ref, version, steps } = report;
  const of = version === 0 ? "" : `?version=${version}`;
  const files = Object.entries(FILES).map(([format, label]) => ({
    key: format,
    label: (
      <a href={downloadAddress(`/reports/${ref}/files/${format}${of}`)} download>
        {label}
      </a>
    ),
  }));
  return (
    <div className="reviewed-tools">
      <Link to="/review">返回队列</Link>
      {next === null ? null : (
        <Link to="/review/$report" params={{ report: next }}>
          下一份
        </Link>
      )}
      {steps.includes("download") ? (
        <Dropdown menu={{ items: files }} trigger={["click"]}>
          <Button>下载</Button>
        </Dropdown>
      ) : null}
      {steps.includes("return") ? <Button onClick={() => onDecide("returned")}>退回</Button> : null}
      {steps.includes("pass") ? (
        <Button type="primary" onClick={() => onDecide("passed")}>
          通过
        </Button>
      ) : null}
      <PublicationActs report={report} />
    </div>
  );
}
