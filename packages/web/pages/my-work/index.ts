import type { Page } from "../page.ts";

/** 我的工作 */
export const myWork: Page = {
  path: "/",
  title: "我的工作",
  navigation: { group: "日常", key: "w" },
  needs: null,
  load: () => import("./my-work-page.tsx"),
};
