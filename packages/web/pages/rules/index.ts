import type { Page } from "../page.ts";

/** 规则 */
export const rules: Page = {
  path: "/rules",
  title: "规则",
  navigation: { group: "资料", key: "r" },
  needs: null,
  load: () => import("./rules-page.tsx"),
};
