// The overview of the analysis: panels of marks, each leading to its list.

import type { Analysis } from "@jueming/server/contract/analysis.ts";
import { REPORT_STATES, STATE_NAMES } from "@jueming/server/contract/report-states.ts";
import { Link } from "@tanstack/react-router";
import { Button } from "antd";
import type { ReactNode } from "react";

import type { Address } from "../../parts/address.ts";
import { Panel } from "../../parts/page-frame.tsx";
import { EmptyState } from "../../parts/states.tsx";
import type { Part } from "./analysis-tables.tsx";
import { Changes, Late, Parts, ThreePublic } from "./analysis-tables.tsx";
import { scopeIn } from "./analysis-words.ts";
import { FileLinks } from "./file-links.tsx";
import { Grades } from "./grades.tsx";
import { ScoreScatter } from "./score-scatter.tsx";
import { SignalsPanel } from "./signals.tsx";

interface Shown {
  readonly found: Analysis;
  readonly address: Address;
}

/** Overview (汇总). */
export function Overview({ found, address }: Shown): ReactNode {
  const scope = { ...scopeIn(address) };
  const { year } = found;
  const reports = Object.values(found.states).reduce((sum, count) => sum + count, 0);
  if (reports === 0) {
    return (
      <Panel>
        <EmptyState title={`${year}年度还没有报告`}>
          换一个年度看看；下达任务后，进度会在这里汇总。
        </EmptyState>
      </Panel>
    );
  }
  return (
    <div className="analysis-grid">
      <Panel title="报告状态" extra={<FileLinks list="reports" name="报告状态" words={scope} />}>
        <States found={found} address={address} />
      </Panel>
      <Panel title="自评等级" extra={<FileLinks list="evaluations" name="自评等级" words={scope} />}>
        <Grades grades={found.grades} address={address} />
      </Panel>
      <Panel title="执行率与得分" extra={<FileLinks list="evaluations" name="项目自评" words={scope} />}>
        <ScoreScatter points={found.points} address={address} />
      </Panel>
      <Panel title="信号" extra={<FileLinks list="signals" name="信号" words={scope} />}>
        <SignalsPanel address={address} />
      </Panel>
      <Panel title="“三公”经费" extra={<FileLinks list="three-public" name="“三公”经费" words={scope} />}>
        <ThreePublic items={found.threePublic} year={year} address={address} />
      </Panel>
      <Panel title="逾期整改" extra={<AllLate address={address} />}>
        <Late entries={found.late} />
      </Panel>
      <Panel title="支出增减最大" extra={<ChangeLinks address={address} />}>
        <Changes changes={found.changes} year={year} />
      </Panel>
      {found.districts.length > 1 ? (
        <Panel title="分地区" extra={<FileLinks list="districts" name="分地区" words={scope} />}>
          <Parts title="地区" parts={found.districts.map(districtPart)} year={year} />
        </Panel>
      ) : (
        <Panel title="分部门" extra={<FileLinks list="departments" name="分部门" words={scope} />}>
          <Parts title="部门" parts={found.departments.map(departmentPart)} year={year} />
        </Panel>
      )}
    </div>
  );
}

const districtPart = ({ code, ...sum }: Analysis["districts"][number]): Part => ({
  words: { region: code },
  sum,
});
const departmentPart = ({ ref, ...sum }: Analysis["departments"][number]): Part => ({
  words: { department: ref },
  sum,
});

function ChangeLinks({ address }: Pick<Shown, "address">): ReactNode {
  return (
    <span className="file-links">
      <Button size="small" onClick={() => address.change({ list: "changes" })}>
        全部单位
      </Button>
      <FileLinks list="changes" name="支出增减" words={{ ...scopeIn(address) }} />
    </span>
  );
}

function AllLate({ address }: Pick<Shown, "address">): ReactNode {
  const { year, region, department } = scopeIn(address);
  const search = Object.fromEntries(
    Object.entries({ year, region, department, only: "late" }).filter(([, word]) => word !== undefined),
  );
  return (
    <Link to="/rectifications" search={search}>
      在台账中查看、下载
    </Link>
  );
}

/** Each state with its share, leading to its reports. */
function States({ found: { states }, address }: Shown): ReactNode {
  const most = Math.max(1, ...Object.values(states));
  return (
    <ul className="bar-list">
      {REPORT_STATES.filter((state) => (states[state] ?? 0) > 0).map((state) => (
        <li key={state}>
          <Button type="link" size="small" onClick={() => address.change({ list: "reports", state })}>
            {STATE_NAMES[state]}
          </Button>
          <span className="bar" aria-hidden="true">
            <span style={{ width: `${(100 * (states[state] ?? 0)) / most}%` }} />
          </span>
          <span className="figure">{states[state]}</span>
        </li>
      ))}
    </ul>
  );
}
