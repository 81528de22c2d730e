// At the right: findings as they are now, what is still missing, what reviewers said of figures and of the whole.

import type { EditorSpot, ReportProgress } from "@jueming/server/contract/report-editing.ts";
import type { LiveState, ReportView } from "@jueming/server/contract/reports.ts";
import type { CommentList } from "@jueming/server/contract/review.ts";
import { Button, Tabs } from "antd";
import type { ReactNode } from "react";
import { memo } from "react";

import { messageOf } from "../../api/problem.ts";
import { useComments } from "../../parts/comments/comment-questions.ts";
import { CommentsList } from "../../parts/comments/comments-list.tsx";
import { FindingsPanel } from "../../parts/findings-panel/findings-panel.tsx";
import { EmptyState } from "../../parts/states.tsx";
import { spotIn } from "./places.ts";
import { shownFindings } from "./shown-findings.ts";
import { useExplanations } from "./use-explanations.ts";

/** SidePanel (问题、未填、意见): drawn anew only when something in it has changed. */
export const SidePanel = memo(Panel);

function Panel({
  live,
  progress,
  report,
  onGo,
  onExplained,
}: {
  readonly live: LiveState;
  readonly progress: ReportProgress | undefined;
  readonly report: ReportView;
  readonly onGo: (spot: EditorSpot) => void;
  /** Told when an explanation was kept, which changes what counts as open. */
  readonly onExplained: () => void;
}): ReactNode {
  const explanations = useExplanations(report.ref, live.findings, onExplained);
  const goTo = (value: unknown): void => {
    const spot = spotIn(value);
    if (spot !== null) onGo(spot);
  };
  const missing = progress?.missing ?? [];
  const { data: comments } = useComments(report.ref);
  return (
    <aside className="editor-side" aria-label="核对结果">
      <Tabs
        size="small"
        items={[
          {
            key: "findings",
            label: `问题 ${live.findings.length + live.problems.length}`,
            children: (
              <>
                <Problems problems={live.problems} onGo={goTo} />
                <FindingsPanel
                  findings={shownFindings(live.findings)}
                  notChecked={live.notChecked.map((one) => ({ ...one, rule: one.code }))}
                  onGo={({ spot }) => goTo(spot)}
                  offersFor={explanations.offersFor}
                  {...(report.steps.includes("explain") ? { onExplain: explanations.keep } : {})}
                />
                {explanations.error === null ? null : <p role="alert">{messageOf(explanations.error)}</p>}
              </>
            ),
          },
          {
            key: "missing",
            label: `未填 ${missing.length}`,
            children: <Missing missing={missing} onGo={onGo} />,
          },
          {
            key: "comments",
            label: `批注 ${comments?.unresolved ?? 0}`,
            children: <Comments report={report.ref} comments={comments} onGo={goTo} />,
          },
          { key: "opinions", label: `意见 ${report.reviews.length}`, children: <Opinions report={report} /> },
        ]}
      />
    </aside>
  );
}

/** What could not be read of the entries. */
function Problems({
  problems,
  onGo,
}: {
  readonly problems: LiveState["problems"];
  readonly onGo: (spot: unknown) => void;
}): ReactNode {
  if (problems.length === 0) return null;
  return (
    <ul className="side-list">
      {problems.map(({ message, spot }, index) => (
        <li key={`${index} ${message}`}>
          <span className="severity severity-error">
            <span aria-hidden="true">■</span> 填写不对
          </span>{" "}
          {message}
          {spotIn(spot) === null ? null : (
            <Button size="small" type="link" onClick={() => onGo(spot)}>
              去看
            </Button>
          )}
        </li>
      ))}
    </ul>
  );
}

function Missing({
  missing,
  onGo,
}: {
  readonly missing: ReportProgress["missing"];
  readonly onGo: (spot: EditorSpot) => void;
}): ReactNode {
  if (missing.length === 0) return <EmptyState title="必填的都填了">正式文件需要的内容已经齐全。</EmptyState>;
  return (
    <ul className="side-list">
      {missing.map(({ text, sheet, spot }, index) => (
        <li key={`${index} ${text}`}>
          {text}
          {spot === null ? null : (
            <Button size="small" type="link" aria-label={`去填 ${text}`} onClick={() => onGo(spot)}>
              去填{sheet === null ? "" : `：${sheet}`}
            </Button>
          )}
        </li>
      ))}
    </ul>
  );
}

function Comments({
  report,
  comments,
  onGo,
}: {
  readonly report: string;
  readonly comments: CommentList | undefined;
  readonly onGo: (spot: unknown) => void;
}): ReactNode {
  return (
    <CommentsList
      report={report}
      comments={comments?.items ?? []}
      mayComment={comments?.mayComment === true}
      mayAsk={false}
      standing={undefined}
      onGo={onGo}
    />
  );
}

function Opinions({ report: { reviews } }: { readonly report: ReportView }): ReactNode {
  if (reviews.length === 0)
    return <EmptyState title="还没有审核意见">送审后，各级审核的意见列在这里。</EmptyState>;
  return (
    <ol className="side-list">
      {reviews.toReversed().map(({ version, stageName, decision, opinion, by, at, invalidated }) => (
        <li key={at}>
          <p className="soft">
            {at.slice(0, 10)} · {stageName} · {by} · 第 {version} 版
          </p>
          <p>
            <strong>{decision === "passed" ? "通过" : "退回"}</strong>
            {invalidated ? "（数字已变动，须重新审核）" : ""}
            {opinion === "" ? "" : `：${opinion}`}
          </p>
        </li>
      ))}
    </ol>
  );
}
