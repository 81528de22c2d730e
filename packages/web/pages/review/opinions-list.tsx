// 意见与材料: what was decided so far, the evidence that came with the report, and the explanations of its findings.

import type { ReportView } from "@jueming/server/contract/reports.ts";
import type { EvidenceView, ExplanationView, ReportSpot } from "@jueming/server/contract/review.ts";
import { spotOf } from "@jueming/server/contract/review.ts";
import { Button } from "antd";
import type { ReactNode } from "react";

import { downloadAddress } from "../../api/client.ts";
import { EmptyState } from "../../parts/states.tsx";
import { dayOf } from "../../parts/comments/comments-list.tsx";

/** OpinionsList (审核意见). */
export function OpinionsList({ reviews }: { readonly reviews: ReportView["reviews"] }): ReactNode {
  if (reviews.length === 0)
    return <EmptyState title="还没有审核意见">各环节的意见会依次列在这里。</EmptyState>;
  return (
    <ol className="said-list">
      {reviews.map(({ stageName, decision, opinion, by, at, version, invalidated }) => (
        <li key={`${at} ${stageName}`}>
          <p>
            <strong>
              {stageName}：{decision === "passed" ? "通过" : "退回"}
            </strong>
            {invalidated ? "（其后数字有改动，已失效）" : ""}
          </p>
          <p className="said-text">{opinion === "" ? "（未填意见）" : opinion}</p>
          <p className="soft">
            {by} · {dayOf(at)} · 第 {version} 版
          </p>
        </li>
      ))}
    </ol>
  );
}

/** EvidenceList (佐证材料). */
export function EvidenceList({
  report,
  items,
  mayDownload,
  onGo,
}: {
  readonly report: string;
  readonly items: readonly EvidenceView[];
  readonly mayDownload: boolean;
  readonly onGo: (spot: ReportSpot) => void;
}): ReactNode {
  if (items.length === 0) {
    return <EmptyState title="没有佐证材料">填报人可为每项指标或整份报告上传佐证材料。</EmptyState>;
  }
  return (
    <ul className="said-list">
      {items.map(({ ref, name, label, about, size, by, at, removedAt }) => (
        <li key={ref}>
          <p>
            {removedAt !== null || !mayDownload ? (
              name
            ) : (
              <a href={downloadAddress(`/reports/${report}/evidence/${ref}/content`)} download>
                {name}
              </a>
            )}
            <span className="soft"> {sizeOf(size)}</span>
            {removedAt === null ? "" : `（${dayOf(removedAt)} 移除）`}
          </p>
          {about === null ? (
            <p className="soft">整份报告</p>
          ) : (
            <Button size="small" type="link" onClick={() => onGo(spotOf(about))}>
              {label}
            </Button>
          )}
          <p className="soft">
            {by} · {dayOf(at)}
          </p>
        </li>
      ))}
    </ul>
  );
}

const sizeOf = (bytes: number): string =>
  bytes < 1024 * 1024
    ? `${Math.max(1, Math.round(bytes / 1024))} KB`
    : `${(bytes / 1024 / 1024).toFixed(1)} MB`;

/** ExplanationsList (核实性说明): those given, and those that no longer hold. */
export function ExplanationsList({ items }: { readonly items: readonly ExplanationView[] }): ReactNode {
  const given = items.filter(({ withdrawnAt }) => withdrawnAt === null);
  if (given.length === 0) return null;
  return (
    <section aria-label="核实性说明">
      <h3 className="said-note">核实性说明</h3>
      <ul className="said-list">
        {given.map(({ ref, subject, text, by, at, holds }) => (
          <li key={ref}>
            <p className="soft">
              {subject} · {by} · {dayOf(at)}
              {holds ? "" : " · 数字已改变，不再有效"}
            </p>
            <p className="said-text">{text}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}
