// Monitoring on a terminal: projects, units, and what needs action, worst first.

import type { Light, LightColour } from "@jueming/core/monitoring/lights.ts";
import { percentText } from "@jueming/core/monitoring/lights.ts";
import type { MonitoringReport, NeededAction } from "@jueming/core/monitoring/monitoring-report.ts";
import type { UnitMonitoring } from "@jueming/core/monitoring/monitor-units.ts";
import {
  amountText,
  colourWord,
  forecastText,
  lightText,
  monthText,
  rateText,
} from "@jueming/pipeline/monitoring/monitoring-words.ts";

import type { Paint } from "./paint.ts";
import { alignedRows, printable } from "./printed-width.ts";

const RIGHT = { side: "right" } as const;
const PROJECT_COLUMNS = [{ limit: 16 }, { limit: 28 }, RIGHT, RIGHT, RIGHT, RIGHT, {}, {}, {}, { limit: 60 }];
const UNIT_COLUMNS = [{ limit: 20 }, RIGHT, RIGHT, RIGHT, RIGHT, {}, { limit: 110 }];

/** The report of one file. */
export function textMonitoring(report: MonitoringReport, paint: Paint): string {
  const { input, rules, projects, units, actions } = report;
  const counts = (["red", "yellow", "green"] as const)
    .map((colour) => `${colourWord(colour)} ${projects.filter((one) => one.colour === colour).length}`)
    .join("，");
  const unjudged = projects.filter(({ colour }) => colour === undefined).length;
  return [
    `${paint.strong(`绩效运行监控  ${monthText(report)}`)}  ${printable(input.source)}`,
    `依据：${rules.basis}`,
    `${projects.length} 个项目：${counts}，未判断 ${unjudged}；应处理 ${actions.length} 个。${redUnits(units)}`,
    "",
    ...projectLines(report, paint),
    "",
    paint.strong("单位"),
    ...alignedRows(
      [
        ["单位", "项目", "预算", "执行", "执行率", "灯", "理由"],
        ...units.map((unit) => [
          unit.unit === "" ? "（未填单位）" : unit.unit,
          String(unit.projects),
          amountText(unit.execution.budget),
          amountText(unit.execution.executed),
          rateText(unit.execution),
          colourWord(unit.colour),
          decisiveLights(unit).map(lightText).join("；"),
        ]),
      ],
      UNIT_COLUMNS,
    ),
    ...(actions.length === 0 ? ["", "没有需要处理的项目。"] : ["", paint.strong("应处理事项（从重到轻）")]),
    ...actions.flatMap((action, index) => actionLines(action, index + 1, paint)),
    "",
  ].join("\n");
}

/** Units have lights of their own, which no project shows. */
function redUnits(units: readonly UnitMonitoring[]): string {
  const red = units.filter(({ colour }) => colour === "red").length;
  return red === 0 ? "" : `单位红灯 ${red} 个。`;
}

/** The lights that give a unit its colour; all that are lit where it is green or has none. */
function decisiveLights({
  colour,
  executionLight,
  leadLight,
  unspentLight,
}: UnitMonitoring): readonly Light[] {
  const decisive = [executionLight, leadLight, unspentLight].filter((light) => light.colour === colour);
  return colour === "red" || colour === "yellow" ? decisive : [executionLight, leadLight];
}

function projectLines({ projects }: MonitoringReport, paint: Paint): readonly string[] {
  const [head = "", ...rows] = alignedRows(
    [
      ["单位", "项目", "预算", "累计执行", "执行率", "应达", "资金", "目标", "双监控", "年末执行率预测"],
      ...projects.map((one) => [
        one.project.unit,
        one.project.name,
        amountText(one.execution.budget),
        amountText(one.execution.executed),
        rateText(one.execution),
        percentText(one.expected.percent),
        colourWord(one.executionLight.colour),
        colourWord(one.targetColour),
        colourWord(one.colour),
        forecastText(one.forecast),
      ]),
    ],
    PROJECT_COLUMNS,
  );
  return [paint.faint(head), ...rows];
}

const SEVERITY: Readonly<Record<LightColour, "error" | "warning" | "hint">> = {
  red: "error",
  yellow: "warning",
  green: "hint",
};

function actionLines(
  { monitoring, reasons, advice }: NeededAction,
  number: number,
  paint: Paint,
): readonly string[] {
  const { colour, project } = monitoring;
  const word =
    colour === undefined ? colourWord(colour) : paint.severity(SEVERITY[colour], colourWord(colour));
  return [
    `${number}. ${word} ${printable(`${project.unit} ${project.name}`)}`,
    ...reasons.map((reason) => `   - ${printable(reason)}`),
    ...(advice === "" ? [] : [`   建议：${advice}`]),
  ];
}
