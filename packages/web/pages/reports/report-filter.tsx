// Which reports are listed; the choice stands in the address, so that a link leads to the same list.

import {
  KIND_NAMES,
  REPORT_KINDS,
  REPORT_STATES,
  STATE_NAMES,
} from "@jueming/server/contract/report-states.ts";
import { reportQuery } from "@jueming/server/contract/reports.ts";
import type { ReportQuery } from "@jueming/server/contract/reports.ts";
import { Input, Select } from "antd";
import type { ReactNode } from "react";
import { useState } from "react";

/** ReportFilter (筛选条件). */
export type ReportFilter = {
  readonly [Name in "year" | "kind" | "state" | "search" | "only" | "sort"]?: ReportQuery[Name] | undefined;
};

const { sort } = reportQuery.shape;
const known = reportQuery
  .pick({ year: true, kind: true, state: true, search: true, only: true })
  .extend({ sort: sort.removeDefault().optional() });

/** The filter that an address names; what it names wrongly does not count. */
export function filterIn(search: Readonly<Record<string, unknown>>): ReportFilter {
  return known.safeParse(search).data ?? {};
}

/** The filter as the server is asked. */
export function queryOf(filter: ReportFilter, cursor: string | null): string {
  const given = Object.entries({ sort: "due", ...filter, cursor }).flatMap(([name, value]) =>
    value === undefined || value === null || value === "" ? [] : [[name, String(value)]],
  );
  return new URLSearchParams(given).toString();
}

const onlyNames = {
  waiting: "等我办理",
  returned: "被退回",
  overdue: "已逾期",
  "with-errors": "有错误",
} as const;
const sortNames = {
  due: "按期限",
  worst: "问题多的在前",
  name: "按单位名称",
  updated: "最近修改的在前",
} as const;

/** How many years are offered. */
const yearsBack = 6;

/** ReportFilters (筛选). */
export function ReportFilters({
  filter,
  onChange,
}: {
  readonly filter: ReportFilter;
  readonly onChange: (filter: ReportFilter) => void;
}): ReactNode {
  const thisYear = new Date().getFullYear();
  const years = Array.from({ length: yearsBack }, (_, index) => thisYear - index);
  const set = (change: ReportFilter): void => onChange({ ...filter, ...change });
  return (
    <form
      className="report-filters"
      role="search"
      aria-label="筛选报告"
      onSubmit={(event) => event.preventDefault()}
    >
      <Search
        text={filter.search ?? ""}
        onSearch={(search) => set({ search: search === "" ? undefined : search })}
      />
      <Choice
        label="年度"
        value={filter.year}
        options={years.map((year) => ({ value: year, label: `${year} 年度` }))}
        onChange={(year) => set({ year })}
      />
      <Choice
        label="种类"
        value={filter.kind}
        options={REPORT_KINDS.map((kind) => ({ value: kind, label: KIND_NAMES[kind] }))}
        onChange={(kind) => set({ kind })}
      />
      <Choice
        label="状态"
        value={filter.state}
        options={REPORT_STATES.map((state) => ({ value: state, label: STATE_NAMES[state] }))}
        onChange={(state) => set({ state })}
      />
      <Choice
        label="只看"
        value={filter.only}
        options={optionsOf(onlyNames)}
        onChange={(only) => set({ only })}
      />
      <Choice
        label="排序"
        value={filter.sort}
        options={optionsOf(sortNames)}
        onChange={(sort) => set({ sort })}
      />
    </form>
  );
}

function optionsOf<T extends string>(
  names: Readonly<Record<T, string>>,
): readonly { readonly value: T; readonly label: string }[] {
  // Reason: the keys of a constant object are exactly its type's keys.
  return (Object.keys(names) as T[]).map((value) => ({ value, label: names[value] }));
}

function Choice<T extends string | number>({
  label,
  value,
  options,
  onChange,
}: {
  readonly label: string;
  readonly value: T | undefined;
  readonly options: readonly { readonly value: T; readonly label: string }[];
  readonly onChange: (value: T | undefined) => void;
}): ReactNode {
  return (
    <Select<T>
      aria-label={label}
      placeholder={label}
      allowClear
      popupMatchSelectWidth={false}
      value={value ?? null}
      options={[...options]}
      onChange={(next: T | undefined) => onChange(next)}
    />
  );
}

function Search({
  text,
  onSearch,
}: {
  readonly text: string;
  readonly onSearch: (text: string) => void;
}): ReactNode {
  const [typed, setTyped] = useState(text);
  return (
    <Input.Search
      aria-label="单位名称或拼音"
      placeholder="单位名称、拼音首字母或编码"
      allowClear
      value={typed}
      onChange={(event) => setTyped(event.target.value)}
      onSearch={(value) => onSearch(value.trim())}
    />
  );
}
