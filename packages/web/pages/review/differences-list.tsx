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
        {items.map((one, index) => (
          // oxlint-disable-next-line react/no-array-index-key -- differences have no name of their own: texts repeat
          <Change key={index} one={one} names={[left, right]} onGo={onGo} />
        ))}
      </tbody>
    </table>
  );
}

/** Figures stand side by side; texts below each other, over the whole width. */
function Change({
  one: { kind, where, what, left, right, spot },
  names,
  onGo,
}: {
  readonly one: DifferenceView;
  /** What the two sides are called. */
  readonly names: readonly [string, string];
  readonly onGo: (spot: ReportSpot) => void;
}): ReactNode {
  const isFigure = kind === "figure" || kind === "score";
  const name = (
    <>
      {spot === null ? (
        what
      ) : (
        <Button size="small" type="link" onClick={() => onGo(spot)}>
          {what}
        </Button>
      )}
      <p className="soft">{where}</p>
    </>
  );
  if (isFigure) {
    return (
      <tr>
        <th scope="row">{name}</th>
        <td className="figure">{left ?? "空"}</td>
        <td className="figure">{right ?? "空"}</td>
      </tr>
    );
  }
  return (
    <tr>
      <td colSpan={3}>
        {name}
        {[left, right].map((text, side) => (
          <p key={names[side]} className="words">
            <span className="soft">{names[side]}：</span>
            {text ?? "空"}
          </p>
        ))}
      </td>
    </tr>
  );
}
