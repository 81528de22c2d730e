// 审核: the reports that wait for a review, worst first; one is opened, several are decided at once.

import { pageOf } from "@jueming/server/contract/page.ts";
import { reviewsAnswer } from "@jueming/server/contract/reports.ts";
import type { QueueLine } from "@jueming/server/contract/review.ts";
import { queueLine, stageCounts } from "@jueming/server/contract/review.ts";
import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { Button } from "antd";
import type { ReactNode } from "react";
import { useState } from "react";

import { ask, read } from "../../api/client.ts";
import { PageFrame, Panel } from "../../parts/page-frame.tsx";
import { EmptyState, ErrorState, LoadingState } from "../../parts/states.tsx";
import type { Decision } from "./decision-dialog.tsx";
import { DecisionDialog, decisionWords } from "./decision-dialog.tsx";
import type { QueueFilter } from "./queue-filter.tsx";
import { filterIn, QueueFilters, queryOf, StageBar } from "./queue-filter.tsx";
import { QueueTable } from "./queue-table.tsx";
import { useReviewKeys } from "./review-keys.ts";
import "./review.css";

export function Page(): ReactNode {
  const search: Readonly<Record<string, unknown>> = useSearch({ strict: false });
  const navigate = useNavigate();
  const filter = filterIn(search);
  const onFilter = (next: QueueFilter): void =>
    void navigate({ to: "/review", search: { ...next }, replace: true });
  const stages = useQuery({
    queryKey: ["reviews", "stages"],
    queryFn: ({ signal }) => read(stageCounts, "/reviews/stages", signal),
  });
  return (
    <PageFrame title="审核" intro="送审的报告，问题最多的排在最前。" isWide>
      <StageBar stages={stages.data?.stages ?? []} filter={filter} onChange={onFilter} />
      <QueueFilters filter={filter} onChange={onFilter} />
      <Queue key={queryOf(filter, null)} filter={filter} />
    </PageFrame>
  );
}

const page = pageOf(queueLine);

function Queue({ filter }: { readonly filter: QueueFilter }): ReactNode {
  const query = useInfiniteQuery({
    queryKey: ["reviews", "queue", queryOf(filter, null)],
    queryFn: ({ signal, pageParam }) => read(page, `/reviews/queue?${queryOf(filter, pageParam)}`, signal),
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next,
  });
  if (query.isPending) return <LoadingState rows={8} />;
  if (query.isError) return <ErrorState error={query.error} onRetry={() => void query.refetch()} />;
  const lines = query.data.pages.flatMap(({ items }) => items);
  if (lines.length === 0) return <NothingWaits filter={filter} />;
  return (
    <>
      <Desk lines={lines} />
      {query.hasNextPage ? (
        <p className="queue-more">
          <Button loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
            再显示一些
          </Button>
        </p>
      ) : null}
    </>
  );
}

function NothingWaits({ filter }: { readonly filter: QueueFilter }): ReactNode {
  const isNarrowed = Object.values(filter).some((value) => value !== undefined);
  return (
    <Panel>
      <EmptyState title={isNarrowed ? "没有符合条件的报告" : "没有等您审核的报告"}>
        {isNarrowed
          ? "换一个范围或去掉筛选条件再看。"
          : "下级单位送审后，会按问题轻重排在这里。范围选“全部报告”可查看其他环节的报告。"}
      </EmptyState>
    </Panel>
  );
}

function Desk({ lines }: { readonly lines: readonly QueueLine[] }): ReactNode {
  const navigate = useNavigate();
  const [current, setCurrent] = useState(0);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [decision, setDecision] = useState<Decision | null>(null);
  const several = useSeveral(lines, () => {
    setDecision(null);
    setChosen(new Set());
  });
  const standing = lines[Math.min(current, lines.length - 1)];
  const picked = lines.filter(({ ref }) => chosen.has(ref));
  const choose = (refs: readonly string[], isChosen: boolean): void =>
    setChosen(
      (before) => new Set([...[...before].filter((ref) => !refs.includes(ref)), ...(isChosen ? refs : [])]),
    );
  const decide = (next: Decision): void => {
    if (picked.length === 0 && standing !== undefined) choose([standing.ref], true);
    setDecision(next);
  };
  useReviewKeys({
    j: () => setCurrent(Math.min(current + 1, lines.length - 1)),
    k: () => setCurrent(Math.max(current - 1, 0)),
    x: () => (standing === undefined ? undefined : choose([standing.ref], !chosen.has(standing.ref))),
    o: () =>
      standing === undefined
        ? undefined
        : void navigate({ to: "/review/$report", params: { report: standing.ref } }),
    p: () => decide("passed"),
    r: () => decide("returned"),
  });
  const withErrors = picked.filter(({ summary }) => summary.error > 0).length;
  return (
    <Panel>
      <QueueActs count={picked.length} onDecide={setDecision} />
      {several.summary === null ? null : (
        <p className="queue-summary" role="status">
          {several.summary}
        </p>
      )}
      <QueueTable
        lines={lines}
        chosen={chosen}
        current={current}
        results={several.results}
        onChoose={choose}
      />
      {decision === null ? null : (
        <DecisionDialog
          decision={decision}
          about={picked.length === 1 ? (picked[0]?.unit.name ?? "") : `${picked.length} 份报告`}
          warning={withErrors === 0 ? null : `其中 ${withErrors} 份报告还有逻辑性错误，请确认。`}
          isBusy={several.isBusy}
          error={several.error}
          onDecide={(opinion) => several.decide(picked, decision, opinion)}
          onClose={() => setDecision(null)}
        />
      )}
    </Panel>
  );
}

function QueueActs({
  count,
  onDecide,
}: {
  readonly count: number;
  readonly onDecide: (decision: Decision) => void;
}): ReactNode {
  return (
    <div className="queue-acts" role="toolbar" aria-label="对所选报告">
      <span aria-live="polite">{count === 0 ? "未选择报告" : `已选 ${count} 份`}</span>
      <Button type="primary" disabled={count === 0} onClick={() => onDecide("passed")}>
        通过
      </Button>
      <Button disabled={count === 0} onClick={() => onDecide("returned")}>
        退回
      </Button>
      <span className="soft queue-keys">
        <kbd>j</kbd> <kbd>k</kbd> 上下，<kbd>o</kbd> 打开，<kbd>x</kbd> 选择，<kbd>p</kbd> 通过，<kbd>r</kbd>{" "}
        退回
      </span>
    </div>
  );
}

interface Several {
  readonly results: ReadonlyMap<string, string>;
  readonly summary: string | null;
  readonly isBusy: boolean;
  readonly error: unknown;
  readonly decide: (picked: readonly QueueLine[], decision: Decision, opinion: string) => void;
}

/** Decides several reports; each has its own result. */
function useSeveral(lines: readonly QueueLine[], onDone: () => void): Several {
  const queries = useQueryClient();
  const [results, setResults] = useState<ReadonlyMap<string, string>>(new Map());
  const [summary, setSummary] = useState<string | null>(null);
  const send = useMutation({
    mutationFn: (body: { reports: string[]; decision: Decision; opinion: string }) =>
      ask(reviewsAnswer, "/reviews", { method: "POST", body }),
    onSuccess: ({ value: { done, failed } }, { decision }) => {
      const word = decisionWords[decision];
      const names = done.map((ref) => lines.find((one) => one.ref === ref)?.unit.name ?? ref);
      setResults(new Map(failed.map(({ ref, message }) => [ref, `未能${word}：${message}`])));
      setSummary(
        [
          ...(done.length === 0 ? [] : [`已${word} ${done.length} 份：${names.join("、")}。`]),
          ...(failed.length === 0 ? [] : [`${failed.length} 份未能${word}，原因见该报告一行。`]),
        ].join(""),
      );
      onDone();
      void queries.invalidateQueries({ queryKey: ["reviews"] });
      void queries.invalidateQueries({ queryKey: ["my-work"] });
    },
  });
  return {
    results,
    summary,
    isBusy: send.isPending,
    error: send.error,
    decide: (picked, decision, opinion) =>
      send.mutate({ reports: picked.map(({ ref }) => ref), decision, opinion }),
  };
}
