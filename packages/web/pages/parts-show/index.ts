import type { Page } from "../page.ts";

/** 部件 (development only) */
export const partsShow: Page = {
  path: "/_parts",
  title: "部件",
  navigation: null,
  needs: null,
  isOutside: true,
  load: () => import("./parts-show-page.tsx"),
};
