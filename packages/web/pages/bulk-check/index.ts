import type { Page } from "../page.ts";

/** 批量检查 */
export const bulkCheck: Page = {
  path: "/bulk-check",
  title: "批量检查",
  navigation: { group: "监管", key: "p" },
  needs: ["bulk.check"],
  load: () => import("./bulk-check-page.tsx"),
};
