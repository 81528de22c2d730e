// A made department, complete: the input workbook on its year with accounts, ledgers, three projects and the
// scores that people judged. The total and the grade are left to follow.

import type { FactAddress } from "@jueming/core/disclosure/address.ts";
import { addressKey } from "@jueming/core/disclosure/address.ts";
import { inputAddress } from "@jueming/core/department-scoring/input-addresses.ts";
import type { InputName } from "@jueming/core/evaluation/point-system/system-inputs.ts";
import { editions } from "@jueming/core/regions/index.ts";

import type { EntryField, EntryList, EntrySheet } from "../input-workbook/entry-sheet.ts";
import type { InputPlan } from "../input-workbook/input-plan.ts";
import { inputPlan } from "../input-workbook/input-plan.ts";
import type { FilledValue } from "../input-workbook/testing/fill.ts";
import { filledPlan, firstRowOf, positionOf } from "../input-workbook/testing/fill.ts";
import { writeTemplate } from "../input-workbook/write-template.ts";

const IDENTITY: Readonly<Record<string, string>> = {
  unitName: "示例县档案馆",
  departmentName: "示例县档案馆",
  year: "2025",
  regionCode: "510000",
  regionName: "示例县",
  unitType: "行政单位",
  moneyUnit: "万元",
};

const INPUTS: Readonly<Partial<Record<InputName, string>>> = {
  initialIncome: "1000.00",
  finalIncome: "1100.00",
  initialExpenditure: "1000.00",
  finalExpenditure: "1095.00",
  initialBasic: "560.00",
  finalBasic: "600.00",
  initialProject: "440.00",
  finalProject: "495.00",
  opening: "3.00",
  closing: "8.00",
  threePublicBudget: "5.00",
  threePublicFinal: "4.20",
  procurementTotal: "60.00",
  smeContracts: "45.00",
  procurementBudget: "64.00",
  procurementContracted: "60.00",
  adjustedBudget: "1103.00",
  executedByJune: "468.78",
  executedBySeptember: "750.04",
  executedByNovember: "926.52",
  staffClosing: "30",
  staffOpening: "29",
  assetsOpening: "290.00",
  assetsClosing: "303.00",
  assetsInUse: "296.94",
  assetsIdle: "6.00",
  assetsRevived: "3.00",
  incomeProblems: "0",
  fundProblems: "1",
  projectsWithoutProcedure: "0",
  projectsWithPoorGoals: "1",
  projectsOutsidePool: "0",
  projectsOutOfStep: "0",
  projectsAdjusted: "1",
  disclosureDays: "13",
  problemsFound: "4",
  problemsRectified: "3",
};

const FIELDS: Readonly<Record<string, string>> = {
  "units.total": "1",
  "units.administrative": "0",
  "units.civilServiceLike": "0",
  "units.institution": "1",
  "staff.administrative": "22",
  "staff.institution": "8",
  "staff.movedIn.civilServant": "2",
  "staff.movedOut.civilServant": "1",
  "projectGroups.常年项目.count": "2",
  "projectGroups.常年项目.budget": "340.00",
  "projectGroups.常年项目.rate": "98.82",
  "projectGroups.常年项目.surplusOver10": "0",
  "projectGroups.阶段（一次性）项目.count": "1",
  "projectGroups.阶段（一次性）项目.budget": "100.00",
  "projectGroups.阶段（一次性）项目.rate": "99.38",
  "projectGroups.阶段（一次性）项目.surplusOver10": "0",
  "system.总体绩效/财务管理/财务管理制度.score": "2",
  "system.总体绩效/财务管理/财务岗位设置.score": "1.5",
  "system.项目绩效/目标实现/实现效果.score": "4.5",
  "system.绩效结果应用/内部应用/内部应用情况.score": "3.5",
};

const OTHERS: readonly (readonly [FactAddress, string])[] = [
  [{ concept: "income", code: null, column: "appropriation", stage: "initial" }, "990.00"],
  [{ concept: "income", code: null, column: "other", stage: "initial" }, "10.00"],
  [{ concept: "income", code: null, column: "appropriation" }, "1090.00"],
  [{ concept: "income", code: null, column: "other" }, "10.00"],
];

const inputValues = Object.entries(INPUTS).map(([name, value]) => {
  // The keys are those of INPUTS, which are names of inputs.
  return [addressKey(inputAddress(name as InputName)), value] as const;
});
const FACTS: ReadonlyMap<string, string> = new Map([
  ...inputValues,
  ...Object.entries(FIELDS).map(
    ([field, value]) => [addressKey({ concept: "department-evaluation", field }), value] as const,
  ),
  ...OTHERS.map(([address, value]) => [addressKey(address), value] as const),
]);

const DEPARTMENT: Readonly<Record<string, string>> = {
  goal: "完成馆藏档案整理、数字化和查阅服务。",
  total: "1000.00",
  appropriation: "990.00",
  other: "10.00",
};

function textOfField({ target }: EntryField): string {
  switch (target.kind) {
    case "identity":
      return IDENTITY[target.field] ?? "";
    case "department":
      return DEPARTMENT[target.field] ?? "";
    case "fact":
      return FACTS.get(addressKey(target.address)) ?? (target.address.field === "score" ? "" : "0");
    case "own-text":
      return OWN_TEXTS[target.path.at(-1) ?? ""] ?? "按规定执行，资料齐全。";
    default:
      return "";
  }
}

const OWN_TEXTS: Readonly<Record<string, string>> = {
  存在问题: "1.部分项目绩效目标不够量化。",
  改进建议: "1.年初申报时由业务科室逐项量化绩效目标。",
};

type Row = Readonly<Record<string, string>>;

const project = (number: string, name: string, amounts: readonly [string, string, string, string]): Row => ({
  number,
  name,
  department: "示例县档案馆",
  unit: "示例县档案馆",
  "funding.total.initial": amounts[0],
  "funding.total.adjusted": amounts[1],
  "funding.total.executed": amounts[2],
  "funding.total.rate": amounts[3],
});
const indicator = (
  level2: string,
  name: string,
  [target, actual, unit]: readonly [string, string, string],
): Row => ({
  level1: level2.startsWith("满意") ? "满意度指标" : level2.startsWith("社会") ? "效益指标" : "产出指标",
  level2,
  name,
  comparator: "≥",
  target,
  actual,
  unit,
});

const ROWS: Readonly<Partial<Record<EntryList["kind"], readonly Row[]>>> = {
  tasks: [
    { name: "档案整理", content: "整理入库档案" },
    { name: "档案数字化", content: "扫描并挂接" },
  ],
  "department-indicators": [
    { ...indicator("数量指标", "整理档案数量", ["5000", "5200", "卷"]), points: "40" },
    { ...indicator("社会效益指标", "查阅利用人次", ["1000", "900", "人次"]), points: "30" },
    { ...indicator("满意度指标", "查档群众满意度", ["95", "97", "%"]), points: "30" },
  ],
  projects: [
    project("1", "档案整理", ["200.00", "200.00", "198.00", "99.00"]),
    project("2", "档案保管", ["140.00", "140.00", "138.00", "98.57"]),
    project("3", "档案数字化", ["100.00", "160.00", "159.00", "99.38"]),
  ],
  indicators: [
    {
      number: "1",
      ...indicator("数量指标", "整理档案数量", ["5000", "5200", "卷"]),
      points: "90",
      score: "90",
    },
    {
      number: "2",
      ...indicator("数量指标", "库房巡检次数", ["365", "365", "次"]),
      points: "90",
      score: "90",
    },
    {
      number: "3",
      ...indicator("数量指标", "扫描页数", ["100", "80", "万页"]),
      points: "90",
      score: "72",
      reason: "设备检修一个月，次年一季度补扫",
    },
  ],
};

function rowValues(sheet: EntrySheet, list: EntryList): readonly FilledValue[] {
  const first = firstRowOf(sheet, list);
  return (ROWS[list.kind] ?? []).flatMap((row, index) =>
    list.columns.flatMap(({ name, column }) => {
      const text = row[name];
      return text === undefined ? [] : [{ sheet: sheet.name, row: first + index, column, text }];
    }),
  );
}

const valuesOf = (plan: InputPlan): readonly FilledValue[] =>
  plan.sheets.flatMap((sheet) => [
    ...sheet.fields.flatMap((field) => {
      const text = textOfField(field);
      return text === "" ? [] : [{ sheet: sheet.name, ...positionOf(sheet, field), text }];
    }),
    ...sheet.lists.flatMap((list) => rowValues(sheet, list)),
  ]);

/** The workbook as the department sends it. */
export function madeDepartmentWorkbook(): Promise<Uint8Array> {
  const edition = editions.find(({ departmentReport }) => departmentReport !== null);
  if (edition === undefined) throw new Error("no edition has a department's report");
  const plan = inputPlan(edition, "department-evaluation");
  return writeTemplate(filledPlan(plan, valuesOf(plan)));
}
