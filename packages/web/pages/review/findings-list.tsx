// 问题: what was found in the report, worst first; from each one goes to its figures or asks the unit to explain.

import type { FindingView } from "@jueming/server/contract/reports.ts";
import type { ReportSpot, ToExplain } from "@jueming/server/contract/review.ts";
import { Button } from "antd";
import type { ReactNode } from "react";
import { useEffect, useRef } from "react";

import { SeverityMark, severities } from "../../look/severity.tsx";
import { FindingItem } from "../../parts/findings-panel/finding-item.tsx";
import { EmptyState } from "../../parts/states.tsx";
import { spotIn } from "./report-places.ts";

/** The graver, the lighter the number; those already explained come last. */
const weightOf = ({ severity, explanation }: FindingView): number =>
  severities.indexOf(severity) + (explanation === null ? 0 : severities.length);

/** The findings that name a cause of their own, worst first. */
export const inOrder = (findings: readonly FindingView[]): readonly FindingView[] =>
  findings
    .filter(({ causedBy }) => causedBy === null)
    .toSorted((left, right) => weightOf(left) - weightOf(right));

/** FindingsList (问题). */
export function FindingsList({
  findings,
  all,
  current,
  explained,
  onGo,
  onStand,
  onAsk,
}: {
  /** In the order in which they are shown. */
  readonly findings: readonly FindingView[];
  readonly all: readonly FindingView[];
  readonly current: number;
  readonly explained: readonly ToExplain[];
  readonly onGo: (spot: ReportSpot) => void;
  readonly onStand: (index: number) => void;
  /** Asks the unit; undefined where the person may not. */
  readonly onAsk: ((finding: FindingView) => void) | undefined;
}): ReactNode {
  if (findings.length === 0) {
    return (
      <EmptyState title="没有发现问题">各项核对均已通过。可查看差异、批注与佐证材料后作出决定。</EmptyState>
    );
  }
  return (
    <ol className="said-list">
      {findings.map((finding, index) => (
        <FindingLine
          key={`${finding.rule} ${finding.subject} ${finding.message}`}
          finding={finding}
          all={all}
          isCurrent={index === current}
          offered={offeredFor(finding, explained)}
          onGo={(spot) => {
            onStand(index);
            onGo(spot);
          }}
          onAsk={onAsk === undefined ? undefined : () => onAsk(finding)}
        />
      ))}
    </ol>
  );
}

function FindingLine({
  finding,
  all,
  isCurrent,
  offered,
  onGo,
  onAsk,
}: {
  readonly finding: FindingView;
  readonly all: readonly FindingView[];
  readonly isCurrent: boolean;
  readonly offered: ToExplain["offered"];
  readonly onGo: (spot: ReportSpot) => void;
  readonly onAsk: (() => void) | undefined;
}): ReactNode {
  const line = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (isCurrent) line.current?.scrollIntoView({ block: "nearest" });
  }, [isCurrent]);
  const index = all.indexOf(finding);
  return (
    <li
      ref={line}
      className={isCurrent ? "current" : undefined}
      aria-current={isCurrent ? "true" : undefined}
    >
      <SeverityMark severity={finding.severity} />
      <FindingItem
        finding={shown(finding)}
        sameCause={all.filter(({ causedBy }) => causedBy === index).map(shown)}
        onGo={({ spot }) => {
          const known = spotIn(spot);
          if (known !== undefined) onGo(known);
        }}
      />
      {offered.map(({ ref, year, text, sameFigures }) => (
        <p key={ref} className="soft">
          {year} 年度说明{sameFigures ? "（数字相同）" : ""}：{text}
        </p>
      ))}
      {onAsk === undefined ? null : (
        <div className="said-acts">
          <Button size="small" onClick={onAsk}>
            请单位说明
          </Button>
        </div>
      )}
    </li>
  );
}

const shown = (finding: FindingView) => ({
  ...finding,
  sourceDoubt: finding["sourceDoubt"] === true,
  operands: finding.operands.map(({ label, value, spot }) => ({ label, value, place: { spot } })),
});

const offeredFor = (finding: FindingView, explained: readonly ToExplain[]): ToExplain["offered"] =>
  explained.find(
    ({ rule, subject, message }) =>
      rule === finding.rule && subject === finding.subject && message === finding.message,
  )?.offered ?? [];
