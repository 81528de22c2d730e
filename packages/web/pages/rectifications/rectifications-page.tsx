// 整改台账: what has to be put right, by whom and until when; filled in by the unit, verified by whoever is above it.

import { pageOf } from "@jueming/server/contract/page.ts";
import type { RectificationLine } from "@jueming/server/contract/rectifications.ts";
import { rectificationCounts, rectificationLine } from "@jueming/server/contract/rectifications.ts";
import { useQuery } from "@tanstack/react-query";
import { Button, Input, Select } from "antd";
import type { ReactNode } from "react";
import { useState } from "react";

import { downloadAddress, read } from "../../api/client.ts";
import { useLongList, withWords } from "../../api/lists.ts";
import { mayAny, useSignedIn } from "../../api/session.ts";
import "../../look/severity.css";
import type { Address } from "../../parts/address.ts";
import { useAddress } from "../../parts/address.ts";
import type { Column } from "../../parts/list-table/list-table.tsx";
import { ListTable, MoreRows } from "../../parts/list-table/list-table.tsx";
import { PageFrame, Panel } from "../../parts/page-frame.tsx";
import { EmptyState, Loaded } from "../../parts/states.tsx";
import { EntryDrawer } from "./entry-drawer.tsx";
import { EntryState } from "./entry-state.tsx";
import { IntakeDialog } from "./intake-dialog.tsx";
import { RaiseForm } from "./raise-form.tsx";
import "./rectifications.css";

const page = pageOf(rectificationLine);
const kept = ["year", "only", "state", "search", "report", "unit", "department", "region"] as const;

export function Page(): ReactNode {
  const session = useSignedIn();
  const address = useAddress();
  const [isRaising, setRaising] = useState(false);
  const [isTaking, setTaking] = useState(false);
  const words = Object.fromEntries(kept.map((name) => [name, address.words[name]]));
  const actions = (
    <>
      <Button href={downloadAddress(withWords("/rectifications/file", { ...words, format: "csv" }))} download>
        下载 CSV
      </Button>
      <Button
        href={downloadAddress(withWords("/rectifications/file", { ...words, format: "xlsx" }))}
        download
      >
        下载 XLSX
      </Button>
      {mayAny(session, ["rectification.raise"]) ? (
        <>
          <Button onClick={() => setRaising(true)}>登记问题</Button>
          <Button type="primary" onClick={() => setTaking(true)}>
            从报告列入
          </Button>
        </>
      ) : null}
    </>
  );
  return (
    <PageFrame title="整改台账" intro="问题有来处，整改有期限，销号须核实。" actions={actions} isWide>
      <Counts address={address} />
      <Panel>
        <Filters address={address} />
        <Entries words={words} onOpen={(ref) => address.change({ entry: ref })} />
      </Panel>
      {address.words["entry"] === undefined ? null : (
        <EntryDrawer ref_={address.words["entry"]} onClose={() => address.change({ entry: null })} />
      )}
      {isRaising ? <RaiseForm onClose={() => setRaising(false)} /> : null}
      {isTaking ? (
        <IntakeDialog report={address.words["report"] ?? null} onClose={() => setTaking(false)} />
      ) : null}
    </PageFrame>
  );
}

const counted = [
  [null, "all", "全部"],
  ["open", "open", "未办结"],
  ["late", "late", "已逾期"],
  ["to-verify", "toVerify", "待核实"],
  ["back", "back", "上年同类"],
] as const;

/** Counts, each a way to its list. */
function Counts({ address }: { readonly address: Address }): ReactNode {
  const { year, only } = address.words;
  const counts = useQuery({
    queryKey: ["rectification counts", year],
    queryFn: ({ signal }) => read(rectificationCounts, withWords("/rectifications/counts", { year }), signal),
  });
  return (
    <div className="count-cards" role="group" aria-label="台账汇总">
      {counted.map(([word, name, title]) => (
        <button
          key={name}
          type="button"
          className="count-card"
          aria-pressed={(only ?? null) === word}
          onClick={() => address.change({ only: word })}
        >
          <span className={name === "late" && (counts.data?.late ?? 0) > 0 ? "count-late" : undefined}>
            {counts.data?.[name] ?? "…"}
          </span>
          {title}
        </button>
      ))}
    </div>
  );
}

const states = [
  { value: "open", label: "待整改" },
  { value: "in-progress", label: "整改中" },
  { value: "done", label: "已整改待核实" },
  { value: "returned", label: "退回" },
  { value: "closed", label: "已核实销号" },
  { value: "dismissed", label: "不予整改" },
];

function Filters({ address: { words, change } }: { readonly address: Address }): ReactNode {
  const last = new Date().getFullYear();
  const years = [0, 1, 2, 3, 4].map((back) => ({ value: String(last - back), label: `${last - back}年度` }));
  return (
    <div className="list-tools">
      <Select
        aria-label="年度"
        style={{ width: 120 }}
        allowClear
        placeholder="各年度"
        value={words["year"] ?? null}
        options={years}
        onChange={(year: string | undefined) => change({ year: year ?? null })}
      />
      <Select
        aria-label="办理状态"
        style={{ width: 150 }}
        allowClear
        placeholder="各种状态"
        value={words["state"] ?? null}
        options={states}
        onChange={(state: string | undefined) => change({ state: state ?? null })}
      />
      <Input.Search
        className="search-field"
        aria-label="查找整改事项"
        placeholder="单位、首字母、项目或问题"
        allowClear
        defaultValue={words["search"] ?? ""}
        onSearch={(search) => change({ search })}
      />
      {words["report"] === undefined ? null : (
        <Button onClick={() => change({ report: null })}>不限于这份报告</Button>
      )}
    </div>
  );
}

function Entries({
  words,
  onOpen,
}: {
  readonly words: Readonly<Record<string, string | undefined>>;
  readonly onOpen: (ref: string) => void;
}): ReactNode {
  const list = useLongList(page, "/rectifications", words);
  const isFiltered = Object.values(words).some((word) => word !== undefined);
  return (
    <Loaded query={list}>
      {(entries) =>
        entries.length === 0 ? (
          isFiltered ? (
            <EmptyState title="没有符合条件的事项">去掉一些条件再看。</EmptyState>
          ) : (
            <EmptyState title="台账是空的">
              报告公开后，审核人可将核对发现和报告自述的问题列入台账，也可登记审计、检查指出的问题。
            </EmptyState>
          )
        ) : (
          <>
            <ListTable
              caption="整改事项"
              columns={columnsOf(onOpen)}
              items={entries}
              keyOf={({ ref }) => ref}
            />
            <MoreRows
              count={entries.length}
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

const columnsOf = (onOpen: (ref: string) => void): readonly Column<RectificationLine>[] => [
  {
    title: "编号",
    cell: ({ ref, number }) => (
      <Button type="link" size="small" className="entry-number" onClick={() => onOpen(ref)}>
        {number}
      </Button>
    ),
  },
  { title: "单位", cell: ({ unit }) => unit.name },
  {
    title: "问题",
    cell: ({ problem, subject, origin, code, recurrence, gone }) => (
      <div className="entry-problem">
        {problem}
        <div className="soft">
          {[origin, code, subject].filter((part) => part !== null && part !== "").join(" · ")}
        </div>
        {recurrence === null ? null : <div className="severity-warning">↻ 上年同类：{recurrence}</div>}
        {gone ? <div className="soft">最近一次核对已不再出现</div> : null}
      </div>
    ),
  },
  { title: "状态", cell: ({ state, stateName }) => <EntryState state={state} name={stateName} /> },
  { title: "责任人", cell: ({ owner }) => owner },
  {
    title: "期限",
    cell: ({ due, late }) => (
      <span style={{ whiteSpace: "nowrap" }}>
        {due ?? <span className="soft">未定</span>}
        {late === null ? null : <div className="severity-error">⚠ 逾期 {late} 天</div>}
      </span>
    ),
  },
];
