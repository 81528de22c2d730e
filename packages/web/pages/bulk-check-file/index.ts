import type { Page } from "../page.ts";

/** 核对文件: one file of a bulk check opened, with its document. */
export const bulkCheckFile: Page = {
  path: "/bulk-check/$check/$file",
  title: "核对文件",
  navigation: null,
  needs: ["bulk.check"],
  load: () => import("./bulk-check-file-page.tsx"),
};
