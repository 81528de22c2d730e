// The report as it will be printed: HTML of the server, in a frame in which nothing can run and nothing can be left.

import type { ReactNode } from "react";

import { EmptyState } from "../states.tsx";
import "./preview-pane.css";

/** PreviewPane (预览). Its page comes from the server by address, so that it is held to a policy of its own. */
export function PreviewPane({
  title,
  address,
}: {
  readonly title: string;
  /** Address of the page; null while there is none. A new version is a new address. */
  readonly address: string | null;
}): ReactNode {
  if (address === null) {
    return (
      <EmptyState title="还没有可预览的内容">先录入基本信息和决算表，这里会显示印出来的样子。</EmptyState>
    );
  }
  // Nothing is allowed to it: no script, no form, no window.
  return <iframe className="preview-pane" title={`预览：${title}`} src={address} sandbox="" />;
}
