// 问题: the findings of a report, the gravest first; each with its figures, the way to them, its basis, and the place
// for an explanation where one is asked for.

import type { ReactNode } from "react";

import { SeverityMark, severities } from "../../look/severity.tsx";
import { EmptyState } from "../states.tsx";
import { FindingItem } from "./finding-item.tsx";
import type { ExplainFinding, Finding, FindingPlace, NotChecked, OfferedExplanation } from "./finding.ts";
import "./findings-panel.css";

/** FindingsPanel (问题). */
export function FindingsPanel({
  findings,
  notChecked = [],
  onGo,
  onExplain,
  offersFor,
}: {
  readonly findings: readonly Finding[];
  readonly notChecked?: readonly NotChecked[];
  /** Goes to the place of a figure. */
  readonly onGo: (place: FindingPlace) => void;
  /** Keeps the explanation of a finding of kind 核实性; without it, explanations are only shown. */
  readonly onExplain?: ExplainFinding;
  /** What was said of the same finding a year before. */
  readonly offersFor?: (finding: Finding) => readonly OfferedExplanation[];
}): ReactNode {
  const own = findings.filter(({ causedBy }) => causedBy === null);
  if (findings.length === 0 && notChecked.length === 0) {
    return <EmptyState title="没有发现问题">各项核对均已通过，可以送审。</EmptyState>;
  }
  return (
    <div className="findings">
      <p className="findings-count" role="status">
        {severities.map((severity) => (
          <SeverityMark
            key={severity}
            severity={severity}
            count={findings.filter((finding) => finding.severity === severity).length}
          />
        ))}
      </p>
      {severities.map((severity) => {
        const members = own.filter((finding) => finding.severity === severity);
        return members.length === 0 ? null : (
          <section key={severity} aria-label={severity}>
            <h2>
              <SeverityMark severity={severity} />
            </h2>
            <ol>
              {members.map((finding) => (
                <li key={keyOf(finding)}>
                  <FindingItem
                    finding={finding}
                    sameCause={findings.filter(({ causedBy }) => causedBy === findings.indexOf(finding))}
                    onGo={onGo}
                    offered={offersFor?.(finding) ?? []}
                    {...(onExplain === undefined ? {} : { onExplain })}
                  />
                </li>
              ))}
            </ol>
          </section>
        );
      })}
      {notChecked.length === 0 ? null : <NotCheckedList notChecked={notChecked} />}
    </div>
  );
}

/** What was not checked is said: silence would read as a pass. */
function NotCheckedList({ notChecked }: { readonly notChecked: readonly NotChecked[] }): ReactNode {
  return (
    <details className="findings-not-checked">
      <summary>未能核对 {notChecked.length} 项</summary>
      <ul>
        {notChecked.map(({ code, subject, reason }) => (
          <li key={`${code} ${subject ?? ""} ${reason}`}>
            {code} {subject ?? ""}：{reason}
          </li>
        ))}
      </ul>
    </details>
  );
}

function keyOf({ rule, subject, message }: Finding): string {
  return `${rule} ${subject} ${message}`;
}
