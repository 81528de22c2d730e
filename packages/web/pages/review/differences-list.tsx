// 差异: what is other than in an earlier version or in last year's report, line by line; each leads to its cell.

import type { DifferenceView, ReportSpot } from "@jueming/server/contract/review.ts";
import { Button, Select } from "antd";
import type { ReactNode } from "react";

import { EmptyState, LoadingState } from "../../parts/states.tsx";
import type { Beside } from "./report-questions.ts";

/** DifferencesList (差异). */
export function DifferencesList({
  beside,
  choices,
  differences,
  isPending,
  onBeside,
  onGo,
}: {
  readonly beside: Beside;
  readonly choices: readonly { readonly value: Beside; readonly label: string }[];
  /** Null where there is nothing to compare with. */
  readonly differences: {
    readonly left: string;
    readonly right: string;
    readonly items: readonly DifferenceView[];
  } | null;
  readonly isPending: boolean;
  readonly onBeside: (beside: Beside) => void;
  readonly onGo: (spot: ReportSpot) => void;
}): ReactNode {
  return (
    <>
      <div className="reviewed-bar">
        <Select
          aria-label="对比对象"
          value={beside}
          options={[...choices]}
          onChange={(value) => onBeside(value)}
        />
      </div>
      {isPending ? <LoadingState /> : <Changes differences={differences} onGo={onGo} />}
    </>
  );
}

function Changes({
  differences,
  onGo,
}: {
  readonly differences: Parameters<typeof DifferencesList>[0]["differences"];
  readonly onGo: (spot: ReportSpot) => void;
}): ReactNode {
  if (differences === null) {
    return <EmptyState title="没有可对比的报告">系统里还没有这个单位上一年度的同类报告。</EmptyState>;
  }
  const { left, right, items } = differences;
  if (items.length === 0) return <EmptyState title="没有差异">两边的数字与文字一致。</EmptyState>;
  return (
    <table className="changes">
      <thead>
        <tr>
          <th scope="col">项目（{items.length} 处）</th>
          <th scope="col" className="figure">
            {left}
          </th>
          <th scope="col" className="figure">
            {right}
          </th>
        </tr>
      </thead>
      <tbody>
        {items.map(({ kind, where, what, left: before, right: after, spot }, index) => (
          // oxlint-disable-next-line react/no-array-index-key -- differences have no name of their own: texts repeat
          <tr key={index}>
            <th scope="row">
              {spot === null ? (
                what
              ) : (
                <Button size="small" type="link" onClick={() => onGo(spot)}>
                  {what}
                </Button>
              )}
              <p className="soft">{where}</p>
            </th>
            <td className={kind === "figure" || kind === "score" ? "figure" : "words"}>{before ?? "空"}</td>
            <td className={kind === "figure" || kind === "score" ? "figure" : "words"}>{after ?? "空"}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
