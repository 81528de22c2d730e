// The score of a department as people read it: total and bounds, each item with how it follows, the figures
// that went in with their origin, and what is still missing.

import type { DepartmentScore, ItemScore } from "@jueming/core/evaluation/point-system/department-score.ts";
import { statusLine } from "@jueming/core/evaluation/point-system/point-system.ts";
import { percentText, plainNumber } from "@jueming/core/evaluation/point-system/quantity.ts";
import type { InputFigure } from "@jueming/core/evaluation/point-system/system-inputs.ts";
import { INPUTS } from "@jueming/core/evaluation/point-system/system-inputs.ts";
import { plain } from "@jueming/core/evaluation/scoring/printed-scores.ts";

import type { Paint } from "./paint.ts";
import { alignedRows, printable } from "./printed-width.ts";

const RIGHT = { side: "right" } as const;
const COLUMNS = [{ limit: 30 }, RIGHT, RIGHT, RIGHT, {}];
const INPUT_COLUMNS = [{ limit: 40 }, RIGHT, {}];

/** The score of a department. */
export function textDepartmentScore(score: DepartmentScore, paint: Paint): string {
  const { system, missing } = score;
  const [head = "", ...rows] = alignedRows(
    [["三级指标", "分值", "所列", "计分", "推算过程和说明"], ...itemRows(score.items)],
    COLUMNS,
  );
  return `${[
    "",
    `${paint.strong("部门整体绩效计分")}  ${printable(system.name)}`,
    printable(`${statusLine(system)}。`),
    totalLine(score),
    paint.faint(head),
    ...rows,
    ...inputLines([...score.inputs.figures.values()], paint),
    ...(missing.length === 0 ? [] : ["", paint.strong(`缺少 ${missing.length} 项数据`)]),
    ...missing.map(({ label, from, name }) => printable(`  ${label}（${name}）：由${from}提供`)),
  ].join("\n")}\n`;
}

function totalLine({ total, low, high, printedTotal, verdict, by, grade }: DepartmentScore): string {
  const printed = printedTotal?.kind === "figure" ? `${printedTotal.value} 分` : "未列";
  const own =
    total === null
      ? `推算 ${plain(low)}—${plain(high)} 分（数据和人工评分未齐，为可能的最低和最高分）`
      : `推算 ${plain(total)} 分`;
  const judged =
    verdict === "generous"
      ? `，所列高于可能的最高分 ${plain(by ?? high)} 分`
      : verdict === "strict"
        ? `，所列低于可能的最低分 ${plain(by ?? low)} 分`
        : verdict === "justified" && total === null
          ? "，所列在可能范围内"
          : "";
  const grades = grade.computed ?? (grade.low === null ? "未定" : `${grade.low}—${grade.high ?? ""}`);
  return printable(`自评得分 ${printed}，${own}${judged}；等级 ${grade.printed ?? "未列"}，按推算 ${grades}`);
}

function itemRows(items: readonly ItemScore[]): readonly (readonly string[])[] {
  let group = "";
  return items.flatMap((score) => {
    const { level1, level2, level3, points } = score.item;
    const heading = `${level1} / ${level2}`;
    const opened = heading === group ? [] : [[heading, "", "", "", ""]];
    group = heading;
    const counted = score.counted === null ? "—" : plain(score.counted);
    const printed = score.printed?.kind === "figure" ? score.printed.value : "";
    return [...opened, [`  ${level3}`, points, printed, counted, explanationOf(score)]];
  });
}

function explanationOf({ derivation, missing, reason, manual, verdict, by, item }: ItemScore): string {
  const given = manual === null ? null : `人工评分${manual.reason === null ? "" : `：${manual.reason}`}`;
  const gap = by === null ? "" : plain(by);
  const judged =
    verdict === "generous"
      ? `所列偏高 ${gap}`
      : verdict === "strict"
        ? `所列偏低 ${gap}`
        : verdict === "justified"
          ? "所列有据"
          : null;
  const lacking = missing.length === 0 ? null : `缺少${missing.map(({ label }) => label).join("、")}`;
  const evidence = derivation === null && manual === null ? `佐证：${item.evidence.join("、")}` : null;
  return [derivation, judged, given, reason, lacking, evidence].filter((part) => part !== null).join("；");
}

function inputLines(inputs: readonly InputFigure[], paint: Paint): readonly string[] {
  if (inputs.length === 0) return [];
  const rows = inputs.map(({ name, value, origin, note }) => {
    const { label, unit } = INPUTS[name];
    const text = unit === "%" ? percentText(value) : `${plainNumber(value)} ${unit}`;
    return [`  ${label}`, text, `${origin}${note === null ? "" : `（${note}）`}`];
  });
  return ["", paint.strong("所用数据"), ...alignedRows(rows, INPUT_COLUMNS)];
}
