// How many evaluations have which grade, as bars; each leads to its list.

import type { Analysis } from "@jueming/server/contract/analysis.ts";
import { Button } from "antd";
import type { ReactNode } from "react";

import type { Address } from "../../parts/address.ts";
import { EmptyState } from "../../parts/states.tsx";

/** Grades (自评等级). */
export function Grades({
  grades,
  address,
}: {
  readonly grades: Analysis["grades"];
  readonly address: Address;
}): ReactNode {
  const total = grades.reduce((sum, { count }) => sum + count, 0);
  const most = Math.max(1, ...grades.map(({ count }) => count));
  if (total === 0) return <EmptyState title="还没有项目自评" />;
  return (
    <ul className="bar-list">
      {grades.map(({ grade, count }) => (
        <li key={grade ?? ""}>
          <Button
            type="link"
            size="small"
            onClick={() => address.change({ list: "evaluations", grade: grade ?? "none" })}
          >
            {grade ?? "未定等级"}
          </Button>
          <span className="bar" aria-hidden="true">
            <span style={{ width: `${(100 * count) / most}%` }} />
          </span>
          <span className="figure">
            {count}（{Math.round((100 * count) / total)}%）
          </span>
        </li>
      ))}
    </ul>
  );
}
