// Lists of units and reports behind a mark: by the change of what they spent, by an item of “三公”经费, by state.

import type { ExpenseChange, ThreePublicLine } from "@jueming/server/contract/analysis.ts";
import {
  expenseChange,
  THREE_PUBLIC_ITEMS,
  threePublicItem,
  threePublicLine,
} from "@jueming/server/contract/analysis.ts";
import { pageOf } from "@jueming/server/contract/page.ts";
import type { ReportState } from "@jueming/server/contract/report-states.ts";
import { reportState, STATE_NAMES } from "@jueming/server/contract/report-states.ts";
import type { ReportLine } from "@jueming/server/contract/reports.ts";
import { reportLine } from "@jueming/server/contract/reports.ts";
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";

import type { Address } from "../../parts/address.ts";
import type { Column } from "../../parts/list-table/list-table.tsx";
import { inTenThousands } from "./amount-text.ts";
import { changeColumns } from "./analysis-tables.tsx";
import { scopeIn } from "./analysis-words.ts";
import { ListPanel } from "./list-panel.tsx";

const changes = pageOf(expenseChange);
const threePublic = pageOf(threePublicLine);
const reports = pageOf(reportLine);

interface Shown {
  readonly address: Address;
}

/** ChangeList (支出增减清单). */
export function ChangeList({ address }: Shown): ReactNode {
  const scope = scopeIn(address);
  return (
    <ListPanel<ExpenseChange>
      title={`${scope.year}年度支出增减`}
      address={address}
      contract={changes}
      path="/analysis/changes"
      words={{ ...scope }}
      file="changes"
      columns={changeColumns(Number(scope.year))}
      keyOf={({ unit }) => unit.ref}
    />
  );
}

/** ThreePublicList (“三公”经费清单): one item, unit by unit. */
export function ThreePublicList({ address }: Shown): ReactNode {
  const scope = scopeIn(address);
  const item = threePublicItem.catch("total").parse(address.words["item"]);
  const year = Number(scope.year);
  const columns: readonly Column<ThreePublicLine>[] = [
    {
      title: "单位（万元）",
      cell: ({ unit }) => (
        <Link to="/reports" search={{ year, search: unit.name }}>
          {unit.name}
        </Link>
      ),
    },
    { title: "主管部门", cell: ({ departmentName }) => departmentName ?? "" },
    { title: `${year}年预算`, isFigure: true, cell: ({ budget }) => inTenThousands(budget) },
    { title: `${year}年决算`, isFigure: true, cell: ({ now }) => inTenThousands(now) },
    { title: `${year - 1}年决算`, isFigure: true, cell: ({ before }) => inTenThousands(before) },
  ];
  return (
    <ListPanel<ThreePublicLine>
      title={`${year}年度${THREE_PUBLIC_ITEMS[item]}`}
      address={address}
      contract={threePublic}
      path="/analysis/three-public"
      words={{ ...scope, item }}
      file="three-public"
      columns={columns}
      keyOf={({ unit }) => unit.ref}
    />
  );
}

const reportColumns: readonly Column<ReportLine>[] = [
  { title: "单位", cell: ({ ref, unit }) => <Link to={`/reports/${ref}`}>{unit.name}</Link> },
  { title: "主管部门", cell: ({ unit }) => unit.departmentName ?? "" },
  { title: "报告", cell: ({ kindName }) => kindName },
  { title: "状态", cell: ({ stateName }) => stateName },
  {
    title: "期限",
    cell: ({ due, overdue }) => (
      <>
        {due ?? "—"}
        {overdue ? <span className="severity-error"> ⚠ 已逾期</span> : null}
      </>
    ),
  },
  { title: "错误", isFigure: true, cell: ({ summary }) => summary.error },
  { title: "警告", isFigure: true, cell: ({ summary }) => summary.warning },
];

/** ReportList (报告清单): those in one state. */
export function ReportList({ address }: Shown): ReactNode {
  const scope = scopeIn(address);
  const state: ReportState | undefined = reportState
    .optional()
    .catch(undefined)
    .parse(address.words["state"]);
  return (
    <ListPanel<ReportLine>
      title={`${scope.year}年度报告：${state === undefined ? "全部" : STATE_NAMES[state]}`}
      address={address}
      contract={reports}
      path="/reports"
      words={{ ...scope, state, sort: "name" }}
      file="reports"
      columns={reportColumns}
      keyOf={({ ref }) => ref}
    />
  );
}
