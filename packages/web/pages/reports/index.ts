import type { Page } from "../page.ts";

/** 报告 */
export const reports: Page = {
  path: "/reports",
  title: "报告",
  navigation: { group: "日常", key: "b" },
  needs: ["report.read"],
  load: () => import("./reports-page.tsx"),
};
