// 汇总分析: what the reader's part of the tree amounts to in a year. Every mark leads to its list, every list downloads.

import type { Analysis } from "@jueming/server/contract/analysis.ts";
import { analysis } from "@jueming/server/contract/analysis.ts";
import { useQuery } from "@tanstack/react-query";
import { Select } from "antd";
import type { ReactNode } from "react";

import { read } from "../../api/client.ts";
import { withWords } from "../../api/lists.ts";
import "../../look/severity.css";
import type { Address } from "../../parts/address.ts";
import { useAddress } from "../../parts/address.ts";
import { PageFrame } from "../../parts/page-frame.tsx";
import { Loaded } from "../../parts/states.tsx";
import { UnitPicker } from "../../parts/unit-picker/unit-picker.tsx";
import "./analysis.css";
import { scopeIn, usualYear } from "./analysis-words.ts";
import { EvaluationList } from "./evaluation-list.tsx";
import { Overview } from "./overview.tsx";
import { SignalMembers } from "./signals.tsx";
import { ChangeList, ReportList, ThreePublicList } from "./unit-lists.tsx";

const lists: Readonly<Record<string, (shown: { readonly address: Address }) => ReactNode>> = {
  evaluations: EvaluationList,
  changes: ChangeList,
  "three-public": ThreePublicList,
  reports: ReportList,
  signals: SignalMembers,
};

export function Page(): ReactNode {
  const address = useAddress();
  const scope = scopeIn(address);
  const query = useQuery({
    queryKey: ["analysis", scope],
    queryFn: ({ signal }) => read(analysis, withWords("/analysis", { ...scope }), signal),
  });
  const List = lists[address.words["list"] ?? ""];
  return (
    <PageFrame
      title="汇总分析"
      intro="看全局，从异常处点进去；每个图形都通向它背后的清单。"
      actions={<Choice address={address} regions={query.data?.regions ?? []} />}
      isWide
    >
      {List === undefined ? (
        <Loaded query={query} rows={12}>
          {(found) => <Overview found={found} address={address} />}
        </Loaded>
      ) : (
        <List address={address} />
      )}
    </PageFrame>
  );
}

const YEARS_SHOWN = 6;

/** Year, district where there are several, department. */
function Choice({
  address,
  regions,
}: {
  readonly address: Address;
  readonly regions: Analysis["regions"];
}): ReactNode {
  const { year, region, department } = scopeIn(address);
  const last = Number(usualYear) + 1;
  return (
    <>
      <Select
        aria-label="年度"
        className="year-choice"
        value={year}
        options={Array.from({ length: YEARS_SHOWN }, (_, back) => ({
          value: String(last - back),
          label: `${last - back}年度`,
        }))}
        onChange={(next) => address.change({ year: next })}
      />
      {regions.length > 1 || region !== undefined ? (
        <Select
          aria-label="地区"
          className="region-choice"
          allowClear
          showSearch={{ optionFilterProp: "label" }}
          placeholder="全部地区"
          value={region ?? null}
          options={regions.map(({ code, name }) => ({ value: code, label: name }))}
          onChange={(next: string | undefined) => address.change({ region: next ?? null, department: null })}
        />
      ) : null}
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
