import type { Page } from "../page.ts";

/** 审核 */
export const review: Page = {
  path: "/review",
  title: "审核",
  navigation: { group: "日常", key: "s" },
  needs: ["review.unit", "review.department", "review.finance", "review.secrecy", "report.publish"],
  load: () => import("./review-page.tsx"),
};

/** 审核报告: one report opened. */
export const reviewReport: Page = {
  path: "/review/$report",
  title: "审核报告",
  navigation: null,
  needs: ["report.read"],
  load: () => import("./review-report-page.tsx"),
};
