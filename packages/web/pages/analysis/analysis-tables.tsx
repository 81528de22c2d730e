// The tables of the analysis: three public expenses, changes, departments.

import type { Analysis, DepartmentLine, ExpenseChange } from "@jueming/server/contract/analysis.ts";
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";

import type { Column } from "../../parts/list-table/list-table.tsx";
import { ListTable } from "../../parts/list-table/list-table.tsx";
import { EmptyState } from "../../parts/states.tsx";
import { inTenThousands } from "./amount-text.ts";

type Item = Analysis["threePublic"][number];

/** ThreePublic (“三公”经费), in 万元. */
export function ThreePublic({
  items,
  year,
}: {
  readonly items: readonly Item[];
  readonly year: number;
}): ReactNode {
  const columns: readonly Column<Item>[] = [
    { title: "项目（万元）", cell: ({ item, name }) => (item === "total" ? <strong>{name}</strong> : name) },
    { title: `${year}年预算`, isFigure: true, cell: ({ budget }) => inTenThousands(budget) },
    { title: `${year}年决算`, isFigure: true, cell: ({ now }) => inTenThousands(now) },
    { title: `${year - 1}年决算`, isFigure: true, cell: ({ before }) => inTenThousands(before) },
  ];
  return <ListTable caption="“三公”经费" columns={columns} items={items} keyOf={({ item }) => item} />;
}

/** Changes (支出增减), in 万元. */
export function Changes({
  changes,
  year,
}: {
  readonly changes: readonly ExpenseChange[];
  readonly year: number;
}): ReactNode {
  if (changes.length === 0)
    return <EmptyState title="没有可与上年比较的单位">两年都有决算数的单位才能比较。</EmptyState>;
  const columns: readonly Column<ExpenseChange>[] = [
    {
      title: "单位（万元）",
      cell: ({ unit }) => (
        <Link to="/reports" search={{ year, search: unit.name }}>
          {unit.name}
        </Link>
      ),
    },
    { title: `${year}年`, isFigure: true, cell: ({ now }) => inTenThousands(now) },
    { title: `${year - 1}年`, isFigure: true, cell: ({ before }) => inTenThousands(before) },
    {
      title: "增减",
      isFigure: true,
      cell: ({ difference, rate }) => (
        <>
          {difference.startsWith("-") ? "↓ " : "↑ "}
          {inTenThousands(difference.replace("-", ""))}
          <span className="soft">{rate === null ? "" : `（${rate}%）`}</span>
        </>
      ),
    },
  ];
  return (
    <ListTable
      caption="支出增减最大的单位"
      columns={columns}
      items={changes}
      keyOf={({ unit }) => unit.ref}
    />
  );
}

/** Departments (分部门). */
export function Departments({
  departments,
  year,
}: {
  readonly departments: readonly DepartmentLine[];
  readonly year: number;
}): ReactNode {
  const columns: readonly Column<DepartmentLine>[] = [
    {
      title: "部门",
      cell: ({ ref, name }) => (
        <Link to="." search={{ year, department: ref }}>
          {name}
        </Link>
      ),
    },
    { title: "已公开 / 报告", isFigure: true, cell: ({ published, reports }) => `${published} / ${reports}` },
    { title: "项目自评", isFigure: true, cell: ({ evaluations }) => evaluations },
    { title: "平均得分", isFigure: true, cell: ({ meanScore }) => meanScore ?? "—" },
    {
      title: "未办结整改",
      isFigure: true,
      cell: ({ ref, openRectifications: open }) =>
        open === 0 ? (
          0
        ) : (
          <Link to="/rectifications" search={{ year, department: ref, only: "open" }}>
            {open}
          </Link>
        ),
    },
    {
      title: "逾期",
      isFigure: true,
      cell: ({ ref, lateRectifications: late }) =>
        late === 0 ? (
          0
        ) : (
          <Link to="/rectifications" search={{ year, department: ref, only: "late" }}>
            {late}
          </Link>
        ),
    },
  ];
  return <ListTable caption="分部门汇总" columns={columns} items={departments} keyOf={({ ref }) => ref} />;
}
