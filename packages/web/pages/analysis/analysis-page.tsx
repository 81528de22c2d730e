// 汇总分析: what the reader's part of the tree amounts to in a year. Every mark leads to its list, every list downloads.

import type { Analysis } from "@jueming/server/contract/analysis.ts";
import { analysis } from "@jueming/server/contract/analysis.ts";
import { REPORT_STATES, STATE_NAMES } from "@jueming/server/contract/report-states.ts";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { Button, Select } from "antd";
import type { ReactNode } from "react";

import { downloadAddress, read } from "../../api/client.ts";
import { withWords } from "../../api/lists.ts";
import type { Address } from "../../parts/address.ts";
import { useAddress } from "../../parts/address.ts";
import { PageFrame, Panel } from "../../parts/page-frame.tsx";
import { EmptyState, Loaded } from "../../parts/states.tsx";
import { UnitPicker } from "../../parts/unit-picker/unit-picker.tsx";
import "./analysis.css";
import { Changes, Departments, ThreePublic } from "./analysis-tables.tsx";
import { EvaluationList } from "./evaluation-list.tsx";
import { Grades } from "./grades.tsx";
import { ScoreScatter } from "./score-scatter.tsx";

/** Final accounts are made of the year before. */
const usual = String(new Date().getFullYear() - 1);

export function Page(): ReactNode {
  const address = useAddress();
  const year = address.words["year"] ?? usual;
  const department = address.words["department"];
  const query = useQuery({
    queryKey: ["analysis", year, department],
    queryFn: ({ signal }) => read(analysis, withWords("/analysis", { year, department }), signal),
  });
  return (
    <PageFrame
      title="汇总分析"
      intro="看全局，从异常处点进去；每个图形都通向它背后的清单。"
      actions={<Choice address={address} year={year} />}
      isWide
    >
      {address.words["list"] === "evaluations" ? (
        <EvaluationList address={address} year={year} />
      ) : (
        <Loaded query={query}>{(found) => <Overview found={found} address={address} />}</Loaded>
      )}
    </PageFrame>
  );
}

function Choice({ address, year }: { readonly address: Address; readonly year: string }): ReactNode {
  const { department } = address.words;
  const last = Number(usual) + 1;
  return (
    <>
      <Select
        aria-label="年度"
        style={{ width: 120 }}
        value={year}
        options={[0, 1, 2, 3, 4, 5].map((back) => ({
          value: String(last - back),
          label: `${last - back}年度`,
        }))}
        onChange={(next) => address.change({ year: next })}
      />
      <div className="department-choice">
        <UnitPicker
          label="主管部门"
          year={Number(year)}
          value={department ?? null}
          onlyDepartments
          placeholder="全部部门"
          onChange={(next) => address.change({ department: next })}
        />
      </div>
    </>
  );
}

function Overview({ found, address }: { readonly found: Analysis; readonly address: Address }): ReactNode {
  const reports = Object.values(found.states).reduce((sum, count) => sum + count, 0);
  if (reports === 0) {
    return (
      <Panel>
        <EmptyState title={`${found.year}年度还没有报告`}>
          换一个年度看看；下达任务后，进度会在这里汇总。
        </EmptyState>
      </Panel>
    );
  }
  return (
    <div className="analysis-grid">
      <Panel title="报告状态">
        <States found={found} />
      </Panel>
      <Panel title="自评等级">
        <Grades grades={found.grades} address={address} />
      </Panel>
      <Panel title="执行率与得分" extra={<Files list="evaluations" address={address} year={found.year} />}>
        <ScoreScatter points={found.points} address={address} />
      </Panel>
      <Panel title="“三公”经费">
        <ThreePublic items={found.threePublic} year={found.year} />
      </Panel>
      <Panel title="支出增减最大" extra={<Files list="changes" address={address} year={found.year} />}>
        <Changes changes={found.changes} year={found.year} />
      </Panel>
      <Panel title="分部门" extra={<Files list="departments" address={address} year={found.year} />}>
        <Departments departments={found.departments} year={found.year} />
      </Panel>
    </div>
  );
}

/** Downloads of a list. */
function Files({
  list,
  address: { words },
  year,
}: {
  readonly list: "evaluations" | "changes" | "departments";
  readonly address: Address;
  readonly year: number;
}): ReactNode {
  const to = (format: string): string =>
    downloadAddress(withWords(`/analysis/${list}/file`, { year, department: words["department"], format }));
  return (
    <span className="file-links">
      <Button size="small" href={to("xlsx")} download>
        XLSX
      </Button>
      <Button size="small" href={to("csv")} download>
        CSV
      </Button>
    </span>
  );
}

/** Each state with its share, leading to its reports. */
function States({ found: { states, year } }: { readonly found: Analysis }): ReactNode {
  const most = Math.max(1, ...Object.values(states));
  return (
    <ul className="bar-list">
      {REPORT_STATES.filter((state) => (states[state] ?? 0) > 0).map((state) => (
        <li key={state}>
          <Link to="/reports" search={{ year, state }}>
            {STATE_NAMES[state]}
          </Link>
          <span className="bar" aria-hidden="true">
            <span style={{ width: `${(100 * (states[state] ?? 0)) / most}%` }} />
          </span>
          <span className="figure">{states[state]}</span>
        </li>
      ))}
    </ul>
  );
}
