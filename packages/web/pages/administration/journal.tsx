// 操作日志: every act, newest first; filtered by what it was done to; and the verdict whether the chain is whole.

import { journalEntry, journalVerdict } from "@jueming/server/contract/administration.ts";
import type { JournalEntry, JournalVerdict } from "@jueming/server/contract/administration.ts";
import { pageOf } from "@jueming/server/contract/page.ts";
import { useQuery } from "@tanstack/react-query";
import { Button } from "antd";
import type { ReactNode } from "react";

import { read } from "../../api/client.ts";
import { useLongList } from "../../api/lists.ts";
import { regionOf, useSignedIn } from "../../api/session.ts";
import { useAddress } from "../../parts/address.ts";
import type { Column } from "../../parts/list-table/list-table.tsx";
import { ListTable, MoreRows } from "../../parts/list-table/list-table.tsx";
import { Panel } from "../../parts/page-frame.tsx";
import { EmptyState, Loaded } from "../../parts/states.tsx";

const page = pageOf(journalEntry);
const kinds: Readonly<Record<string, string>> = {
  report: "报告",
  unit: "单位",
  account: "用户",
  task: "任务",
  region: "地区",
  rectification: "整改事项",
};

/** Journal (操作日志). */
export function Journal(): ReactNode {
  const region = regionOf(useSignedIn());
  const { words, change } = useAddress();
  const target = words["target"];
  const list = useLongList(page, `/administration/journal/${region}`, { target });
  const columns = columnsOf((id) => change({ target: id }));
  return (
    <Panel title="操作日志" extra={<Verdict region={region} />}>
      {target === undefined ? null : (
        <div className="list-tools">
          只看对同一对象的操作
          <Button size="small" onClick={() => change({ target: null })}>
            查看全部
          </Button>
        </div>
      )}
      <Loaded query={list}>
        {(entries) =>
          entries.length === 0 ? (
            <EmptyState title="还没有操作记录" />
          ) : (
            <>
              <ListTable
                caption="操作日志"
                columns={columns}
                items={entries}
                keyOf={({ number }) => String(number)}
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
    </Panel>
  );
}

const columnsOf = (onTarget: (id: string) => void): readonly Column<JournalEntry>[] => [
  { title: "序号", isFigure: true, cell: ({ number }) => number },
  { title: "时间", cell: ({ at }) => <span style={{ whiteSpace: "nowrap" }}>{momentText(at)}</span> },
  { title: "用户", cell: ({ account }) => account ?? <span className="soft">系统</span> },
  { title: "操作", cell: ({ actionName }) => actionName },
  {
    title: "对象",
    cell: ({ targetKind, targetId }) =>
      targetId === null ? (
        (kinds[targetKind] ?? targetKind)
      ) : (
        <Button size="small" type="link" title="只看对它的操作" onClick={() => onTarget(targetId)}>
          {kinds[targetKind] ?? targetKind} {targetId.slice(-6)}
        </Button>
      ),
  },
  { title: "内容", cell: ({ detail }) => <span className="journal-detail soft">{detailText(detail)}</span> },
  {
    title: "校验码",
    cell: ({ seal }) => (
      <span className="seal soft" title={seal}>
        {seal.slice(0, 10)}
      </span>
    ),
  },
];

/** In the time of the office. */
const momentText = (at: string): string =>
  new Date(at).toLocaleString("zh-CN", { hour12: false, dateStyle: "short", timeStyle: "medium" });

/** “年度 2024，名称 示例县水利局”: the figures and words of an act. */
function detailText(detail: unknown): string {
  if (typeof detail !== "object" || detail === null) return "";
  return Object.entries(detail)
    .map(
      ([name, value]) =>
        `${detailNames[name] ?? name} ${Array.isArray(value) ? value.join("、") : String(value)}`,
    )
    .join("，");
}

const detailNames: Readonly<Record<string, string>> = {
  year: "年度",
  name: "名称",
  title: "名称",
  regionName: "地区",
  units: "单位数",
  added: "新增",
  from: "由",
  to: "到",
  kind: "种类",
  reports: "报告数",
  version: "版本",
  opinion: "意见",
  reason: "原因",
  files: "文件数",
  format: "格式",
  grants: "岗位",
  login: "登录名",
  note: "说明",
  rows: "行数",
  journalEntries: "日志条数",
  lastSeal: "末条封印",
  closed: "结束",
  dueFilling: "填报截止",
  dueDepartment: "主管部门审核截止",
  dueFinance: "财政审核截止",
  duePublication: "公开截止",
};

/** Whether each entry seals the one before it; asked for on demand, because it reads the whole journal. */
function Verdict({ region }: { readonly region: string }): ReactNode {
  const verdict = useQuery({
    queryKey: ["journal verdict", region],
    queryFn: ({ signal }) => read(journalVerdict, `/administration/journal/${region}/verdict`, signal),
    enabled: false,
  });
  return (
    <span style={{ display: "flex", alignItems: "center", gap: 12 }}>
      <span role="status">{verdict.data === undefined ? null : <VerdictText verdict={verdict.data} />}</span>
      <Button size="small" loading={verdict.isFetching} onClick={() => void verdict.refetch()}>
        校验完整性
      </Button>
    </span>
  );
}

function VerdictText({ verdict }: { readonly verdict: JournalVerdict }): ReactNode {
  return verdict.intact ? (
    <span className="verdict-good">✓ {verdict.entries} 条记录首尾相扣，没有被改动</span>
  ) : (
    <span className="verdict-broken">✗ 第 {verdict.brokenAt} 条起与前面对不上，记录可能被改动过</span>
  );
}
