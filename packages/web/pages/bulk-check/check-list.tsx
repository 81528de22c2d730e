// The checks of the person, the newest first.

import type { BulkCheckLine } from "@jueming/server/contract/bulk-checks.ts";
import { BULK_STATE_NAMES } from "@jueming/server/contract/bulk-checks.ts";
import { Link } from "@tanstack/react-router";
import { Button, Popconfirm } from "antd";
import type { ReactNode } from "react";

import { SeverityMark, severities } from "../../look/severity.tsx";

const moment = new Intl.DateTimeFormat("zh-CN", { dateStyle: "medium", timeStyle: "short" });

/** CheckList (历次检查). */
export function CheckList({
  checks,
  onDelete,
}: {
  readonly checks: readonly BulkCheckLine[];
  readonly onDelete: (ref: string) => void;
}): ReactNode {
  return (
    <ul className="check-list">
      {checks.map(({ ref, title, state, createdAt, counts }) => (
        <li key={ref}>
          <div>
            <Link to="/bulk-check/$check" params={{ check: ref }}>
              {title}
            </Link>
            <p className="soft">
              {moment.format(new Date(createdAt))} · {BULK_STATE_NAMES[state]} · {counts.files} 个文件
              {counts.failed === 0 ? "" : `，${counts.failed} 个未能读取`}
            </p>
          </div>
          <p className="check-counts">
            {severities.map((severity) => (
              <SeverityMark key={severity} severity={severity} count={counts[severity]} />
            ))}
          </p>
          <Popconfirm
            title="删除这次检查？"
            description="上传的文件和结果一并删除，不能恢复。"
            okText="删除"
            cancelText="保留"
            onConfirm={() => onDelete(ref)}
          >
            <Button size="small" aria-label={`删除 ${title}`}>
              删除
            </Button>
          </Popconfirm>
        </li>
      ))}
    </ul>
  );
}
