// Execution against score: a circle for each step of five by five, its area by how many evaluations lie there, and a
// table of the same. Low execution with a high score is where a reviewer looks first, and is marked.

import type { Analysis } from "@jueming/server/contract/analysis.ts";
import { Button } from "antd";
import type { ReactNode } from "react";

import type { Address } from "../../parts/address.ts";
import { EmptyState } from "../../parts/states.tsx";

type Point = Analysis["points"][number];

const [width, height, left, base, top] = [560, 330, 40, 290, 12];
const step = 5;
const ticks = [0, 20, 40, 60, 80, 100];
const across = (rate: number): number => left + ((width - left - 16) * rate) / 105;
const up = (score: number): number => base - ((base - top) * score) / 105;
/** 90 is the lowest total of 优 in the national measure; half executed and still 优 is what we point at. */
const isOdd = ({ rate, score }: Point): boolean => rate < 50 && score >= 90;

/** ScoreScatter (执行率与得分). */
export function ScoreScatter({
  points,
  address,
}: {
  readonly points: readonly Point[];
  readonly address: Address;
}): ReactNode {
  if (points.length === 0) return <EmptyState title="还没有既有执行率又有得分的项目自评" />;
  const open = ({ rate, score }: Point): void =>
    address.change({
      list: "evaluations",
      rateFrom: String(rate),
      rateTo: String(rate + step),
      scoreFrom: String(score),
      scoreTo: String(score + step),
    });
  const odd = points.filter(isOdd);
  return (
    <div className="scatter">
      <Plot points={points} onOpen={open} />
      <div className="panel-note">
        <p>
          {odd.length === 0
            ? "没有执行率低于 50% 而得分在 90 分以上的项目。"
            : `执行率低于 50% 而得分在 90 分以上的项目 ${odd.reduce((sum, { count }) => sum + count, 0)} 个，图中以粗边标出。`}
        </p>
        <details>
          <summary>以表格查看</summary>
          <PointTable points={points} onOpen={open} />
        </details>
      </div>
    </div>
  );
}

interface Opened {
  readonly points: readonly Point[];
  readonly onOpen: (point: Point) => void;
}

function Plot({ points, onOpen }: Opened): ReactNode {
  const most = Math.max(...points.map(({ count }) => count));
  return (
    <svg viewBox={`0 0 ${width} ${height}`} aria-hidden="true" focusable="false">
      {ticks.map((tick) => (
        <g key={tick} className="plot-grid">
          <path d={`M${left} ${up(tick)}H${width - 12}M${across(tick)} ${base}V${top}`} />
          <text x={left - 6} y={up(tick) + 4} textAnchor="end">
            {tick}
          </text>
          <text x={across(tick)} y={base + 16} textAnchor="middle">
            {tick}
          </text>
        </g>
      ))}
      <text x={width / 2} y={height - 6} textAnchor="middle">
        预算执行率（%）
      </text>
      <text x="4" y="10">
        得分
      </text>
      {points
        .toSorted((a, b) => b.count - a.count)
        .map((point) => (
          <circle
            key={`${point.rate} ${point.score}`}
            className={isOdd(point) ? "plot-mark plot-odd" : "plot-mark"}
            cx={across(point.rate + step / 2)}
            cy={up(point.score + step / 2)}
            r={4 + 10 * Math.sqrt(point.count / most)}
            onClick={() => onOpen(point)}
          >
            <title>{`${rangeText(point)}：${point.count} 个项目`}</title>
          </circle>
        ))}
    </svg>
  );
}

const rangeText = ({ rate, score }: Point): string =>
  `执行率 ${rate >= 100 ? "100 及以上" : `${rate}–${rate + step}`}，得分 ${score >= 100 ? "100" : `${score}–${score + step}`}`;

/** The same as a table: it is the way in for keyboards and for those who hear the page. */
function PointTable({ points, onOpen }: Opened): ReactNode {
  return (
    <table className="list-table">
      <thead>
        <tr>
          <th scope="col">范围</th>
          <th scope="col" className="figure">
            项目数
          </th>
        </tr>
      </thead>
      <tbody>
        {points
          .toSorted((a, b) => a.rate - b.rate || b.score - a.score)
          .map((point) => (
            <tr key={rangeText(point)}>
              <td>
                <Button type="link" size="small" onClick={() => onOpen(point)}>
                  {rangeText(point)}
                </Button>
              </td>
              <td className="figure">{point.count}</td>
            </tr>
          ))}
      </tbody>
    </table>
  );
}
