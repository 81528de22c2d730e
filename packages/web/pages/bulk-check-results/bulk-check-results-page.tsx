// 检查结果: a bulk check opened: how far it is, its units worst first, what to download.

import { bulkCheckLine, bulkCheckView, BULK_STATE_NAMES } from "@jueming/server/contract/bulk-checks.ts";
import type { BulkCheckLine, BulkCheckView } from "@jueming/server/contract/bulk-checks.ts";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Link, useParams } from "@tanstack/react-router";
import { Alert, Button, Popconfirm, Progress } from "antd";
import type { ReactNode } from "react";
import { useEffect, useState } from "react";

import { ask, nothing, read } from "../../api/client.ts";
import { useEvents } from "../../api/events.ts";
import { messageOf } from "../../api/problem.ts";
import { SeverityMark, severities } from "../../look/severity.tsx";
import { PageFrame, Panel } from "../../parts/page-frame.tsx";
import { EmptyState, Loaded } from "../../parts/states.tsx";
import "./bulk-check-results.css";
import { Downloads } from "./downloads.tsx";
import { UnitFilters } from "./unit-filters.tsx";
import type { UnitFilter } from "./unit-rows.ts";
import { unitRows } from "./unit-rows.ts";
import { UnitTable } from "./unit-table.tsx";

export function Page(): ReactNode {
  const params: { readonly check?: string } = useParams({ strict: false });
  const ref = params.check ?? "";
  const view = useQuery({
    queryKey: ["bulk-check", ref],
    queryFn: ({ signal }) => read(bulkCheckView, `/bulk-checks/${ref}`, signal),
  });
  const line = useProgress(ref, view.data);
  return (
    <Loaded query={view} rows={10}>
      {(shown) => <Results key={ref} view={shown} line={line ?? shown} />}
    </Loaded>
  );
}

const isOver = ({ state }: Pick<BulkCheckLine, "state">): boolean =>
  state === "done" || state === "cancelled";

/** Lists are read again while the work goes on, but not for each file. */
const REREAD_MS = 2_000;

/** How far the check is, as the server tells it; what has been found is read again now and then. */
function useProgress(ref: string, view: BulkCheckView | undefined): BulkCheckLine | null {
  const queries = useQueryClient();
  const [line, setLine] = useState<BulkCheckLine | null>(null);
  const isWatched = view !== undefined && !isOver(view);
  useEvents(isWatched ? `/bulk-checks/${ref}/events` : null, "progress", bulkCheckLine, setLine);
  const isBehind = isWatched && line !== null && JSON.stringify(line.counts) !== JSON.stringify(view.counts);
  const isAtEnd = line !== null && isOver(line);
  useEffect(() => {
    if (!isBehind && !(isWatched && isAtEnd)) return undefined;
    const timer = setTimeout(
      () => void queries.invalidateQueries({ queryKey: ["bulk-check", ref] }),
      isAtEnd ? 0 : REREAD_MS,
    );
    return () => clearTimeout(timer);
  }, [isBehind, isWatched, isAtEnd, queries, ref, view]);
  return isWatched ? line : null;
}

function Results({ view, line }: { readonly view: BulkCheckView; readonly line: BulkCheckLine }): ReactNode {
  const [filter, setFilter] = useState<UnitFilter>({ only: "all", search: "" });
  const [opened, setOpened] = useState<ReadonlySet<string>>(new Set());
  const rows = unitRows(view, filter, opened);
  const toggle = (key: string): void => setOpened((before) => before.symmetricDifference(new Set([key])));
  return (
    <PageFrame
      title={view.title}
      intro={<Link to="/bulk-check">全部批量检查</Link>}
      actions={<Downloads check={view} />}
    >
      <Panel>
        <Summary line={line} />
      </Panel>
      <Panel>
        <UnitFilters filter={filter} failed={view.failed.length} onChange={setFilter} />
        {rows.length === 0 ? (
          <Nothing line={line} filter={filter} />
        ) : (
          <UnitTable check={view.ref} rows={rows} opened={opened} onToggle={toggle} />
        )}
      </Panel>
    </PageFrame>
  );
}

function Summary({ line }: { readonly line: BulkCheckLine }): ReactNode {
  const { state, counts, ref } = line;
  const done = counts.checked + counts.failed;
  const percent = counts.files === 0 ? 0 : Math.floor((done / counts.files) * 100);
  return (
    <div className="check-summary">
      <p role="status">
        <strong>{BULK_STATE_NAMES[state]}</strong>：{counts.files} 个文件，已核对 {counts.checked} 个
        {counts.failed === 0 ? "" : `，未能读取 ${counts.failed} 个`}
        {counts.waiting === 0 ? "" : `，待核对 ${counts.waiting} 个`}
      </p>
      {isOver(line) ? null : (
        <>
          <Progress percent={percent} aria-label="核对进度" status="active" />
          <Stop check={ref} />
        </>
      )}
      <p className="check-summary-counts">
        {severities.map((severity) => (
          <SeverityMark key={severity} severity={severity} count={counts[severity]} />
        ))}
      </p>
    </div>
  );
}

function Stop({ check }: { readonly check: string }): ReactNode {
  const queries = useQueryClient();
  const stopping = useMutation({
    mutationFn: () => ask(nothing, `/bulk-checks/${check}/cancellation`, { method: "POST" }),
    onSettled: () => queries.invalidateQueries({ queryKey: ["bulk-check", check] }),
  });
  return (
    <>
      {stopping.error === null ? null : <Alert type="error" title={messageOf(stopping.error)} />}
      <Popconfirm
        title="停止核对？"
        description="已核对的结果保留，其余不再核对。"
        okText="停止"
        cancelText="继续核对"
        onConfirm={() => stopping.mutate()}
      >
        <Button size="small">停止核对</Button>
      </Popconfirm>
    </>
  );
}

function Nothing({ line, filter }: { readonly line: BulkCheckLine; readonly filter: UnitFilter }): ReactNode {
  if (filter.only !== "all" || filter.search !== "")
    return <EmptyState title="没有符合条件的单位">请放宽筛选条件。</EmptyState>;
  return isOver(line) ? (
    <EmptyState title="没有结果">没有一个文件核对过。请重新上传后再检查。</EmptyState>
  ) : (
    <EmptyState title="正在核对">核对出来的单位会陆续列在这里。</EmptyState>
  );
}
