// Sessions as the server answers them.

import { ACTIONS, mayDo } from "@jueming/server/contract/actions.ts";
import type { Action } from "@jueming/server/contract/actions.ts";
import { ROLE_NAMES } from "@jueming/server/contract/roles.ts";
import type { Role } from "@jueming/server/contract/roles.ts";
import type { Session, SignInOptions } from "@jueming/server/contract/session.ts";

/** What the sign-in page offers on a machine with the sample data. */
export const sampleOptions: SignInOptions = {
  needsSetUp: false,
  sampleDesks: [
    { login: "tianbao", name: "示例县教育局 · 填报员甲", desk: "填报人" },
    { login: "danwei", name: "示例县教育局 · 审核员乙", desk: "单位审核（财务）" },
    { login: "zhuguan", name: "示例县教育局 · 审核员丙", desk: "主管部门审核" },
    { login: "caizheng", name: "示例县财政局 · 审核员丁", desk: "财政业务审核" },
    { login: "baomi", name: "示例县财政局 · 审查员戊", desk: "保密审查" },
    { login: "guanli", name: "示例县 · 管理员己", desk: "系统管理员" },
  ],
};

/** Someone with these roles over the county. */
export function signedInAs(...roles: readonly Role[]): Session {
  // Reason: the keys of a constant object are exactly its type's keys.
  const acts = Object.keys(ACTIONS) as Action[];
  return {
    account: { ref: "000000.00000000-0000-0000-0000-000000000001", login: "someone", name: "张三" },
    grants: roles.map((role) => ({
      role,
      roleName: ROLE_NAMES[role],
      scope: "region",
      region: { code: "000000", name: "示例县" },
      unit: null,
    })),
    actions: acts.filter((act) => roles.some((role) => mayDo(role, act))),
  };
}

/** The answer to who is signed in, where nobody is. */
export const signedOut = {
  status: 401,
  body: { type: "about:blank", title: "未登录", status: 401, detail: "请先登录。", code: "signed-out" },
};
