// 报告: the reports of my units, by year and kind.

import type { ReactNode } from "react";

import { PageFrame, Panel } from "../../parts/page-frame.tsx";
import { EmptyState } from "../../parts/states.tsx";

export function Page(): ReactNode {
  return (
    <PageFrame title="报告" intro="本单位及所辖单位各年度的决算公开与绩效自评报告。">
      <Panel>
        <EmptyState title="还没有报告">
          系统管理员下达年度任务后，这里会出现要填报的报告；也可以从已公开的文件导入。
        </EmptyState>
      </Panel>
    </PageFrame>
  );
}
