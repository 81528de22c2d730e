// 待审核报告: one line a report — whose, what was found, how long it has waited; lines are chosen for one decision.

import type { QueueLine } from "@jueming/server/contract/review.ts";
import { Link } from "@tanstack/react-router";
import { Checkbox } from "antd";
import type { ReactNode } from "react";
import { useEffect, useRef } from "react";

import { SeverityMark, severities } from "../../look/severity.tsx";

/** QueueTable (待审核报告). */
export function QueueTable({
  lines,
  chosen,
  current,
  results,
  onChoose,
}: {
  readonly lines: readonly QueueLine[];
  readonly chosen: ReadonlySet<string>;
  /** The line at which the keys stand. */
  readonly current: number;
  /** What became of the reports of the last decision. */
  readonly results: ReadonlyMap<string, string>;
  readonly onChoose: (refs: readonly string[], isChosen: boolean) => void;
}): ReactNode {
  const refs = lines.map(({ ref }) => ref);
  const count = refs.filter((ref) => chosen.has(ref)).length;
  return (
    <table className="queue">
      <thead>
        <tr>
          <th scope="col" className="queue-choice">
            <Checkbox
              aria-label="全选本页"
              checked={count > 0 && count === refs.length}
              indeterminate={count > 0 && count < refs.length}
              onChange={({ target }) => onChoose(refs, target.checked)}
            />
          </th>
          <th scope="col">单位、报告</th>
          <th scope="col">环节</th>
          <th scope="col">问题</th>
          <th scope="col">交流</th>
          <th scope="col">等候、期限</th>
        </tr>
      </thead>
      <tbody>
        {lines.map((line, index) => (
          <QueueRow
            key={line.ref}
            line={line}
            isChosen={chosen.has(line.ref)}
            isCurrent={index === current}
            result={results.get(line.ref) ?? null}
            onChoose={(isChosen) => onChoose([line.ref], isChosen)}
          />
        ))}
      </tbody>
    </table>
  );
}

function QueueRow({
  line,
  isChosen,
  isCurrent,
  result,
  onChoose,
}: {
  readonly line: QueueLine;
  readonly isChosen: boolean;
  readonly isCurrent: boolean;
  readonly result: string | null;
  readonly onChoose: (isChosen: boolean) => void;
}): ReactNode {
  const { ref, unit, year, kindName, version, stateName, evidence } = line;
  const row = useRef<HTMLTableRowElement>(null);
  useEffect(() => {
    if (isCurrent) row.current?.scrollIntoView({ block: "nearest" });
  }, [isCurrent]);
  return (
    <tr ref={row} className={isCurrent ? "current" : undefined} aria-current={isCurrent ? "true" : undefined}>
      <td className="queue-choice">
        <Checkbox
          aria-label={`选择 ${unit.name}`}
          checked={isChosen}
          onChange={({ target }) => onChoose(target.checked)}
        />
      </td>
      <td data-label="报告">
        <Link to="/review/$report" params={{ report: ref }} className="queue-unit">
          {unit.name}
        </Link>
        <p className="soft">
          {year} 年度{kindName}，第 {version} 版
          {unit.departmentName === null ? "" : ` · ${unit.departmentName}`}
        </p>
        {result === null ? null : <p className="queue-result">{result}</p>}
      </td>
      <td data-label="环节">{stateName}</td>
      <td data-label="问题">
        <Found line={line} />
      </td>
      <td data-label="交流">
        <Talk line={line} />
        <p className="soft">佐证材料 {evidence}</p>
      </td>
      <td data-label="等候、期限">
        <Waiting line={line} />
      </td>
    </tr>
  );
}

function Found({ line: { summary } }: { readonly line: QueueLine }): ReactNode {
  const found = severities.filter((severity) => summary[severity] > 0);
  if (found.length === 0) return <span className="soft">未发现问题</span>;
  return (
    <span className="queue-found">
      {found.map((severity) => (
        <SeverityMark key={severity} severity={severity} count={summary[severity]} />
      ))}
    </span>
  );
}

function Talk({ line: { unanswered, unresolved } }: { readonly line: QueueLine }): ReactNode {
  if (unresolved === 0) return <span className="soft">无批注</span>;
  return (
    <span>
      批注 {unresolved}
      {unanswered === 0 ? "" : `，待答复 ${unanswered}`}
    </span>
  );
}

function Waiting({ line: { daysWaiting, due, overdue } }: { readonly line: QueueLine }): ReactNode {
  return (
    <>
      <span>{daysWaiting === 0 ? "今天送到" : `已等 ${daysWaiting} 天`}</span>
      {due === null ? null : (
        <p className={overdue ? "late" : "soft"}>
          {overdue ? "已逾期，" : ""}期限 {due}
        </p>
      )}
    </>
  );
}
