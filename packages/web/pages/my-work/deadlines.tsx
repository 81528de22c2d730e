// 期限: what is still open at each stage and until when, the nearest first.

import type { MyWork } from "@jueming/server/contract/review.ts";
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";

/** Deadlines (期限). */
export function Deadlines({
  deadlines,
  today,
  desk,
}: {
  readonly deadlines: MyWork["deadlines"];
  readonly today: string;
  readonly desk: string;
}): ReactNode {
  if (deadlines.length === 0) return <p className="work-note soft">没有未到期的任务。</p>;
  return (
    <table className="work">
      <thead>
        <tr>
          <th scope="col">任务</th>
          <th scope="col">环节</th>
          <th scope="col" className="figure">
            未完成
          </th>
          <th scope="col">期限（今天 {today}）</th>
        </tr>
      </thead>
      <tbody>
        {deadlines.map(({ title, year, state, stateName, day, daysLeft, open }) => (
          <tr key={`${title} ${year} ${state} ${day}`}>
            <th scope="row" data-label="任务">
              {title}
            </th>
            <td data-label="环节">{stateName}</td>
            <td data-label="未完成" className="figure">
              <Link
                to={state === "filling" ? "/reports" : desk}
                search={{
                  year,
                  state,
                  ...(desk === "/review" && state !== "filling" ? { only: "all" } : {}),
                }}
              >
                {open} 份<span className="read-aloud">，{stateName}</span>
              </Link>
            </td>
            <td data-label="期限" className={daysLeft < 0 ? "late" : undefined}>
              {day}，{leftOf(daysLeft)}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function leftOf(days: number): string {
  if (days < 0) return `已逾期 ${-days} 天`;
  return days === 0 ? "今天到期" : `还有 ${days} 天`;
}
