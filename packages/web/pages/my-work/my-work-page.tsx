// 我的工作: what is due, what came back, what waits for me.

import type { ReactNode } from "react";

import { PageFrame, Panel } from "../../parts/page-frame.tsx";
import { EmptyState } from "../../parts/states.tsx";

export function Page(): ReactNode {
  return (
    <PageFrame title="我的工作" intro="要填的、退回的、等您审核的，都在这里。">
      <Panel>
        <EmptyState title="眼下没有待办事项">
          新的任务下达、报告退回或送到您这里审核时，会列在此处。
        </EmptyState>
      </Panel>
    </PageFrame>
  );
}
