// 信号: patterns over many evaluations that deserve a look. They accuse nobody: each says how it was counted and shows
// the list behind it.

import type {
  SignalLine,
  SignalList as Signals,
  SignalMemberLine,
} from "@jueming/server/contract/analysis.ts";
import { signalList, signalMember } from "@jueming/server/contract/analysis.ts";
import { pageOf } from "@jueming/server/contract/page.ts";
import type { UseQueryResult } from "@tanstack/react-query";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { Button } from "antd";
import type { ReactNode } from "react";

import { read } from "../../api/client.ts";
import { withWords } from "../../api/lists.ts";
import type { Address } from "../../parts/address.ts";
import type { Column } from "../../parts/list-table/list-table.tsx";
import { ListTable } from "../../parts/list-table/list-table.tsx";
import { EmptyState, Loaded } from "../../parts/states.tsx";
import { scopeIn } from "./analysis-words.ts";
import { ListPanel } from "./list-panel.tsx";

function useSignals(address: Address): UseQueryResult<Signals> {
  const scope = scopeIn(address);
  return useQuery({
    queryKey: ["signals", scope],
    queryFn: ({ signal }) => read(signalList, withWords("/analysis/signals", { ...scope }), signal),
  });
}

/** SignalsPanel (信号): those that show, each leading to its list. */
export function SignalsPanel({ address }: { readonly address: Address }): ReactNode {
  const query = useSignals(address);
  return <Loaded query={query}>{(found) => <Shown found={found} address={address} />}</Loaded>;
}

function Shown({ found, address }: { readonly found: Signals; readonly address: Address }): ReactNode {
  const { evaluations, left, tooMany, items } = found;
  if (tooMany)
    return (
      <EmptyState title="范围太大">
        范围内有 {evaluations} 份自评。信号须两两比较文字，请先选定地区或部门。
      </EmptyState>
    );
  const shown = items.filter((one) => one.shown > 0);
  const silent = items.length - shown.length;
  return (
    <>
      {shown.length === 0 ? (
        <EmptyState title="没有需要留意的信号">
          看了 {evaluations - left} 份自评，{silent} 类信号都没有出现。
        </EmptyState>
      ) : (
        <ListTable caption="信号" columns={columnsOf(address)} items={shown} keyOf={({ id }) => id} />
      )}
      <p className="panel-note soft">
        信号不是问题，只提示哪里值得看一眼。
        {shown.length === 0 ? "" : `另有 ${silent} 类没有出现。`}
        {left === 0 ? "" : `有 ${left} 份自评是以前录入的，下次提交后才计入。`}
      </p>
    </>
  );
}

const columnsOf = (address: Address): readonly Column<SignalLine>[] => [
  {
    title: "信号",
    cell: ({ id, title, why }) => (
      <>
        <Button
          type="link"
          size="small"
          className="cell-link"
          onClick={() => address.change({ list: "signals", signal: id })}
        >
          {title}
        </Button>
        <div className="soft">{why}</div>
      </>
    ),
  },
  { title: "单位", isFigure: true, cell: ({ units }) => units },
  { title: "出现 / 判断", isFigure: true, cell: ({ shown, judged }) => `${shown} / ${judged}` },
];

const members = pageOf(signalMember);
const memberColumns: readonly Column<SignalMemberLine>[] = [
  { title: "单位", cell: ({ unitName }) => unitName },
  { title: "项目", cell: ({ report, project }) => <Link to={`/reports/${report}`}>{project}</Link> },
  { title: "对象", cell: ({ subject }) => subject ?? "" },
  {
    title: "数据",
    cell: ({ figures }) => figures.map(({ name, value }) => `${name} ${value}`).join("；"),
  },
];

/** SignalMembers (信号清单): the list behind a signal, and how it was counted. */
export function SignalMembers({ address }: { readonly address: Address }): ReactNode {
  const id = address.words["signal"] ?? "";
  const query = useSignals(address);
  const own = query.data?.items.find((one) => one.id === id);
  return (
    <>
      <ListPanel<SignalMemberLine>
        title={own?.title ?? "信号"}
        address={address}
        contract={members}
        path={`/analysis/signals/${encodeURIComponent(id)}/members`}
        words={{ ...scopeIn(address) }}
        fileWords={{ signal: id }}
        file="signals"
        columns={memberColumns}
        keyOf={({ report, project, subject, figures }) =>
          `${report} ${project} ${subject ?? ""} ${figures.map(({ value }) => value).join(" ")}`
        }
      />
      {own === undefined ? null : (
        <dl className="signal-method">
          <dt>为什么看</dt>
          <dd>{own.why}</dd>
          <dt>怎样统计</dt>
          <dd>{own.method}</dd>
          <dt>何时不说</dt>
          <dd>{own.silence}</dd>
          <dt>依据</dt>
          <dd>{own.basis}</dd>
        </dl>
      )}
    </>
  );
}
