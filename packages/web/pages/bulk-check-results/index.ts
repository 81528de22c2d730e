import type { Page } from "../page.ts";

/** 检查结果: one bulk check opened. */
export const bulkCheckResults: Page = {
  path: "/bulk-check/$check",
  title: "检查结果",
  navigation: null,
  needs: ["bulk.check"],
  load: () => import("./bulk-check-results-page.tsx"),
};
