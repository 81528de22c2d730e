// 整改台账: what is to be put right, by whom, until when.

import type { ReactNode } from "react";

import { PageFrame, Panel } from "../../parts/page-frame.tsx";
import { EmptyState } from "../../parts/states.tsx";

export function Page(): ReactNode {
  return (
    <PageFrame title="整改台账" intro="发现的问题由谁整改、何时完成、是否销号。">
      <Panel>
        <EmptyState title="没有整改事项">
          审核意见要求整改、或公开后发现问题时，会在这里登记，完成后销号。
        </EmptyState>
      </Panel>
    </PageFrame>
  );
}
