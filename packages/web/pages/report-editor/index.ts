import type { Page } from "../page.ts";

/** 报告编辑 */
export const reportEditor: Page = {
  path: "/reports/$report",
  title: "报告编辑",
  navigation: null,
  needs: ["report.read"],
  load: () => import("./report-editor-page.tsx"),
};
