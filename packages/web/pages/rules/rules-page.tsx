// 规则: every rule with its basis and examples.

import type { ReactNode } from "react";

import { PageFrame, Panel } from "../../parts/page-frame.tsx";
import { EmptyState } from "../../parts/states.tsx";

export function Page(): ReactNode {
  return (
    <PageFrame title="规则" intro="每条核对规则查什么、依据什么、对与错各是什么样。">
      <Panel>
        <EmptyState title="没有打开规则清单">
          规则随程序发布；请刷新页面，仍看不到时请联系系统管理员。
        </EmptyState>
      </Panel>
    </PageFrame>
  );
}
