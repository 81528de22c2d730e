import type { Page } from "../page.ts";

/** 指标库 */
export const indicators: Page = {
  path: "/indicators",
  title: "指标库",
  navigation: { group: "资料", key: "k" },
  needs: null,
  load: () => import("./indicators-page.tsx"),
};
