// Severities, told by shape and word as well as by colour: 错误 ■, 警告 ▲, 提示 ●.

import type { ReactNode } from "react";

import "./severity.css";

export type Severity = "error" | "warning" | "hint";

/** Worst first. */
export const severities: readonly Severity[] = ["error", "warning", "hint"];

export const severityWords: Readonly<Record<Severity, string>> = {
  error: "错误",
  warning: "警告",
  hint: "提示",
};

export const severityShapes: Readonly<Record<Severity, string>> = { error: "■", warning: "▲", hint: "●" };

/** SeverityMark: the shape and word of a severity, with a count where one is given. */
export function SeverityMark({
  severity,
  count,
}: {
  readonly severity: Severity;
  readonly count?: number;
}): ReactNode {
  return (
    <span className={`severity severity-${severity}`}>
      <span aria-hidden="true" className="severity-shape">
        {severityShapes[severity]}
      </span>
      {severityWords[severity]}
      {count === undefined ? null : <span className="severity-count"> {count}</span>}
    </span>
  );
}
