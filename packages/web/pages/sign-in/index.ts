import type { Page } from "../page.ts";

/** 登录 */
export const signIn: Page = {
  path: "/sign-in",
  title: "登录",
  navigation: null,
  needs: null,
  isOutside: true,
  load: () => import("./sign-in-page.tsx"),
};
