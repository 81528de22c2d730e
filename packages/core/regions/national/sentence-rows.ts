// The lists that official sentences run over.

import type { RowName, RowSet } from "../../sentences/template.ts";

/** A list of keys and names; rows with these keys are only read. */
const list = (
  id: string,
  rows: readonly (readonly [string, readonly string[]])[],
  onlyRead: readonly string[] = [],
): RowSet => ({
  kind: "list",
  id,
  rows: rows.map(([key, names]): RowName =>
    onlyRead.includes(key) ? { key, names, onlyRead: true } : { key, names },
  ),
});

/** Columns of 收入决算表. */
export const incomeParts = list("income-parts", [
  ["appropriation", ["财政拨款收入"]],
  ["superiorSubsidy", ["上级补助收入"]],
  ["undertaking", ["事业收入"]],
  ["operating", ["经营收入"]],
  ["affiliated", ["附属单位上缴收入"]],
  ["other", ["其他收入"]],
]);

/** Lines of the income side that are funds of the budget. */
export const fundParts = list("fund-parts", [
  ["1", ["一般公共预算财政拨款收入", "一般公共预算财政拨款"]],
  ["2", ["政府性基金预算财政拨款收入", "政府性基金预算财政拨款"]],
  ["3", ["国有资本经营预算财政拨款收入", "国有资本经营预算财政拨款"]],
]);

/** Columns of 支出决算表. */
export const expenditureParts = list("expenditure-parts", [
  ["basic", ["基本支出"]],
  ["project", ["项目支出"]],
  ["toSuperior", ["上缴上级支出"]],
  ["operating", ["经营支出"]],
  ["toAffiliated", ["对附属单位补助支出"]],
]);

/** Items of “三公”经费; a key follows "budget." and "final."; vehicles are told by purchase and running. */
export const threePublicItems = list(
  "three-public-items",
  [
    ["abroad", ["因公出国（境）费", "因公出国（境）经费", "因公出国（境）支出", "因公出国（境）"]],
    [
      "vehicles",
      [
        "公务用车购置及运行维护费",
        "公务用车购置及运行费",
        "公务用车购置费及运行维护费",
        "公务用车购置费和运行维护费",
        "公务用车购置和运行维护费",
        "公务用车购置及运行维护支出",
      ],
    ],
    ["vehiclePurchase", ["公务用车购置费", "公务用车购置支出", "公务用车购置"]],
    ["vehicleRunning", ["公务用车运行维护费", "公务用车运行费", "公务用车运行维护支出", "公务用车运行维护"]],
    ["reception", ["公务接待费", "公务接待支出", "公务接待"]],
  ],
  ["vehicles"],
);

/** Lines 2 to 4 of the procurement statistics. */
export const procurementParts = list("procurement-parts", [
  ["2", ["政府采购货物支出", "货物采购金额", "货物支出", "货物类采购支出"]],
  ["3", ["政府采购工程支出", "工程采购金额", "工程支出", "工程类采购支出"]],
  ["4", ["政府采购服务支出", "服务采购金额", "服务支出", "服务类采购支出"]],
]);

/** Lines 8 to 15 of the vehicle statistics. */
export const vehicleKinds = list("vehicle-kinds", [
  ["8", ["副部（省）级及以上领导用车", "部级领导干部用车", "省部级领导干部用车", "副部（省）级以上领导用车"]],
  ["9", ["主要负责人用车", "主要领导干部用车"]],
  ["10", ["机要通信用车"]],
  ["11", ["应急保障用车"]],
  ["12", ["执法执勤用车"]],
  ["13", ["特种专业技术用车"]],
  ["14", ["离退休干部服务用车", "离退休干部用车"]],
  ["15", ["其他用车"]],
]);

const gradeNames = (grade: string): readonly string[] => [
  `自评等级为“${grade}”`,
  `等级为“${grade}”`,
  `绩效评级为“${grade}”`,
  `评级为“${grade}”`,
  `评为“${grade}”`,
  `结果为“${grade}”`,
];

const gradeRows = (["优", "良", "中", "差", "合格", "不合格"] as const).map(
  (grade) => [grade, gradeNames(grade)] as const,
);

/** Grades of 财预〔2020〕10号, as self-evaluations print them. */
export const grades = list("grades", gradeRows, ["合格", "不合格"]);

/** Grades of places that tell 合格 and 不合格. */
export const passGrades = list("pass-grades", gradeRows, ["中", "差"]);
