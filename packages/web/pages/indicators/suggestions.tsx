// A set of indicators suggested for a project, level by level with its points.

import type { SuggestedSetView } from "@jueming/server/contract/reference-works.ts";
import { suggestedSet } from "@jueming/server/contract/reference-works.ts";
import { useQuery } from "@tanstack/react-query";
import { Button, Form, Input } from "antd";
import type { ReactNode } from "react";

import { read } from "../../api/client.ts";
import { withWords } from "../../api/lists.ts";
import { useAddress } from "../../parts/address.ts";
import type { Column } from "../../parts/list-table/list-table.tsx";
import { ListTable } from "../../parts/list-table/list-table.tsx";
import { Panel } from "../../parts/page-frame.tsx";
import { EmptyState, Loaded } from "../../parts/states.tsx";

type Level = SuggestedSetView["levels"][number];

interface Values {
  readonly project: string;
  readonly economic?: string;
  readonly amount?: string;
}

/** Suggestions (按项目推荐). */
export function Suggestions(): ReactNode {
  const { words, change } = useAddress();
  const { project, economic, amount } = words;
  const query = useQuery({
    queryKey: ["suggested indicators", project, economic, amount],
    queryFn: ({ signal }) =>
      read(suggestedSet, withWords("/indicators/suggestions", { project, economic, amount }), signal),
    enabled: project !== undefined,
  });
  return (
    <Panel>
      <Form<Values>
        layout="inline"
        className="list-tools"
        initialValues={{ project, economic, amount }}
        onFinish={(values) =>
          change({ ...values, economic: values.economic ?? null, amount: values.amount ?? null })
        }
      >
        <Form.Item
          name="project"
          label="项目名称"
          rules={[{ required: true, min: 2, message: "请输入项目名称" }]}
        >
          <Input style={{ width: 240 }} />
        </Form.Item>
        <Form.Item
          name="economic"
          label="经济分类"
          rules={[{ pattern: /^\d{3,5}$/u, message: "三至五位数字" }]}
        >
          <Input style={{ width: 100 }} inputMode="numeric" placeholder="30216" />
        </Form.Item>
        <Form.Item
          name="amount"
          label="金额（万元）"
          rules={[{ pattern: /^\d+(?:\.\d+)?$/u, message: "请输入数字" }]}
        >
          <Input style={{ width: 110 }} inputMode="decimal" />
        </Form.Item>
        <Button type="primary" htmlType="submit">
          推荐
        </Button>
      </Form>
      {project === undefined ? (
        <EmptyState title="输入项目名称，得到一套参考指标">
          名称越具体越准；金额用于成本指标的目标值。
        </EmptyState>
      ) : (
        <Loaded query={query}>{(found) => <Levels found={found} />}</Loaded>
      )}
    </Panel>
  );
}

const columns: readonly Column<Level["suggestions"][number]>[] = [
  { title: "二级指标", cell: ({ level2 }) => level2 },
  {
    title: "指标",
    cell: ({ name, reason }) => (
      <>
        <strong>{name}</strong>
        <div className="soft">{reason}</div>
      </>
    ),
  },
  { title: "目标值", cell: ({ target, toFill }) => (toFill ? `${target}（须按项目实际填写）` : target) },
  { title: "分值", isFigure: true, cell: ({ points }) => points },
];

function Levels({ found: { categories, levels } }: { readonly found: SuggestedSetView }): ReactNode {
  return (
    <>
      <p className="soft" style={{ padding: "12px 16px 0" }}>
        {categories.length === 0
          ? "未能判断项目类别，按通用项目推荐。"
          : categories.map(({ name, why }) => `${name}（${why}）`).join("；")}
      </p>
      {levels.map(({ level1, points, note, suggestions }) => (
        <section key={level1}>
          <h2 style={{ padding: "14px 16px 8px" }}>
            {level1} <span className="soft">{points} 分</span>
          </h2>
          {note === null ? null : (
            <p className="soft" style={{ padding: "0 16px 8px" }}>
              {note}
            </p>
          )}
          {suggestions.length === 0 ? null : (
            <ListTable caption={level1} columns={columns} items={suggestions} keyOf={({ name }) => name} />
          )}
        </section>
      ))}
    </>
  );
}
