// One row for each result: counts and coverage; a file that could not be read has a row with the reason.

import { isFailure } from "../read.ts";
import type { Checked } from "./checked.ts";
import { resultName } from "./checked.ts";

export const SUMMARY_COLUMNS: readonly string[] = [
  "单位",
  "年度",
  "地区",
  "错误",
  "警告",
  "提示",
  "已检查",
  "不适用",
  "未检查",
  "识读存疑",
  "来源",
  "说明",
];

/** The rows of 单位汇总. */
export function summaryRows(results: readonly Checked[]): readonly (readonly string[])[] {
  return results.map((result) => {
    if (isFailure(result)) {
      const { message, code } = result.error;
      return ["（未能读取）", "", "", "", "", "", "", "", "", "", result.source, `${message}（${code}）`];
    }
    const { about } = result;
    const { error, warning, hint, checksRun, checksNotApplicable, checksNotChecked } = result.result.summary;
    const sources = "sources" in result ? result.sources : [result.source];
    const duplicates = "sources" in result ? result.duplicates : [];
    return [
      resultName(result),
      `${about.year ?? ""}`,
      about.region.name ?? "",
      ...[error, warning, hint, checksRun, checksNotApplicable, checksNotChecked].map(String),
      `${about.problems.length}`,
      sources.join("、"),
      duplicates.map(({ source, of }) => `“${source}”与“${of}”是同一份材料，只计一次。`).join(""),
    ];
  });
}
