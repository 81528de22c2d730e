// The three states every page has besides its content: empty (says what to do next), loading, failed (says what
// happened, and tries again). One place, so that they are the same everywhere.

import { Button, Skeleton } from "antd";
import type { ReactNode } from "react";

import { messageOf } from "../api/problem.ts";
import "./states.css";

/** EmptyState (空): what is missing here and what to do about it. */
export function EmptyState({
  title,
  children,
  action,
}: {
  readonly title: string;
  readonly children?: ReactNode;
  readonly action?: ReactNode;
}): ReactNode {
  return (
    <section className="state">
      <svg aria-hidden="true" className="state-sheet" viewBox="0 0 64 48">
        <rect x="8.5" y="4.5" width="47" height="39" rx="3" />
        <path d="M8.5 14.5h47M8.5 24.5h47M8.5 34.5h47M24.5 14.5v29M40.5 14.5v29" />
      </svg>
      <h2>{title}</h2>
      {children === undefined ? null : <p className="soft">{children}</p>}
      {action === undefined ? null : <div className="state-action">{action}</div>}
    </section>
  );
}

/** LoadingState (加载中): the outline of what will come. */
export function LoadingState({ rows = 6 }: { readonly rows?: number }): ReactNode {
  return (
    <div role="status" className="state-loading">
      <span className="read-aloud">正在加载</span>
      <Skeleton active title={false} paragraph={{ rows }} />
    </div>
  );
}

/** ErrorState (出错): what happened, and a way to try again. */
export function ErrorState({
  error,
  onRetry,
}: {
  readonly error: unknown;
  readonly onRetry?: () => void;
}): ReactNode {
  return (
    <section className="state state-error" role="alert">
      <h2>没有打开</h2>
      <p>{messageOf(error)}</p>
      {onRetry === undefined ? null : (
        <div className="state-action">
          <Button onClick={onRetry}>再试一次</Button>
        </div>
      )}
    </section>
  );
}

/** What a query needs to be shown. */
interface Shown<T> {
  readonly data: T | undefined;
  readonly error: unknown;
  readonly isPending: boolean;
  readonly refetch: () => unknown;
}

/** Loaded: shows a query: loading, failed, or its content. What was read before stays while it is read again. */
export function Loaded<T>({
  query,
  rows,
  children,
}: {
  readonly query: Shown<T>;
  readonly rows?: number;
  readonly children: (value: T) => ReactNode;
}): ReactNode {
  if (query.data !== undefined) return children(query.data);
  if (query.isPending) return <LoadingState {...(rows === undefined ? {} : { rows })} />;
  return <ErrorState error={query.error} onRetry={() => void query.refetch()} />;
}
