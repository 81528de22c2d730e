// Monitoring as one HTML page: what needs action first, then every project with a bar of its progress, the line
// of its year, and the figures beside them.

import type { Light, LightColour } from "@jueming/core/monitoring/lights.ts";
import { percentText } from "@jueming/core/monitoring/lights.ts";
import type { ProjectMonitoring } from "@jueming/core/monitoring/monitor-project.ts";
import type { UnitMonitoring } from "@jueming/core/monitoring/monitor-units.ts";
import type { MonitoringReport, NeededAction } from "@jueming/core/monitoring/monitoring-report.ts";

import { escaped } from "../reports/html/markup.ts";
import { styledPage } from "../reports/html/styled-page.ts";
import { amountText, colourWord, forecastText, lightText, monthText, rateText } from "./monitoring-words.ts";
import { progressBar, yearLine } from "./progress-pictures.ts";

/** The page of one or more reports. */
export function htmlMonitoring(reports: readonly MonitoringReport[]): string {
  return styledPage(
    "绩效运行监控",
    `<header><h1>绩效运行监控</h1></header><main>${reports.map(reportMarkup).join("")}</main>`,
  );
}

function reportMarkup(report: MonitoringReport): string {
  const { input, rules, projects, units, actions } = report;
  const boxes = (["red", "yellow", "green", undefined] as const).map(
    (colour) =>
      `<div><dt>${lightMarkup(colour)}</dt><dd>${projects.filter((one) => one.colour === colour).length}</dd></div>`,
  );
  return [
    `<section><h2>${escaped(monthText(report))}　${escaped(input.source)}</h2>`,
    `<p><small>依据：${escaped(rules.basis)}</small></p><dl class="counts">${boxes.join("")}</dl>`,
    `<h2>应处理事项（${actions.length}）</h2>`,
    actions.length === 0
      ? "<p>没有需要处理的项目。</p>"
      : tableMarkup("应处理事项，从重到轻", ["项目", "双监控", "理由", "建议"], actions.map(actionRow)),
    "<h2>项目</h2>",
    tableMarkup(
      "各项目的资金和目标进度",
      ["项目", "预算", "累计执行", "进度（竖线为应达）", "资金", "目标", "双监控", "全年执行", "年末预测"],
      projects.map(projectRow),
    ),
    "<h2>单位</h2>",
    tableMarkup("各单位", ["单位", "预算", "累计执行", "执行率", "灯", "理由"], units.map(unitRow)),
    "</section>",
  ].join("");
}

function tableMarkup(caption: string, heads: readonly string[], rows: readonly string[]): string {
  const head = heads.map((name) => `<th scope="col">${name}</th>`).join("");
  return `<table><caption class="hidden">${caption}</caption><thead><tr>${head}</tr></thead><tbody>${rows.join("")}</tbody></table>`;
}

/** The word of a light, so that no one has to tell colours apart. */
function lightMarkup(colour: LightColour | null | undefined): string {
  return `<span class="light ${colour ?? "none"}">${colourWord(colour)}</span>`;
}

function cell(name: string, markup: string, kind = ""): string {
  return `<td${kind === "" ? "" : ` class="${kind}"`} data-name="${name}">${markup}</td>`;
}

function nameMarkup({ project }: ProjectMonitoring): string {
  return `<th scope="row">${escaped(project.name)}<small>${escaped(project.unit)}</small></th>`;
}

function actionRow({ monitoring, reasons, advice }: NeededAction): string {
  const list = reasons.map((reason) => `<li>${escaped(reason)}</li>`).join("");
  return `<tr>${nameMarkup(monitoring)}${cell("双监控", lightMarkup(monitoring.colour))}${cell("理由", `<ul>${list}</ul>`)}${cell("建议", escaped(advice))}</tr>`;
}

function projectRow(one: ProjectMonitoring): string {
  const { execution, expected, executionLight, targetColour, colour, forecast, targets } = one;
  const details = targets
    .map(({ indicator, light }) => `<li>${escaped(indicator.name)}：${escaped(lightText(light))}</li>`)
    .join("");
  const formula = forecast.kind === "forecast" ? `<small>${escaped(forecast.formula)}</small>` : "";
  return [
    `<tr>${nameMarkup(one)}`,
    cell("预算", escaped(amountText(execution.budget)), "number"),
    cell("累计执行", escaped(amountText(execution.executed)), "number"),
    cell(
      "进度",
      `${progressBar(execution.rate, expected.percent, executionLight.colour)}${rateText(execution)}<small>应达 ${percentText(expected.percent)}</small>`,
      "number",
    ),
    cell("资金", withDerivation(executionLight)),
    cell(
      "目标",
      `${lightMarkup(targetColour)}${details === "" ? "<small>没有目标</small>" : `<ul>${details}</ul>`}`,
    ),
    cell("双监控", lightMarkup(colour)),
    cell("全年执行", yearLine(one)),
    cell("年末预测", `${escaped(forecastText(forecast))}${formula}`),
    "</tr>",
  ].join("");
}

function withDerivation(light: Light): string {
  return `${lightMarkup(light.colour)}<small>${escaped(lightText(light))}</small>`;
}

function unitRow(unit: UnitMonitoring): string {
  const reasons = [unit.executionLight, unit.leadLight, unit.unspentLight].map(
    (light) => `<li>${escaped(lightText(light))}</li>`,
  );
  const leftOut = unit.leftOut.length === 0 ? "" : `<li>未计入：${escaped(unit.leftOut.join("、"))}</li>`;
  return [
    `<tr><th scope="row">${escaped(unit.unit === "" ? "（未填单位）" : unit.unit)}<small>${unit.projects} 个项目</small></th>`,
    cell("预算", escaped(amountText(unit.execution.budget)), "number"),
    cell("累计执行", escaped(amountText(unit.execution.executed)), "number"),
    cell("执行率", rateText(unit.execution), "number"),
    cell("灯", lightMarkup(unit.colour)),
    cell("理由", `<ul>${reasons.join("")}${leftOut}</ul>`),
    "</tr>",
  ].join("");
}
