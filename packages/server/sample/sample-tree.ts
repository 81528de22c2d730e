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
  {
    key: "government-office",
    name: "示例县人民政府办公室",
    code: "101001",
    type: "administrative",
    department: null,
  },
  {
    key: "service-hall",
    name: "示例县政务服务中心",
    code: "101002",
    type: "institution",
    department: "government-office",
  },
  { key: "education", name: "示例县教育局", code: "205001", type: "administrative", department: null },
  {
    key: "first-school",
    name: "示例县第一中学",
    code: "205002",
    type: "institution",
    department: "education",
  },
  {
    key: "primary-school",
    name: "示例县实验小学",
    code: "205003",
    type: "institution",
    department: "education",
  },
  { key: "agriculture", name: "示例县农业农村局", code: "301001", type: "administrative", department: null },
  {
    key: "farm-technology",
    name: "示例县农业技术推广中心",
    code: "301002",
    type: "institution",
    department: "agriculture",
  },
  { key: "health", name: "示例县卫生健康局", code: "404001", type: "administrative", department: null },
  {
    key: "disease-control",
    name: "示例县疾病预防控制中心",
    code: "404002",
    type: "institution",
    department: "health",
  },
  { key: "archive", name: "示例县档案馆", code: "108001", type: "civil-service-like", department: null },
];

/** SampleDesk: an account of the sample, with the units or departments it works for; none for the whole county. */
export interface SampleDesk {
  readonly login: string;
  readonly name: string;
  readonly role: Role;
  readonly scope: "region" | "department" | "unit";
  readonly units: readonly string[];
}

const SCHOOLS = ["first-school", "primary-school"];

/** One desk for every role; the names say what they are and are nobody's. */
export const SAMPLE_DESKS: readonly SampleDesk[] = [
  {
    login: "sample-filler",
    name: "示例填报人",
    role: "filler",
    scope: "unit",
    units: [...SCHOOLS, "farm-technology", "disease-control"],
  },
  {
    login: "sample-unit-reviewer",
    name: "示例单位审核人",
    role: "unit-reviewer",
    scope: "unit",
    units: SCHOOLS,
  },
  { login: "sample-unit-head", name: "示例单位负责人", role: "unit-head", scope: "unit", units: SCHOOLS },
  {
    login: "sample-department-reviewer",
    name: "示例主管部门审核人",
    role: "department-reviewer",
    scope: "department",
    units: ["education", "agriculture"],
  },
  {
    login: "sample-finance-reviewer",
    name: "示例财政业务审核人",
    role: "finance-reviewer",
    scope: "region",
    units: [],
  },
  {
    login: "sample-performance-reviewer",
    name: "示例财政绩效审核人",
    role: "performance-reviewer",
    scope: "region",
    units: [],
  },
  {
    login: "sample-secrecy-reviewer",
    name: "示例保密审查人",
    role: "secrecy-reviewer",
    scope: "region",
    units: [],
  },
  { login: "sample-publisher", name: "示例公开管理员", role: "publisher", scope: "region", units: [] },
  { login: "sample-third-party", name: "示例第三方评价人", role: "third-party", scope: "region", units: [] },
  {
    login: "sample-administrator",
    name: "示例系统管理员",
    role: "administrator",
    scope: "region",
    units: [],
  },
];
