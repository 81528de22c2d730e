// The page for an address that is none.

import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";

import { PageFrame, Panel } from "../parts/page-frame.tsx";
import { EmptyState } from "../parts/states.tsx";

export function NotFound(): ReactNode {
  return (
    <main id="content" tabIndex={-1}>
      <PageFrame title="没有这个页面">
        <Panel>
          <EmptyState title="地址可能有误，或页面已经移走" action={<Link to="/">回到我的工作</Link>} />
        </Panel>
      </PageFrame>
    </main>
  );
}
