// 指标库: indicators to choose from when an evaluation is filled in.

import type { ReactNode } from "react";

import { PageFrame, Panel } from "../../parts/page-frame.tsx";
import { EmptyState } from "../../parts/states.tsx";

export function Page(): ReactNode {
  return (
    <PageFrame title="指标库" intro="填报绩效自评时可选用的指标，含口径、单位与参考目标值。">
      <Panel>
        <EmptyState title="指标库还是空的">
          可以从本地历年自评报告中整理指标，也可以导入财政部门下发的指标体系。
        </EmptyState>
      </Panel>
    </PageFrame>
  );
}
