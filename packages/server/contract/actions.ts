// What people may do, and which roles may do it. The server checks each act against this table and the scope of the
// grant; the workbench only hides what would be refused. A new act is a line here.

import { z } from "zod";

import type { Role } from "./roles.ts";

/** The acts, with the roles that may do them and the words they are known by in the journal. */
export const ACTIONS = {
  "report.read": {
    name: "查看报告",
    roles: [
      "filler",
      "unit-reviewer",
      "unit-head",
      "department-reviewer",
      "finance-reviewer",
      "performance-reviewer",
      "secrecy-reviewer",
      "publisher",
      "third-party",
    ],
  },
  "report.edit": { name: "填报", roles: ["filler"] },
  "report.submit": { name: "送审", roles: ["filler"] },
  "report.explain": { name: "填写核实性说明", roles: ["filler", "unit-reviewer"] },
  "report.attach": { name: "上传佐证材料", roles: ["filler"] },
  "report.comment": {
    name: "批注",
    roles: [
      "filler",
      "unit-reviewer",
      "unit-head",
      "department-reviewer",
      "finance-reviewer",
      "performance-reviewer",
      "secrecy-reviewer",
      "third-party",
    ],
  },
  "report.download": {
    name: "下载未公开报告",
    roles: [
      "filler",
      "unit-reviewer",
      "unit-head",
      "department-reviewer",
      "finance-reviewer",
      "performance-reviewer",
      "secrecy-reviewer",
      "publisher",
      "third-party",
    ],
  },
  "review.unit": { name: "单位审核", roles: ["unit-reviewer", "unit-head"] },
  "review.department": { name: "主管部门审核", roles: ["department-reviewer"] },
  "review.finance": { name: "财政审核", roles: ["finance-reviewer", "performance-reviewer"] },
  "review.secrecy": { name: "保密审查", roles: ["secrecy-reviewer"] },
  "report.publish": { name: "公开", roles: ["publisher"] },
  "report.withdraw": { name: "撤回公开", roles: ["publisher"] },
  "report.archive": { name: "归档", roles: ["publisher", "finance-reviewer"] },
  "rectification.read": {
    name: "查看整改台账",
    roles: [
      "filler",
      "unit-reviewer",
      "unit-head",
      "department-reviewer",
      "finance-reviewer",
      "performance-reviewer",
      "third-party",
    ],
  },
  "rectification.edit": { name: "填写整改", roles: ["filler", "unit-reviewer"] },
  "rectification.raise": {
    name: "登记整改事项",
    roles: ["department-reviewer", "finance-reviewer", "performance-reviewer"],
  },
  "rectification.verify": {
    name: "核实销号",
    roles: ["department-reviewer", "finance-reviewer", "performance-reviewer"],
  },
  "bulk.check": {
    name: "批量检查",
    roles: [
      "filler",
      "unit-reviewer",
      "department-reviewer",
      "finance-reviewer",
      "performance-reviewer",
      "third-party",
    ],
  },
  "analysis.read": {
    name: "汇总分析",
    roles: ["department-reviewer", "finance-reviewer", "performance-reviewer", "third-party"],
  },
  "task.manage": { name: "管理年度任务", roles: ["finance-reviewer", "administrator"] },
  "unit.manage": { name: "管理单位", roles: ["administrator"] },
  "account.manage": { name: "管理用户", roles: ["administrator"] },
  "journal.read": { name: "查看操作日志", roles: ["administrator"] },
  "backup.make": { name: "备份", roles: ["administrator"] },
  "sample.remove": { name: "移除示例数据", roles: ["administrator"] },
} as const satisfies Readonly<Record<string, { readonly name: string; readonly roles: readonly Role[] }>>;

export type Action = keyof typeof ACTIONS;
export const action = z.enum(
  // Reason: the keys of a constant object are exactly its type's keys.
  Object.keys(ACTIONS) as [Action, ...Action[]],
);

/** True when the role may do this somewhere. */
export const mayDo = (role: Role, act: Action): boolean => ACTIONS[act].roles.some((one) => one === role);
