// 规则: every rule with what it demands, its basis and examples; found by word or code, grouped as the reports show them.

import type { RuleLine } from "@jueming/server/contract/reference-works.ts";
import { ruleList } from "@jueming/server/contract/reference-works.ts";
import { useQuery } from "@tanstack/react-query";
import { Input, Select } from "antd";
import type { ReactNode } from "react";

import { read } from "../../api/client.ts";
import { SeverityMark } from "../../look/severity.tsx";
import type { Address } from "../../parts/address.ts";
import { useAddress } from "../../parts/address.ts";
import { dueOf } from "../../parts/findings-panel/finding-due.ts";
import "../../parts/list-table/list-table.css";
import { PageFrame, Panel } from "../../parts/page-frame.tsx";
import { EmptyState, Loaded } from "../../parts/states.tsx";
import "./rules.css";

const groups: Readonly<Record<string, string>> = {
  tables: "表内关系",
  "across-tables": "表间关系",
  narrative: "说明与决算表",
  "project-evaluation": "项目支出绩效自评",
  "department-evaluation": "部门整体支出绩效自评",
  "across-documents": "材料之间",
  structure: "结构与文字",
  "across-years": "跨年度",
  budget: "与公开预算",
};

export function Page(): ReactNode {
  const address = useAddress();
  const rules = useQuery({
    queryKey: ["rules"],
    queryFn: ({ signal }) => read(ruleList, "/rules", signal),
    staleTime: Number.POSITIVE_INFINITY,
  });
  return (
    <PageFrame
      title="规则"
      intro="每条规则查什么、依据什么、对与错各是什么样。逻辑性问题须更正，核实性问题须说明。"
    >
      <Panel>
        <Filters address={address} />
        <Loaded query={rules}>{({ items }) => <Found items={items} address={address} />}</Loaded>
      </Panel>
    </PageFrame>
  );
}

function Filters({ address: { words, change } }: { readonly address: Address }): ReactNode {
  return (
    <div className="list-tools">
      <Input
        className="search-field"
        aria-label="查找规则"
        placeholder="编号、文字或依据"
        allowClear
        value={words["search"] ?? ""}
        onChange={(event) => change({ search: event.target.value })}
      />
      <Select
        aria-label="规则类别"
        style={{ width: 200 }}
        allowClear
        placeholder="各类规则"
        value={words["group"] ?? null}
        options={Object.entries(groups).map(([value, label]) => ({ value, label }))}
        onChange={(group: string | undefined) => change({ group: group ?? null })}
      />
      <Select
        aria-label="严重程度"
        style={{ width: 130 }}
        allowClear
        placeholder="各种程度"
        value={words["severity"] ?? null}
        options={[
          { value: "error", label: "错误" },
          { value: "warning", label: "警告" },
          { value: "hint", label: "提示" },
        ]}
        onChange={(severity: string | undefined) => change({ severity: severity ?? null })}
      />
    </div>
  );
}

function Found({
  items,
  address: { words },
}: {
  readonly items: readonly RuleLine[];
  readonly address: Address;
}): ReactNode {
  const { search = "", group, severity } = words;
  const text = search.trim().toLowerCase();
  // A whole code means this rule alone: findings lead here by it.
  const named = items.find(({ code }) => code.toLowerCase() === text);
  const shown = items.filter(
    (rule) =>
      (group === undefined || rule.group === group) &&
      (severity === undefined || rule.severity === severity) &&
      (named === undefined ? holds(rule, text) : rule === named),
  );
  if (shown.length === 0) return <EmptyState title="没有符合条件的规则">换个词，或去掉筛选条件。</EmptyState>;
  return (
    <>
      {Object.entries(groups).map(([key, name]) => {
        const own = shown.filter((rule) => rule.group === key);
        return own.length === 0 ? null : (
          <section key={key} className="rule-group" aria-label={name}>
            <h2>
              {name} <span className="soft">{own.length} 条</span>
            </h2>
            {own.map((rule) => (
              <Rule key={rule.id} rule={rule} isOpen={shown.length === 1} />
            ))}
          </section>
        );
      })}
    </>
  );
}

const holds = ({ code, title, basis, id, needs, example }: RuleLine, text: string): boolean =>
  [code, title, basis, id, needs, example.passes, example.fails].some((one) =>
    one.toLowerCase().includes(text),
  );

function Rule({ rule, isOpen }: { readonly rule: RuleLine; readonly isOpen: boolean }): ReactNode {
  const { code, title, kind, severity, basis, needs, example } = rule;
  return (
    <details className="rule" open={isOpen}>
      <summary>
        <span className="rule-code">{code}</span>
        <span className="rule-title">{title}</span>
        <SeverityMark severity={severity} />
      </summary>
      <dl>
        <dt>性质</dt>
        <dd>{dueOf({ kind, severity })}</dd>
        <dt>依据</dt>
        <dd>{basis}</dd>
        <dt>需要</dt>
        <dd>{needs}</dd>
        <dt>✓ 通过</dt>
        <dd>{example.passes}</dd>
        <dt>✗ 不通过</dt>
        <dd>{example.fails}</dd>
      </dl>
    </details>
  );
}
