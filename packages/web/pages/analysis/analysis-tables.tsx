// The tables of the analysis: three public expenses, changes, parts of the tree, overdue rectifications.

import type { Analysis, ExpenseChange } from "@jueming/server/contract/analysis.ts";
import type { RectificationLine } from "@jueming/server/contract/rectifications.ts";
import { Link } from "@tanstack/react-router";
import { Button } from "antd";
import type { ReactNode } from "react";

import type { Address } from "../../parts/address.ts";
import type { Column } from "../../parts/list-table/list-table.tsx";
import { ListTable } from "../../parts/list-table/list-table.tsx";
import { EmptyState } from "../../parts/states.tsx";
import { inTenThousands } from "./amount-text.ts";

type Item = Analysis["threePublic"][number];

/** ThreePublic (“三公”经费), in 万元: each item leads to its units. */
export function ThreePublic({
  items,
  year,
  address,
}: {
  readonly items: readonly Item[];
  readonly year: number;
  readonly address: Address;
}): ReactNode {
  const columns: readonly Column<Item>[] = [
    {
      title: "项目（万元）",
      cell: ({ item, name }) => (
        <Button
          type="link"
          size="small"
          className={item === "total" ? "cell-link cell-total" : "cell-link"}
          onClick={() => address.change({ list: "three-public", item })}
        >
          {name}
        </Button>
      ),
    },
    { title: `${year}年预算`, isFigure: true, cell: ({ budget }) => inTenThousands(budget) },
    { title: `${year}年决算`, isFigure: true, cell: ({ now }) => inTenThousands(now) },
    { title: `${year - 1}年决算`, isFigure: true, cell: ({ before }) => inTenThousands(before) },
  ];
  return <ListTable caption="“三公”经费" columns={columns} items={items} keyOf={({ item }) => item} />;
}

/** The columns of changes (支出增减), in 万元. */
export const changeColumns = (year: number): readonly Column<ExpenseChange>[] => [
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

/** Changes (支出增减). */
export function Changes({
  changes,
  year,
}: {
  readonly changes: readonly ExpenseChange[];
  readonly year: number;
}): ReactNode {
  if (changes.length === 0)
    return <EmptyState title="没有可与上年比较的单位">两年都有决算数的单位才能比较。</EmptyState>;
  return (
    <ListTable
      caption="支出增减最大的单位"
      columns={changeColumns(year)}
      items={changes}
      keyOf={({ unit }) => unit.ref}
    />
  );
}

/** Part (一部分): what a department or a district amounts to, and the words that narrow to it. */
export interface Part {
  readonly words: Readonly<Record<string, string>>;
  readonly sum: Omit<Analysis["departments"][number], "ref">;
}

/** Parts (分部门、分地区). */
export function Parts({
  title,
  parts,
  year,
}: {
  readonly title: string;
  readonly parts: readonly Part[];
  readonly year: number;
}): ReactNode {
  const columns: readonly Column<Part>[] = [
    {
      title,
      cell: ({ words, sum }) => (
        <Link to="." search={{ year, ...words }}>
          {sum.name}
        </Link>
      ),
    },
    { title: "已公开 / 报告", isFigure: true, cell: ({ sum }) => `${sum.published} / ${sum.reports}` },
    { title: "项目自评", isFigure: true, cell: ({ sum }) => sum.evaluations },
    { title: "平均得分", isFigure: true, cell: ({ sum }) => sum.meanScore ?? "—" },
    {
      title: "未办结整改",
      isFigure: true,
      cell: ({ words, sum }) => ledgerLink(sum.openRectifications, { year, ...words, only: "open" }),
    },
    {
      title: "逾期",
      isFigure: true,
      cell: ({ words, sum }) => ledgerLink(sum.lateRectifications, { year, ...words, only: "late" }),
    },
  ];
  return (
    <ListTable
      caption={`分${title}汇总`}
      columns={columns}
      items={parts}
      keyOf={({ words }) => Object.values(words).join(" ")}
    />
  );
}

const ledgerLink = (count: number, search: Readonly<Record<string, string | number>>): ReactNode =>
  count === 0 ? (
    0
  ) : (
    <Link to="/rectifications" search={search}>
      {count}
    </Link>
  );

const lateColumns: readonly Column<RectificationLine>[] = [
  { title: "单位", cell: ({ unit }) => unit.name },
  {
    title: "问题",
    cell: ({ ref, problem }) => (
      <Link to="/rectifications" search={{ entry: ref, only: "late" }}>
        {problem}
      </Link>
    ),
  },
  {
    title: "逾期",
    isFigure: true,
    cell: ({ due, late }) => (
      <>
        <span className="severity-error">⚠ {late} 天</span>
        <div className="soft">{due}</div>
      </>
    ),
  },
];

/** Late (逾期整改): the longest overdue first. */
export function Late({ entries }: { readonly entries: readonly RectificationLine[] }): ReactNode {
  if (entries.length === 0)
    return <EmptyState title="没有逾期的整改">都在期限之内，或已报告整改、等待核实。</EmptyState>;
  return <ListTable caption="逾期整改" columns={lateColumns} items={entries} keyOf={({ ref }) => ref} />;
}
