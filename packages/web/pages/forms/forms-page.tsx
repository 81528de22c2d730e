// 地区表样: every form of every edition, filled and empty.

import type { ReactNode } from "react";

import { PageFrame, Panel } from "../../parts/page-frame.tsx";
import { EmptyState } from "../../parts/states.tsx";

export function Page(): ReactNode {
  return (
    <PageFrame title="地区表样" intro="各地各年度的决算公开表与绩效自评表，空表与示例。">
      <Panel>
        <EmptyState title="没有打开表样">表样随程序发布；请刷新页面，仍看不到时请联系系统管理员。</EmptyState>
      </Panel>
    </PageFrame>
  );
}
