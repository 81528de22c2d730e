import type { Page } from "../page.ts";

/** 整改台账 */
export const rectifications: Page = {
  path: "/rectifications",
  title: "整改台账",
  navigation: { group: "监管", key: "z" },
  needs: ["rectification.read"],
  load: () => import("./rectifications-page.tsx"),
};
