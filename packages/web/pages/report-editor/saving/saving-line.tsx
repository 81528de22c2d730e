// What is told about saving: always in words, and what can be done when it does not go on.

import { Button } from "antd";
import type { ReactNode } from "react";

import type { EditedReport } from "./use-draft.ts";

/** SavingLine (保存状态). */
export function SavingLine({ edited }: { readonly edited: EditedReport }): ReactNode {
  const { saving, draft, others } = edited;
  const count = draft.pending.length;
  return (
    <div className="saving" role="status">
      <span className={`saving-word saving-${saving.kind}`}>{wordsFor(saving.kind, count)}</span>
      {"message" in saving ? (
        <>
          <span>{saving.message}</span>
          <Button size="small" onClick={edited.retry}>
            立即重试
          </Button>
        </>
      ) : null}
      {saving.kind === "stopped" ? (
        <Button size="small" danger onClick={edited.discard}>
          放弃这 {count} 处修改
        </Button>
      ) : null}
      {others.length === 0 ? null : <span className="saving-others">{others.join("、")} 也打开着本报告</span>}
    </div>
  );
}

function wordsFor(kind: EditedReport["saving"]["kind"], count: number): string {
  if (kind === "saved") return "✓ 已保存";
  if (kind === "saving") return `正在保存 ${count} 处……`;
  return `未保存 ${count} 处`;
}
