// The evaluations behind a mark, the lowest score first.

import type { EvaluationLine } from "@jueming/server/contract/analysis.ts";
import { evaluationLine } from "@jueming/server/contract/analysis.ts";
import { pageOf } from "@jueming/server/contract/page.ts";
import { Link } from "@tanstack/react-router";
import { Input } from "antd";
import type { ReactNode } from "react";

import type { Address } from "../../parts/address.ts";
import type { Column } from "../../parts/list-table/list-table.tsx";
import { inTenThousands } from "./amount-text.ts";
import { scopeIn } from "./analysis-words.ts";
import { ListPanel } from "./list-panel.tsx";

const page = pageOf(evaluationLine);
const filters = ["grade", "search", "rateFrom", "rateTo", "scoreFrom", "scoreTo"] as const;

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
export function EvaluationList({ address }: { readonly address: Address }): ReactNode {
  const scope = scopeIn(address);
  const words = Object.fromEntries(filters.map((name) => [name, address.words[name]]));
  return (
    <ListPanel<EvaluationLine>
      title={`${scope.year}年度项目自评：${filterText(words)}`}
      address={address}
      contract={page}
      path="/analysis/evaluations"
      words={{ ...scope, ...words }}
      file="evaluations"
      columns={columns}
      keyOf={({ report, position }) => `${report} ${position}`}
      tools={
        <Input.Search
          className="search-field"
          aria-label="查找项目"
          placeholder="项目、首字母或单位"
          allowClear
          defaultValue={address.words["search"] ?? ""}
          onSearch={(search) => address.change({ search })}
        />
      }
    />
  );
}

function filterText(words: Readonly<Record<string, string | undefined>>): string {
  const { grade, rateFrom, rateTo, scoreFrom, scoreTo } = words;
  const parts = [
    grade === undefined ? "" : grade === "none" ? "未定等级" : `等级${grade}`,
    rateFrom === undefined ? "" : `执行率 ${rangeText(rateFrom, rateTo)}`,
    scoreFrom === undefined ? "" : `得分 ${rangeText(scoreFrom, scoreTo)}`,
  ].filter((part) => part !== "");
  return parts.length === 0 ? "全部" : parts.join("，");
}

const rangeText = (from: string, to: string | undefined): string =>
  Number(from) >= 100 ? "100 及以上" : `${from}–${to ?? ""}`;
