// 单位: the tree of a year, with search; add, change, paste a list, carry over to another year.

import { treeYears, unitView } from "@jueming/server/contract/administration.ts";
import type { UnitView } from "@jueming/server/contract/administration.ts";
import { pageOf } from "@jueming/server/contract/page.ts";
import { useQuery } from "@tanstack/react-query";
import { Button, Input, Select } from "antd";
import type { ReactNode } from "react";
import { useState } from "react";

import { read } from "../../../api/client.ts";
import { useLongList } from "../../../api/lists.ts";
import { useAddress } from "../../../parts/address.ts";
import type { Column } from "../../../parts/list-table/list-table.tsx";
import { ListTable, MoreRows } from "../../../parts/list-table/list-table.tsx";
import { Panel } from "../../../parts/page-frame.tsx";
import { EmptyState, Loaded } from "../../../parts/states.tsx";
import { CarryUnits } from "./carry-units.tsx";
import { PasteUnits } from "./paste-units.tsx";
import { typeNames } from "./pasted-units.ts";
import { UnitForm } from "./unit-form.tsx";

const page = pageOf(unitView);
/** Final accounts are made of the year before. */
const thisYear = new Date().getFullYear() - 1;

type Open =
  | { readonly what: "add" | "paste" | "carry" }
  | { readonly what: "change"; readonly unit: UnitView };

/** UnitTree (单位名录). */
export function UnitTree(): ReactNode {
  const { words, change } = useAddress();
  const [open, setOpen] = useState<Open | null>(null);
  const years = useQuery({
    queryKey: ["tree years"],
    queryFn: ({ signal }) => read(treeYears, "/administration/units/years", signal),
  });
  return (
    <Loaded query={years}>
      {({ items }) => {
        const year = Number(words["year"] ?? items[0]?.year ?? thisYear);
        return (
          <>
            <Panel>
              <Tools
                years={items.map((one) => one.year)}
                year={year}
                onYear={(next) => change({ year: String(next) })}
                onOpen={setOpen}
              />
              <UnitRows year={year} search={words["search"] ?? ""} onOpen={setOpen} />
            </Panel>
            {open === null ? null : <Dialog open={open} year={year} onClose={() => setOpen(null)} />}
          </>
        );
      }}
    </Loaded>
  );
}

function Dialog({
  open,
  year,
  onClose,
}: {
  readonly open: Open;
  readonly year: number;
  readonly onClose: () => void;
}): ReactNode {
  switch (open.what) {
    case "add":
      return <UnitForm year={year} unit={null} onClose={onClose} />;
    case "change":
      return <UnitForm year={year} unit={open.unit} onClose={onClose} />;
    case "paste":
      return <PasteUnits year={year} onClose={onClose} />;
    case "carry":
      return <CarryUnits from={year} onClose={onClose} />;
  }
}

function Tools({
  years,
  year,
  onYear,
  onOpen,
}: {
  readonly years: readonly number[];
  readonly year: number;
  readonly onYear: (year: number) => void;
  readonly onOpen: (open: Open) => void;
}): ReactNode {
  const { words, change } = useAddress();
  const offered = [...new Set([year, thisYear + 1, thisYear, thisYear - 1, ...years])].toSorted(
    (a, b) => b - a,
  );
  return (
    <div className="list-tools">
      <Select
        aria-label="年度"
        style={{ width: 110 }}
        value={year}
        options={offered.map((one) => ({ value: one, label: `${one}年` }))}
        onChange={onYear}
      />
      <Input.Search
        className="search-field"
        aria-label="查找单位"
        placeholder="名称、代码、拼音或首字母"
        defaultValue={words["search"] ?? ""}
        allowClear
        onSearch={(search) => change({ search })}
      />
      <div className="list-tools-end">
        <Button onClick={() => onOpen({ what: "carry" })}>沿用到其他年度</Button>
        <Button onClick={() => onOpen({ what: "paste" })}>从表格粘贴</Button>
        <Button type="primary" onClick={() => onOpen({ what: "add" })}>
          新增单位
        </Button>
      </div>
    </div>
  );
}

function UnitRows({
  year,
  search,
  onOpen,
}: {
  readonly year: number;
  readonly search: string;
  readonly onOpen: (open: Open) => void;
}): ReactNode {
  const list = useLongList(page, "/administration/units", { year, search, limit: 100 });
  const columns: readonly Column<UnitView>[] = [
    { title: "单位", cell: (unit) => <UnitName unit={unit} isAlone={search !== ""} /> },
    { title: "代码", cell: ({ code }) => code ?? "" },
    { title: "类型", cell: ({ type }) => (type === null ? "" : typeNames[type]) },
    { title: "主管部门", cell: ({ department }) => department?.name ?? "" },
    {
      title: "操作",
      width: "80px",
      cell: (unit) => (
        <Button size="small" aria-label={`修改${unit.name}`} onClick={() => onOpen({ what: "change", unit })}>
          修改
        </Button>
      ),
    },
  ];
  return (
    <Loaded query={list}>
      {(units) =>
        units.length === 0 ? (
          <NoUnits year={year} search={search} onOpen={onOpen} />
        ) : (
          <>
            <ListTable
              caption={`${year}年度单位名录`}
              columns={columns}
              items={units}
              keyOf={({ ref }) => ref}
            />
            <MoreRows
              count={units.length}
              hasMore={list.hasMore}
              isBusy={list.isReadingMore}
              onMore={list.readMore}
            />
          </>
        )
      }
    </Loaded>
  );
}

/** In the tree a unit stands further in than its department; what was searched for stands alone. */
function UnitName({ unit, isAlone }: { readonly unit: UnitView; readonly isAlone: boolean }): ReactNode {
  const { name, kind, active } = unit;
  const shown = kind === "department" ? <strong>{name}</strong> : name;
  return (
    <span className={kind === "unit" && !isAlone ? "unit-under" : undefined}>
      <span className={active ? undefined : "unit-inactive"}>{shown}</span>
      {active ? null : <span className="soft">（已停用）</span>}
    </span>
  );
}

function NoUnits({
  year,
  search,
  onOpen,
}: {
  readonly year: number;
  readonly search: string;
  readonly onOpen: (open: Open) => void;
}): ReactNode {
  if (search !== "") {
    return (
      <EmptyState title={`没有找到“${search}”`}>可按名称、代码、全拼或拼音首字母查找，如“sljy”。</EmptyState>
    );
  }
  return (
    <EmptyState
      title={`${year}年度还没有单位`}
      action={
        <Button type="primary" onClick={() => onOpen({ what: "paste" })}>
          从表格粘贴名录
        </Button>
      }
    >
      可从电子表格粘贴整份名录，也可逐个新增；已有其他年度名录的，切换到那一年后点“沿用到其他年度”。
    </EmptyState>
  );
}
