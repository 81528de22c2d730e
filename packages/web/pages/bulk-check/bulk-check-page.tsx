// 批量检查: many files of any origin, checked at once.

import type { ReactNode } from "react";

import { PageFrame, Panel } from "../../parts/page-frame.tsx";
import { EmptyState } from "../../parts/states.tsx";

export function Page(): ReactNode {
  return (
    <PageFrame title="批量检查" intro="把一个文件夹或压缩包拖进来，逐份核对，按单位汇总问题。">
      <Panel>
        <EmptyState title="还没有检查过文件">
          可以放入 Word、Excel、PDF、网页或扫描件，也可以放入整个压缩包。
        </EmptyState>
      </Panel>
    </PageFrame>
  );
}
