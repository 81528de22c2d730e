// The library searched: by what is measured, narrowed by category and level.

import type { LibraryLine } from "@jueming/server/contract/reference-works.ts";
import { libraryList } from "@jueming/server/contract/reference-works.ts";
import { useQuery } from "@tanstack/react-query";
import { Button, Input, Select } from "antd";
import type { ReactNode } from "react";

import { read } from "../../api/client.ts";
import { withWords } from "../../api/lists.ts";
import type { Address } from "../../parts/address.ts";
import { useAddress } from "../../parts/address.ts";
import type { Column } from "../../parts/list-table/list-table.tsx";
import { ListTable } from "../../parts/list-table/list-table.tsx";
import { Panel } from "../../parts/page-frame.tsx";
import { EmptyState, Loaded } from "../../parts/states.tsx";
import { EntryDrawer } from "./entry-drawer.tsx";

const columnsOf = (onOpen: (id: string) => void): readonly Column<LibraryLine>[] => [
  {
    title: "指标",
    cell: ({ id, name, aliases, categoryName, level2 }) => (
      <>
        <Button type="link" size="small" className="indicator-name" onClick={() => onOpen(id)}>
          {name}
        </Button>
        <div className="soft">
          {categoryName} · {level2}
          {aliases.length === 0 ? "" : ` · 又称${aliases.join("、")}`}
        </div>
      </>
    ),
  },
  { title: "参考目标值", cell: ({ target, unit }) => `${target}${target.endsWith(unit) ? "" : unit}` },
  { title: "参考分值", isFigure: true, cell: ({ points }) => points },
  {
    title: "算法与佐证",
    cell: ({ formula, evidence }) => (
      <>
        {formula}
        <div className="soft">{evidence.length === 0 ? "" : `佐证：${evidence.join("、")}`}</div>
      </>
    ),
  },
];

const levels = ["产出", "成本", "效益", "满意度"].map((value) => ({ value, label: `${value}指标` }));

/** Library (查指标). */
export function Library(): ReactNode {
  const address = useAddress();
  const { words, change } = address;
  const { search, category, level1 } = words;
  const list = useQuery({
    queryKey: ["indicators", search, category, level1],
    queryFn: ({ signal }) =>
      read(libraryList, withWords("/indicators", { search, category, level1 }), signal),
    placeholderData: (before) => before,
    staleTime: Number.POSITIVE_INFINITY,
  });
  return (
    <Panel>
      <Filters address={address} categories={list.data?.categories ?? []} />
      <Loaded query={list}>
        {({ items }) =>
          items.length === 0 ? (
            <EmptyState title="没有这样的指标">换个说法，或去掉筛选条件。</EmptyState>
          ) : (
            <ListTable
              caption="绩效指标"
              columns={columnsOf((entry) => change({ entry }))}
              items={items}
              keyOf={({ id }) => id}
            />
          )
        }
      </Loaded>
      {words["entry"] === undefined ? null : (
        <EntryDrawer id={words["entry"]} onClose={() => change({ entry: null })} />
      )}
    </Panel>
  );
}

function Filters({
  address: { words, change },
  categories,
}: {
  readonly address: Address;
  readonly categories: readonly { readonly id: string; readonly name: string }[];
}): ReactNode {
  return (
    <div className="list-tools">
      <Input.Search
        className="search-field"
        aria-label="查找指标"
        placeholder="如：培训人次、pxrc"
        allowClear
        defaultValue={words["search"] ?? ""}
        onSearch={(text) => change({ search: text })}
      />
      <Select
        aria-label="项目类别"
        style={{ width: 180 }}
        allowClear
        placeholder="各类项目"
        value={words["category"] ?? null}
        options={categories.map(({ id, name }) => ({ value: id, label: name }))}
        onChange={(next: string | undefined) => change({ category: next ?? null })}
      />
      <Select
        aria-label="一级指标"
        style={{ width: 150 }}
        allowClear
        placeholder="各级指标"
        value={words["level1"] ?? null}
        options={levels}
        onChange={(next: string | undefined) => change({ level1: next ?? null })}
      />
    </div>
  );
}
