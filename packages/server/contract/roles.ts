// The roles of the people who use the workbench (DESIGN §5), with the words they are known by.

import { z } from "zod";

export const ROLES = [
  "filler",
  "unit-reviewer",
  "unit-head",
  "department-reviewer",
  "finance-reviewer",
  "performance-reviewer",
  "secrecy-reviewer",
  "publisher",
  "third-party",
  "administrator",
] as const;
export const role = z.enum(ROLES);
export type Role = z.infer<typeof role>;

/** The Chinese names of the roles. */
export const ROLE_NAMES: Readonly<Record<Role, string>> = {
  filler: "填报人",
  "unit-reviewer": "单位审核（财务）",
  "unit-head": "单位负责人",
  "department-reviewer": "主管部门审核",
  "finance-reviewer": "财政业务审核",
  "performance-reviewer": "财政绩效审核",
  "secrecy-reviewer": "保密审查",
  publisher: "公开管理员",
  "third-party": "第三方评价",
  administrator: "系统管理员",
};
