// 管理: units, people, tasks with their deadlines, the journal, backup.

import type { ReactNode } from "react";

import { PageFrame, Panel } from "../../parts/page-frame.tsx";
import { EmptyState } from "../../parts/states.tsx";

export function Page(): ReactNode {
  return (
    <PageFrame title="管理" intro="单位、用户与岗位、年度任务与期限、操作日志、备份。">
      <Panel>
        <EmptyState title="还没有单位">
          先登记主管部门和所属单位，再为各单位开通用户，最后下达年度任务。
        </EmptyState>
      </Panel>
    </PageFrame>
  );
}
