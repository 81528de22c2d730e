import type { Page } from "../page.ts";

/** 管理 */
export const administration: Page = {
  path: "/administration",
  title: "管理",
  navigation: { group: "系统", key: "g" },
  needs: ["task.manage", "unit.manage", "account.manage", "journal.read", "backup.make"],
  load: () => import("./administration-page.tsx"),
};
