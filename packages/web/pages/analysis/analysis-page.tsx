// 汇总分析: a district's reports seen together.

import type { ReactNode } from "react";

import { PageFrame, Panel } from "../../parts/page-frame.tsx";
import { EmptyState } from "../../parts/states.tsx";

export function Page(): ReactNode {
  return (
    <PageFrame title="汇总分析" intro="按地区、部门、年度看进度、等次、执行率与“三公”经费。">
      <Panel>
        <EmptyState title="还没有可汇总的报告">
          所辖单位提交报告后，这里按年度汇总；每个图形都能点开到明细。
        </EmptyState>
      </Panel>
    </PageFrame>
  );
}
