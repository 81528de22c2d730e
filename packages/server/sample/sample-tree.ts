// 示例县: a county that does not exist, with its departments, units and one desk for every role. The division code begins
// with 99, which no province has, so that it takes the national edition and can never be the code of a real place.

import type { Role } from "../contract/roles.ts";

/** The shard and division code of the sample. */
export const SAMPLE_REGION = "990101";
export const SAMPLE_REGION_NAME = "示例县";
export const SAMPLE_REGION_FULL_NAME = "示例省示例市示例县";
export const SAMPLE_EDITION = "national/2024";

/** Years of the sample's reports: the last one is under way, those before are published. */
export const SAMPLE_YEARS: readonly number[] = [2023, 2024, 2025];

/** SampleUnit: a department (department null) or a unit under one. */
export interface SampleUnit {
  readonly key: string;
  readonly name: string;
  readonly code: string;
  readonly type: "administrative" | "civil-service-like" | "institution";
  readonly department: string | null;
}

export const SAMPLE_UNITS: readonly SampleUnit[] = [
  unit("government-office", "示例县人民政府办公室", "101001", "administrative", null),
  unit("service-hall", "示例县政务服务中心", "101002", "institution", "government-office"),
  unit("education", "示例县教育局", "205001", "administrative", null),
  unit("first-school", "示例县第一中学", "205002", "institution", "education"),
  unit("primary-school", "示例县实验小学", "205003", "institution", "education"),
  unit("agriculture", "示例县农业农村局", "301001", "administrative", null),
  unit("farm-technology", "示例县农业技术推广中心", "301002", "institution", "agriculture"),
  unit("health", "示例县卫生健康局", "404001", "administrative", null),
  unit("disease-control", "示例县疾病预防控制中心", "404002", "institution", "health"),
  unit("archive", "示例县档案馆", "108001", "civil-service-like", null),
];

function unit(
  key: string,
  name: string,
  code: string,
  type: SampleUnit["type"],
  department: string | null,
): SampleUnit {
  return { key, name, code, type, department };
}

/** SampleDesk: an account of the sample, with the unit or department it works for; null for the whole county. */
export interface SampleDesk {
  readonly login: string;
  readonly name: string;
  readonly role: Role;
  readonly scope: "region" | "department" | "unit";
  readonly unit: string | null;
}

/** One desk for every role; the names say what they are and are nobody's. */
export const SAMPLE_DESKS: readonly SampleDesk[] = [
  desk("filler", "示例填报人", "unit", "first-school"),
  desk("unit-reviewer", "示例单位审核人", "unit", "first-school"),
  desk("unit-head", "示例单位负责人", "unit", "first-school"),
  desk("department-reviewer", "示例主管部门审核人", "department", "education"),
  desk("finance-reviewer", "示例财政业务审核人", "region", null),
  desk("performance-reviewer", "示例财政绩效审核人", "region", null),
  desk("secrecy-reviewer", "示例保密审查人", "region", null),
  desk("publisher", "示例公开管理员", "region", null),
  desk("third-party", "示例第三方评价人", "region", null),
  desk("administrator", "示例系统管理员", "region", null),
];

function desk(role: Role, name: string, scope: SampleDesk["scope"], unitKey: string | null): SampleDesk {
  return { login: `sample-${role}`, name, role, scope, unit: unitKey };
}
