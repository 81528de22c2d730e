import type { Page } from "../page.ts";

/** 地区表样 */
export const forms: Page = {
  path: "/forms",
  title: "地区表样",
  navigation: { group: "资料", key: "y" },
  needs: null,
  load: () => import("./forms-page.tsx"),
};
