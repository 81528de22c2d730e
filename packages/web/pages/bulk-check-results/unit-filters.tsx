// Which units are shown.

import { Input, Segmented } from "antd";
import type { ReactNode } from "react";

import type { UnitFilter } from "./unit-rows.ts";

/** UnitFilters (筛选). */
export function UnitFilters({
  filter,
  failed,
  onChange,
}: {
  readonly filter: UnitFilter;
  readonly failed: number;
  readonly onChange: (filter: UnitFilter) => void;
}): ReactNode {
  return (
    <form
      className="unit-filters"
      role="search"
      aria-label="筛选单位"
      onSubmit={(event) => event.preventDefault()}
    >
      <Segmented<UnitFilter["only"]>
        aria-label="显示范围"
        value={filter.only}
        options={[
          { value: "all", label: "全部" },
          { value: "with-errors", label: "只看有错误的" },
          { value: "failed", label: `未能读取（${failed}）` },
        ]}
        onChange={(only) => onChange({ ...filter, only })}
      />
      <Input
        aria-label="单位或文件名"
        placeholder="单位或文件名"
        allowClear
        value={filter.search}
        onChange={(event) => onChange({ ...filter, search: event.target.value })}
      />
    </form>
  );
}
