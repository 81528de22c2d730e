// 审核: the reports that wait for a review, worst first.

import type { ReactNode } from "react";

import { PageFrame, Panel } from "../../parts/page-frame.tsx";
import { EmptyState } from "../../parts/states.tsx";

export function Page(): ReactNode {
  return (
    <PageFrame title="审核" intro="送审的报告，问题最多的排在最前。">
      <Panel>
        <EmptyState title="没有待审核的报告">下级单位提交报告后，会按问题轻重排列在这里。</EmptyState>
      </Panel>
    </PageFrame>
  );
}
