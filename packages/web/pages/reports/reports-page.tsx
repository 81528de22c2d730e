// 报告: the reports of my units, by year, kind and state, with how far each has come and what was found.

import type { ReportLine } from "@jueming/server/contract/reports.ts";
import { reportLine } from "@jueming/server/contract/reports.ts";
import { pageOf } from "@jueming/server/contract/page.ts";
import { keepPreviousData, useInfiniteQuery } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { Button } from "antd";
import type { ReactNode } from "react";

import { read } from "../../api/client.ts";
import { PageFrame, Panel } from "../../parts/page-frame.tsx";
import { EmptyState, ErrorState, LoadingState } from "../../parts/states.tsx";
import type { ReportFilter } from "./report-filter.tsx";
import { filterIn, ReportFilters, queryOf } from "./report-filter.tsx";
import { ReportTable } from "./report-table.tsx";
import "./reports.css";

const pageOfLines = pageOf(reportLine);

export function Page(): ReactNode {
  const search: Readonly<Record<string, unknown>> = useSearch({ strict: false });
  const navigate = useNavigate();
  const filter = filterIn(search);
  const setFilter = (next: ReportFilter): void =>
    void navigate({ to: ".", search: { ...next }, replace: true });
  return (
    <PageFrame title="报告" intro="本单位及所辖单位各年度的决算公开与绩效自评报告。" isWide>
      <ReportFilters filter={filter} onChange={setFilter} />
      <Panel>
        <Reports filter={filter} />
      </Panel>
    </PageFrame>
  );
}

function Reports({ filter }: { readonly filter: ReportFilter }): ReactNode {
  const query = useInfiniteQuery({
    queryKey: ["reports", filter],
    queryFn: ({ pageParam, signal }) => read(pageOfLines, `/reports?${queryOf(filter, pageParam)}`, signal),
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next,
    placeholderData: keepPreviousData,
  });
  if (query.isPending) return <LoadingState />;
  if (query.data === undefined)
    return <ErrorState error={query.error} onRetry={() => void query.refetch()} />;
  const lines: readonly ReportLine[] = query.data.pages.flatMap(({ items }) => items);
  if (lines.length === 0)
    return <Nothing isFiltered={Object.values(filter).some((one) => one !== undefined)} />;
  return (
    <>
      <ReportTable lines={lines} />
      {query.hasNextPage ? (
        <p className="reports-more">
          <Button loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
            显示更多
          </Button>
        </p>
      ) : null}
    </>
  );
}

function Nothing({ isFiltered }: { readonly isFiltered: boolean }): ReactNode {
  return isFiltered ? (
    <EmptyState title="没有符合条件的报告">请放宽上面的条件。</EmptyState>
  ) : (
    <EmptyState title="还没有报告">
      系统管理员下达年度任务后，这里会出现要填报的报告；已公开的文件可以在报告中导入。
    </EmptyState>
  );
}
