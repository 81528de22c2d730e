// Self-evaluations as grids: money, indicators, totals; and the department's report likewise.

import { quoted } from "@jueming/core/document/quotation-marks.ts";
import { financeCell } from "@jueming/core/checks/rules/department-evaluation/department-rule.ts";
import { evaluationCell } from "@jueming/core/checks/rules/project-evaluation/project-rule.ts";
import type { Disclosure } from "@jueming/core/disclosure/disclosure.ts";
import type { DepartmentEvaluation, FinanceField } from "@jueming/core/evaluation/department-evaluation.ts";
import { FINANCE_FIELDS } from "@jueming/core/evaluation/department-evaluation.ts";
import type {
  FundingField,
  FundingRow,
  Indicator,
  ProjectEvaluation,
} from "@jueming/core/evaluation/project-evaluation.ts";
import { FUNDING_FIELDS } from "@jueming/core/evaluation/project-evaluation.ts";
import type { CellValue } from "@jueming/core/figures/figure.ts";

import type { PrintedCell, PrintedGrid, PrintedRow } from "./printed-grid.ts";
import { indicatorValueCell, textCell, valueCell, wordCell } from "./printed-grid.ts";

/** The tables of all evaluations of a disclosure that print something. */
export function evaluationGrids(disclosure: Disclosure): readonly PrintedGrid[] {
  const { evaluations, departmentEvaluation } = disclosure;
  const grids = [
    ...evaluations.flatMap((evaluation, index) => projectGrids(evaluation, index)),
    ...(departmentEvaluation === null ? [] : departmentGrids(departmentEvaluation)),
  ];
  return grids.filter(({ rows }) => rows.length > 0);
}

function projectGrids(evaluation: ProjectEvaluation, index: number): readonly PrintedGrid[] {
  const name = `项目${quoted(evaluation.name)}`;
  const keyOf = (field: string): string => evaluationCell(index, field);
  return [
    fundingGrid(`${name} 资金（${evaluation.moneyUnit}）`, evaluation.funding, keyOf),
    {
      title: `${name} 绩效指标`,
      whole: evaluation.place,
      header: INDICATOR_HEADER,
      labels: 3,
      rows: evaluation.indicators.map((one, at) => indicatorRow(one, (field) => keyOf(`${at}.${field}`))),
    },
    figuresGrid(`${name} 合计与得分`, [
      ...evaluation.levelPoints.map(({ level1, points }) => [`${level1}分值`, points, null] as const),
      ["分值合计", evaluation.totalPoints, keyOf("totalPoints")],
      ["指标得分合计", evaluation.indicatorScore, keyOf("indicatorScore")],
      ["预算执行率得分", evaluation.fundingScore, keyOf("fundingScore")],
      ["总分", evaluation.totalScore, keyOf("totalScore")],
    ]),
  ];
}

const FUNDING_NAMES: Readonly<Record<FundingField, string>> = {
  declared: "目标申报数",
  compiled: "预算编制数",
  initial: "年初预算数",
  adjusted: "全年预算数",
  executed: "执行数",
  remaining: "结余",
  rate: "执行率",
  points: "分值",
  score: "得分",
};

/** Money by source, with the columns that the form prints. */
function fundingGrid(
  title: string,
  funding: readonly FundingRow[],
  keyOf: (field: string) => string,
): PrintedGrid {
  const fields = FUNDING_FIELDS.filter((field) => funding.some((row) => row.fields[field] !== null));
  return {
    title,
    whole: null,
    header: ["资金来源", ...fields.map((field) => FUNDING_NAMES[field]), "说明"],
    labels: 1,
    rows: funding.map((row) => ({
      label: row.name,
      place: row.place,
      cells: [
        wordCell(row.name, row.place),
        ...fields.map((field) =>
          valueCell(row.fields[field], row.place, keyOf(`funding.${row.source}.${field}`)),
        ),
        textCell(row.reason, row.place),
      ],
    })),
  };
}

const INDICATOR_HEADER = [
  "一级指标",
  "二级指标",
  "三级指标",
  "指标值",
  "完成值",
  "分值",
  "得分",
  "偏差原因",
] as const;

function indicatorRow(indicator: Indicator, keyOf: (field: string) => string | null): PrintedRow {
  const { place } = indicator;
  return {
    label: `指标${quoted(indicator.name)}`,
    place,
    cells: [
      wordCell(indicator.level1, place),
      wordCell(indicator.level2, place),
      wordCell(indicator.name, place),
      indicatorValueCell(indicator.target, place, keyOf("target")),
      indicatorValueCell(indicator.actual, place, keyOf("actual")),
      valueCell(indicator.points, place, keyOf("points")),
      valueCell(indicator.score, place, keyOf("score")),
      textCell(indicator.reason, place),
    ],
  };
}

/** Figures that stand alone, one to a row; those not printed are left out. */
function figuresGrid(
  title: string,
  figures: readonly (readonly [name: string, value: CellValue | null, key: string | null])[],
): PrintedGrid {
  const rows = figures.flatMap(([name, value, key]): readonly PrintedRow[] => {
    if (value === null) return [];
    const cells: readonly PrintedCell[] = [wordCell(name, value.place), valueCell(value, value.place, key)];
    return [{ label: name, place: value.place, cells }];
  });
  return { title, whole: null, header: ["项目", "列示"], labels: 1, rows };
}

const FINANCE_NAMES: Readonly<Record<FinanceField, string>> = {
  initialIncome: "年初预算收入",
  initialAppropriation: "年初预算财政拨款",
  initialOtherIncome: "年初预算其他收入",
  finalIncome: "决算收入",
  finalAppropriation: "决算财政拨款",
  finalOtherIncome: "决算其他收入",
  initialExpenditure: "年初预算支出",
  initialBasic: "年初预算基本支出",
  initialProject: "年初预算项目支出",
  finalExpenditure: "决算支出",
  finalBasic: "决算基本支出",
  finalProject: "决算项目支出",
  initialOpening: "年初预算上年结转",
  initialClosing: "年初预算年末结转",
  opening: "年初结转和结余",
  closing: "年末结转和结余",
};

function departmentGrids(department: DepartmentEvaluation): readonly PrintedGrid[] {
  const name = "部门整体绩效自评";
  const { budget, finance } = department;
  return [
    figuresGrid(`${name} 概要`, [
      ["得分", department.score, null],
      ["部门预算总额", budget.total, null],
      ["财政拨款", budget.appropriation, null],
      ["其他资金", budget.other, null],
    ]),
    figuresGrid(
      `${name} 收支情况`,
      FINANCE_FIELDS.map(
        (field) => [FINANCE_NAMES[field], finance[field] ?? null, financeCell(field)] as const,
      ),
    ),
    {
      title: `${name} 绩效指标`,
      whole: department.place,
      header: INDICATOR_HEADER,
      labels: 3,
      rows: department.indicators.map((one) => indicatorRow(one, () => null)),
    },
    projectGroupsGrid(`${name} 项目情况`, department),
    systemGrid(`${name} 指标体系`, department),
  ];
}

function projectGroupsGrid(title: string, { projectGroups }: DepartmentEvaluation): PrintedGrid {
  return {
    title,
    whole: null,
    header: ["项目类别", "个数", "预算总额", "执行进度", "结余率大于10%的个数"],
    labels: 1,
    rows: projectGroups.map((group) => ({
      label: group.name,
      place: group.place,
      cells: [
        wordCell(group.name, group.place),
        ...[group.count, group.budget, group.rate, group.surplusOver10].map((value) =>
          valueCell(value, group.place),
        ),
      ],
    })),
  };
}

function systemGrid(title: string, { system, place }: DepartmentEvaluation): PrintedGrid {
  return {
    title,
    whole: null,
    header: ["一级指标", "二级指标", "三级指标", "分值", "得分"],
    labels: 3,
    rows: system.map((point) => {
      const own = point.points?.place ?? point.score?.place ?? place;
      return {
        label: point.level3,
        place: own,
        cells: [
          ...[point.level1, point.level2, point.level3].map((level) => wordCell(level, own)),
          valueCell(point.points, own),
          valueCell(point.score, own),
        ],
      };
    }),
  };
}
