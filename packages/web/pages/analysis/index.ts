import type { Page } from "../page.ts";

/** 汇总分析 */
export const analysis: Page = {
  path: "/analysis",
  title: "汇总分析",
  navigation: { group: "监管", key: "h" },
  needs: ["analysis.read"],
  load: () => import("./analysis-page.tsx"),
};
