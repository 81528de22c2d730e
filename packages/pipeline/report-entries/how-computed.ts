// How a locked cell is worked out, in the words of the form: “行次 1 至 8 之和”, “本年支出合计 = 基本支出 + 项目支出”.

import type { SignedCell, TableConcept } from "@jueming/core/accounts/concept.ts";
import type { IdentityInstance } from "@jueming/core/accounts/identity-instances.ts";

/** The shortest run of lines that is told by its first and last. */
const SHORT_RUN = 3;

/** More codes than this are told by their number. */
const MANY_CODES = 4;

/** Words of a sum that follows from an identity of its table; only the parts that the sheet shows are named. */
export function sumWords(
  concept: TableConcept,
  { left, right }: Pick<IdentityInstance, "left" | "right">,
  isShown: (cell: SignedCell) => boolean,
): string {
  const parts = right.filter(isShown);
  const [total] = left;
  const isRun =
    parts.length >= SHORT_RUN &&
    parts.every(({ cell, sign }, index) => sign === 1 && follows(cell.line, parts[index - 1]?.cell.line));
  if (isRun) return `行次 ${parts[0]?.cell.line ?? ""} 至 ${parts.at(-1)?.cell.line ?? ""} 之和`;
  const isLong = parts.length > MANY_CODES && parts.every(({ cell }) => cell.code !== undefined);
  if (isLong) return `${total?.cell.code ?? "合计"} = 其下 ${parts.length} 个科目之和`;
  const isRow = parts.some(({ cell }) => cell.column !== total?.cell.column);
  const named = parts.map(
    ({ cell, sign }, index) =>
      `${sign === -1 ? " − " : index === 0 ? "" : " + "}${nameOf(concept, cell, isRow)}`,
  );
  return `${total === undefined ? "" : `${nameOf(concept, total.cell, isRow)} = `}${named.join("")}`;
}

const follows = (line: string | undefined, before: string | undefined): boolean =>
  line !== undefined && (before === undefined || Number(line) === Number(before) + 1);

function nameOf(concept: TableConcept, { line, code, column }: SignedCell["cell"], isRow: boolean): string {
  const columnName = concept.columns.find(({ id }) => id === column)?.name ?? column;
  const own = concept.lines.find((one) => one.line === line)?.name;
  if (line === undefined && code === undefined) return columnName;
  if (isRow) return line === undefined ? columnName : `${own ?? `行次 ${line}`}（${columnName}）`;
  return line === undefined ? (code ?? "合计") : (own ?? `行次 ${line}`);
}

const ofColumn = (name: string): SignedCell => ({
  cell: { code: null, column: name.replace("-", "") },
  sign: name.startsWith("-") ? -1 : 1,
});

/** Words of a column that is worked out from others in its row. */
export const columnWords = (concept: TableConcept, column: string, parts: readonly string[]): string =>
  sumWords(concept, { left: [ofColumn(column)], right: parts.map(ofColumn) }, () => true);

/** Words of 合计 of a table of codes. */
export const TOTAL_WORDS = "各最末级科目之和（类、款由程序汇总）";

/** Words of the columns of evaluations that are worked out. */
export const EVALUATION_WORDS: Readonly<Record<string, string>> = {
  rate: "执行率 = 执行数 ÷ 全年预算数 × 100%",
  totalScore: "总分 = 各项指标得分之和 + 预算执行得分",
};
