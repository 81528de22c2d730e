// The evaluations behind a mark, the lowest score first.

import type { EvaluationLine } from "@jueming/server/contract/analysis.ts";
import { evaluationLine } from "@jueming/server/contract/analysis.ts";
import { pageOf } from "@jueming/server/contract/page.ts";
import { Link } from "@tanstack/react-router";
import { Button, Input } from "antd";
import type { ReactNode } from "react";

import { downloadAddress } from "../../api/client.ts";
import { useLongList, withWords } from "../../api/lists.ts";
import type { Address } from "../../parts/address.ts";
import type { Column } from "../../parts/list-table/list-table.tsx";
import { ListTable, MoreRows } from "../../parts/list-table/list-table.tsx";
import { Panel } from "../../parts/page-frame.tsx";
import { EmptyState, Loaded } from "../../parts/states.tsx";
import { inTenThousands } from "./amount-text.ts";

const page = pageOf(evaluationLine);
const filters = ["department", "grade", "search", "rateFrom", "rateTo", "scoreFrom", "scoreTo"] as const;

const columns: readonly Column<EvaluationLine>[] = [
  { title: "单位", cell: ({ unitName }) => unitName },
  { title: "项目", cell: ({ report, name }) => <Link to={`/reports/${report}`}>{name}</Link> },
  { title: "全年预算（万元）", isFigure: true, cell: ({ adjusted }) => inTenThousands(adjusted) },
  { title: "执行（万元）", isFigure: true, cell: ({ executed }) => inTenThousands(executed) },
  { title: "执行率", isFigure: true, cell: ({ rate }) => (rate === null ? "—" : `${rate}%`) },
  { title: "自评", isFigure: true, cell: ({ score }) => score ?? "—" },
  { title: "复算", isFigure: true, cell: ({ computedScore }) => computedScore ?? "—" },
  { title: "等级", cell: ({ grade }) => grade ?? "" },
];

/** EvaluationList (项目自评清单). */
export function EvaluationList({
  address,
  year,
}: {
  readonly address: Address;
  readonly year: string;
}): ReactNode {
  const words = Object.fromEntries(filters.map((name) => [name, address.words[name]]));
  const list = useLongList(page, "/analysis/evaluations", { ...words, year });
  const file = (format: string): string =>
    downloadAddress(withWords("/analysis/evaluations/file", { ...words, year, format }));
  const back = (): void =>
    address.change({ list: null, ...Object.fromEntries(filters.slice(1).map((name) => [name, null])) });
  return (
    <Panel
      title={`${year}年度项目自评：${filterText(words)}`}
      extra={<Button onClick={back}>返回汇总</Button>}
    >
      <Tools address={address} file={file} />
      <Loaded query={list}>
        {(items) =>
          items.length === 0 ? (
            <EmptyState title="没有这样的项目自评" />
          ) : (
            <>
              <ListTable
                caption="项目自评"
                columns={columns}
                items={items}
                keyOf={({ report, position }) => `${report} ${position}`}
              />
              <MoreRows
                count={items.length}
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

function Tools({
  address,
  file,
}: {
  readonly address: Address;
  readonly file: (format: string) => string;
}): ReactNode {
  return (
    <div className="list-tools">
      <Input.Search
        className="search-field"
        aria-label="查找项目"
        placeholder="项目、首字母或单位"
        allowClear
        defaultValue={address.words["search"] ?? ""}
        onSearch={(search) => address.change({ search })}
      />
      <div className="list-tools-end">
        <Button href={file("xlsx")} download>
          下载 XLSX
        </Button>
        <Button href={file("csv")} download>
          下载 CSV
        </Button>
      </div>
    </div>
  );
}

function filterText(words: Readonly<Record<string, string | undefined>>): string {
  const { grade, rateFrom, rateTo, scoreFrom, scoreTo } = words;
  const parts = [
    grade === undefined ? "" : `等级${grade}`,
    rateFrom === undefined ? "" : `执行率 ${rateFrom}–${rateTo ?? ""}`,
    scoreFrom === undefined ? "" : `得分 ${scoreFrom}–${scoreTo ?? ""}`,
  ].filter((part) => part !== "");
  return parts.length === 0 ? "全部" : parts.join("，");
}
