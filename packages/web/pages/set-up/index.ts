import type { Page } from "../page.ts";

/** 启用账号 */
export const setUp: Page = {
  path: "/set-up",
  title: "启用账号",
  navigation: null,
  needs: null,
  isOutside: true,
  load: () => import("./set-up-page.tsx"),
};
