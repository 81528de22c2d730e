// Which reports of the queue are listed; the choice stands in the address, so that a link leads to the same list.

import { KIND_NAMES, REPORT_KINDS, STATE_NAMES } from "@jueming/server/contract/report-states.ts";
import type { QueueQuery, StageCounts } from "@jueming/server/contract/review.ts";
import { queueQuery } from "@jueming/server/contract/review.ts";
import { Input, Select } from "antd";
import type { ReactNode } from "react";
import { useState } from "react";

/** QueueFilter (筛选条件). */
export type QueueFilter = {
  readonly [Name in "year" | "kind" | "state" | "search" | "only" | "sort"]?: QueueQuery[Name] | undefined;
};

const known = queueQuery.pick({ year: true, kind: true, state: true, search: true }).extend({
  only: queueQuery.shape.only.removeDefault().optional(),
  sort: queueQuery.shape.sort.removeDefault().optional(),
});

/** The filter that an address names; what it names wrongly does not count. */
export const filterIn = (search: Readonly<Record<string, unknown>>): QueueFilter =>
  known.safeParse(search).data ?? {};

/** The filter as the server is asked. */
export function queryOf(filter: QueueFilter, cursor: string | null): string {
  const given = Object.entries({ ...filter, cursor }).flatMap(([name, value]) =>
    value === undefined || value === null || value === "" ? [] : [[name, String(value)]],
  );
  return new URLSearchParams(given).toString();
}

const onlyNames = {
  waiting: "等我审核",
  overdue: "已逾期",
  "with-errors": "有错误",
  returned: "已退回",
  all: "全部报告",
} as const;
const sortNames = {
  worst: "问题多的在前",
  due: "期限近的在前",
  name: "按单位名称",
  updated: "最近变动的在前",
} as const;

const optionsOf = <Value extends string>(names: Readonly<Record<Value, string>>) =>
  // Reason: the keys of a constant object are exactly its type's keys.
  (Object.keys(names) as Value[]).map((value) => ({ value, label: names[value] }));

/** QueueFilters (筛选). */
export function QueueFilters({
  filter,
  onChange,
}: {
  readonly filter: QueueFilter;
  readonly onChange: (filter: QueueFilter) => void;
}): ReactNode {
  const [search, setSearch] = useState(filter.search ?? "");
  const kinds = REPORT_KINDS.map((value) => ({ value, label: KIND_NAMES[value] }));
  return (
    <div className="queue-filters" role="search" aria-label="筛选报告">
      <Input.Search
        aria-label="单位名称、编码或拼音首字母"
        placeholder="单位名称、编码或拼音首字母"
        allowClear
        value={search}
        onChange={(event) => setSearch(event.target.value)}
        onSearch={(text) => onChange({ ...filter, search: text === "" ? undefined : text })}
      />
      <Select
        aria-label="范围"
        value={filter.only ?? "waiting"}
        options={optionsOf(onlyNames)}
        onChange={(only) => onChange({ ...filter, only })}
      />
      <Select
        aria-label="报告类型"
        placeholder="全部类型"
        allowClear
        value={filter.kind ?? null}
        options={kinds}
        onChange={(kind) => onChange({ ...filter, kind: kind ?? undefined })}
      />
      <Select
        aria-label="排序"
        value={filter.sort ?? "worst"}
        options={optionsOf(sortNames)}
        onChange={(sort) => onChange({ ...filter, sort })}
      />
    </div>
  );
}

/** StageBar (各环节): how many reports stand at each stage; each leads to its list. */
export function StageBar({
  stages,
  filter,
  onChange,
}: {
  readonly stages: StageCounts["stages"];
  readonly filter: QueueFilter;
  readonly onChange: (filter: QueueFilter) => void;
}): ReactNode {
  return (
    <ul className="stages" aria-label="各环节报告数">
      {stages.map(({ state, count, overdue, withErrors, mine }) => {
        const isChosen = filter.state === state;
        return (
          <li key={state}>
            <button
              type="button"
              className={mine ? "stage stage-mine" : "stage"}
              aria-pressed={isChosen}
              onClick={() =>
                onChange(
                  isChosen
                    ? { ...filter, state: undefined, only: undefined }
                    : { ...filter, state, only: mine ? "waiting" : "all" },
                )
              }
            >
              <span>{STATE_NAMES[state]}</span>
              <strong>{count}</strong>
              <span className="soft">
                {mine ? "等我审核" : "其他环节"}
                {overdue > 0 ? ` · 逾期 ${overdue}` : ""}
                {withErrors > 0 ? ` · 有错误 ${withErrors}` : ""}
              </span>
            </button>
          </li>
        );
      })}
    </ul>
  );
}
