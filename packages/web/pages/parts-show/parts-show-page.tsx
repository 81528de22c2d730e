// All parts in all their states, for looking at.

import { Button, Input } from "antd";
import type { ReactNode } from "react";

import { ApiProblem } from "../../api/problem.ts";
import { SeverityMark, severities } from "../../look/severity.tsx";
import { PageFrame, Panel } from "../../parts/page-frame.tsx";
import { EmptyState, ErrorState, LoadingState } from "../../parts/states.tsx";

const failure = new ApiProblem({ kind: "busy", status: 503, message: "服务器正忙，请稍候再试。" });

export function Page(): ReactNode {
  return (
    <main>
      <PageFrame title="部件" intro="各部件的各种状态。" actions={<Button type="primary">主要操作</Button>}>
        <Panel title="控件">
          <p style={{ display: "flex", gap: 12, padding: 16, flexWrap: "wrap" }}>
            <Button>普通</Button>
            <Button type="primary">主要</Button>
            <Button danger>退回</Button>
            <Button disabled>不可用</Button>
            <Input style={{ width: 200 }} placeholder="单位名称" aria-label="单位名称" />
            {severities.map((severity) => (
              <SeverityMark key={severity} severity={severity} count={3} />
            ))}
          </p>
        </Panel>
        <Panel title="空">
          <EmptyState title="还没有报告" action={<Button type="primary">导入报告</Button>}>
            系统管理员下达年度任务后，这里会出现要填报的报告。
          </EmptyState>
        </Panel>
        <Panel title="加载中">
          <LoadingState />
        </Panel>
        <Panel title="出错">
          <ErrorState error={failure} onRetry={() => undefined} />
        </Panel>
      </PageFrame>
    </main>
  );
}
