// 四川省部门预算绩效评价指标体系: the three levels as the reports of 2025 print them. The official points and
// formulas are not in our material: those here are an example that shows every kind of formula, to be replaced
// by a unit's own configuration.

import type {
  Checkpoint,
  PointSystem,
  Quantity,
  ScoreFormula,
  SystemItem,
} from "../../evaluation/point-system/point-system.ts";
import type { InputName } from "../../evaluation/point-system/system-inputs.ts";

const input = (name: InputName): Quantity => ({ kind: "input", name });
const ratio = (of: Quantity, by: Quantity): Quantity => ({ kind: "ratio", of, by });
const ratioOf = (of: InputName, by: InputName): Quantity => ratio(input(of), input(by));
const deviation = (of: Quantity, from: Quantity): Quantity => ({ kind: "deviation", of, from });
const sum = (...names: readonly InputName[]): Quantity => ({ kind: "sum", parts: names.map(input) });
const linear = (of: Quantity, zero: string, full: string): ScoreFormula => ({
  kind: "linear",
  of,
  zero,
  full,
});
const deduct = (count: InputName, each: string): ScoreFormula => ({
  kind: "deduct",
  count: input(count),
  each,
});
const shareOf = (part: InputName, whole: InputName, counts: "part" | "rest"): ScoreFormula => ({
  kind: "share-of-count",
  part: input(part),
  whole: input(whole),
  counts,
});
const manual: ScoreFormula = { kind: "manual" };
const checkpoint = (name: string, executed: InputName, target: string): Checkpoint => ({
  name,
  of: ratioOf(executed, "adjustedBudget"),
  target,
});

type More = Partial<Pick<SystemItem, "measure" | "caps" | "whenZero">>;

/** What makes an item besides its levels: name, points, formula, evidence, the rest. */
type Row = readonly [string, string, ScoreFormula, readonly string[], More?];

const group = (level1: string, level2: string, ...rows: readonly Row[]): readonly SystemItem[] =>
  rows.map(([level3, points, formula, evidence, more]) => ({
    level1,
    level2,
    level3,
    points,
    formula,
    measure: null,
    caps: [],
    whenZero: null,
    ...more,
    evidence,
  }));

const RESULTS = ["产出指标", "效益指标", "满意度指标"];

const overall: readonly SystemItem[] = [
  ...group("总体绩效", "履职效能", [
    "职能目标完成效果",
    "15",
    { kind: "targets", of: "annex", levels: RESULTS },
    ["部门整体绩效目标完成情况自评表", "履职工作总结"],
  ]),
  ...group(
    "总体绩效",
    "预算管理",
    [
      "预算编制质量",
      "4",
      linear(deviation(input("finalProject"), input("initialProject")), "0.4", "0.1"),
      ["年初预算批复", "部门决算"],
      { measure: "偏差率" },
    ],
    ["单位收入统筹", "2", deduct("incomeProblems", "1"), ["收入台账", "审计和财政检查结论"]],
    [
      "支出执行进度",
      "6",
      {
        kind: "checkpoints",
        checkpoints: [
          checkpoint("6月", "executedByJune", "0.4"),
          checkpoint("9月", "executedBySeptember", "0.675"),
          checkpoint("11月", "executedByNovember", "0.825"),
        ],
      },
      ["预算执行月报"],
    ],
    [
      "预算年终结余",
      "4",
      {
        kind: "bands",
        of: ratio(input("closing"), sum("finalExpenditure", "closing")),
        bands: [
          { upTo: "0.05", share: "1" },
          { upTo: "0.1", share: "0.8" },
          { upTo: "0.2", share: "0.5" },
        ],
        beyond: "0",
      },
      ["部门决算"],
      { measure: "结余率" },
    ],
    [
      "严控一般性支出",
      "4",
      {
        kind: "full-if",
        of: ratioOf("threePublicFinal", "threePublicBudget"),
        sign: "≤",
        limit: "1",
        otherwise: "0",
      },
      ["“三公”经费决算表", "厉行节约制度"],
      {
        measure: "“三公”经费决算占预算的",
        whenZero: { share: "1", reason: "未安排“三公”经费预算，视同控制到位" },
      },
    ],
  ),
  ...group(
    "总体绩效",
    "财务管理",
    ["财务管理制度", "2", manual, ["财务管理制度汇编"]],
    ["财务岗位设置", "2", manual, ["岗位设置文件", "人员分工表"]],
    ["资金使用规范", "4", deduct("fundProblems", "1"), ["审计和财政检查结论"]],
  ),
  ...group(
    "总体绩效",
    "资产管理",
    [
      "人均资产变化率",
      "2",
      linear(
        deviation(ratioOf("assetsClosing", "staffClosing"), ratioOf("assetsOpening", "staffOpening")),
        "0.5",
        "0.1",
      ),
      ["国有资产年报", "人员编制台账"],
      { measure: "人均资产变化率" },
    ],
    [
      "资产利用率",
      "2",
      linear(ratioOf("assetsInUse", "assetsClosing"), "0", "1"),
      ["资产台账"],
      { measure: "资产利用率" },
    ],
    [
      "资产盘活率",
      "2",
      linear(ratioOf("assetsRevived", "assetsIdle"), "0", "1"),
      ["资产调剂、处置审批单"],
      { measure: "资产盘活率", whenZero: { share: "1", reason: "没有闲置资产" } },
    ],
  ),
  ...group(
    "总体绩效",
    "采购管理",
    [
      "支持中小企业发展",
      "3",
      linear(ratioOf("smeContracts", "procurementTotal"), "0", "0.3"),
      ["政府采购合同", "中小企业声明函"],
      { measure: "授予中小企业合同占比", whenZero: { share: "1", reason: "全年没有政府采购" } },
    ],
    [
      "采购执行率",
      "3",
      linear(
        {
          kind: "first",
          choices: [ratioOf("procurementContracted", "procurementBudget"), input("procurementRate")],
        },
        "0",
        "1",
      ),
      ["政府采购预算", "政府采购合同"],
      { measure: "采购预算执行率", whenZero: { share: "1", reason: "未编制政府采购预算" } },
    ],
  ),
];

const projects: readonly SystemItem[] = [
  ...group(
    "项目绩效",
    "项目决策",
    [
      "决策程序",
      "4",
      shareOf("projectsWithoutProcedure", "projectCount", "rest"),
      ["立项批复", "集体决策纪要"],
    ],
    [
      "目标设置",
      "4",
      shareOf("projectsWithPoorGoals", "projectCount", "rest"),
      ["绩效目标申报表", "绩效目标审核意见"],
    ],
    ["项目入库", "2", shareOf("projectsOutsidePool", "projectCount", "rest"), ["项目库清单"]],
  ),
  ...group(
    "项目绩效",
    "项目执行",
    ["资金执行同向", "3", shareOf("projectsOutOfStep", "projectCount", "rest"), ["项目进度和支付台账"]],
    ["项目调整", "3", shareOf("projectsAdjusted", "projectCount", "rest"), ["预算调整批复"]],
    [
      "执行结果",
      "4",
      shareOf("projectsOverSurplus", "projectCount", "rest"),
      ["各项目自评表", "项目支出明细账"],
    ],
  ),
  ...group(
    "项目绩效",
    "目标实现",
    ["目标完成", "6", shareOf("targetsReached", "targetsJudged", "part"), ["各项目自评表", "完成值佐证"]],
    [
      "目标偏离",
      "4",
      shareOf("targetsDeviating", "targetsJudged", "rest"),
      ["各项目自评表", "偏差原因说明"],
      {
        caps: [
          {
            of: ratioOf("targetsDeviating", "targetsJudged"),
            atLeast: "0.5",
            most: "0.25",
            reason: "半数以上指标偏离目标",
          },
        ],
      },
    ],
    ["实现效果", "5", manual, ["满意度调查", "效益佐证材料"]],
  ),
];

const application: readonly SystemItem[] = [
  ...group("绩效结果应用", "内部应用", ["内部应用情况", "4", manual, ["预算安排与绩效结果挂钩的文件"]]),
  ...group("绩效结果应用", "信息公开", [
    "信息公开情况",
    "3",
    { kind: "full-if", of: input("disclosureDays"), sign: "≤", limit: "20", otherwise: "0" },
    ["决算批复", "公开网页截图"],
  ]),
  ...group("绩效结果应用", "整改反馈", [
    "整改反馈情况",
    "3",
    shareOf("problemsRectified", "problemsFound", "part"),
    ["整改台账", "整改反馈报告"],
    { whenZero: { share: "1", reason: "没有需要整改的问题" } },
  ]),
];

export const examplePointSystem: PointSystem = {
  id: "sichuan/example",
  name: "部门预算绩效评价指标体系（示例配置）",
  status: "example",
  basis: "三级指标名称依四川省部门预算绩效自评报告（2025年度）；分值和计分公式为示例",
  decimals: 2,
  items: [...overall, ...projects, ...application],
};

/** The heading of a report under which an item is told: its own, or its group's where it is the only one. */
export const headingOfItem = ({ level2, level3 }: SystemItem): string =>
  level2 === "履职效能" ? level2 : level3;
