// The ledger as a workbook that people fill in: entries with a list of states, the history, how to fill it in, and
// hidden the entries as data. Every text is written as text, so that none can become a formula.

import { STATE_NAMES, ENTRY_STATES } from "@jueming/core/rectification/entry-states.ts";
import type { Ledger } from "@jueming/core/rectification/ledger.ts";
import type { WriteSheet } from "hucre/xlsx";
import { colToLetter, writeXlsx } from "hucre/xlsx";

import { FONT } from "../reports/workbook/cell-styles.ts";
import { filledWorkbook } from "../reports/workbook/fill-sheets.ts";
import type { SheetColumn, SheetTable } from "../reports/workbook/sheet.ts";
import { frameOf } from "../reports/workbook/sheet.ts";
import { carriedCells } from "./carried-entry.ts";
import {
  CARRIED_SHEET,
  GUIDE_SHEET,
  HISTORY_SHEET,
  LEDGER_COLUMNS,
  LEDGER_SHEET,
  STATE_COLUMN,
  eventCells,
} from "./ledger-columns.ts";

/** Rows below the entries that take new ones. */
const ROWS_TO_ADD = 200;

/** The workbook of a ledger on a day. */
export async function ledgerWorkbook(ledger: Ledger, today: string): Promise<Uint8Array> {
  const tables = [entriesTable(ledger, today), historyTable(ledger), guideTable(), carriedTable(ledger)];
  const frame = await writeXlsx({
    sheets: tables.map((table) => framed(table, ledger)),
    activeSheet: 0,
    properties: { title: LEDGER_SHEET, creator: "决明" },
    defaultFont: FONT,
  });
  return filledWorkbook(frame, new Map(tables.map((table, index) => [index + 1, table])));
}

function framed(table: SheetTable, { entries }: Ledger): WriteSheet {
  const frame = frameOf(table);
  if (table.name === CARRIED_SHEET) return { ...frame, hidden: true };
  if (table.name !== LEDGER_SHEET) return frame;
  const letter = colToLetter(LEDGER_COLUMNS.findIndex(({ name }) => name === STATE_COLUMN));
  const words = STATE_NAMES.map((state) => ENTRY_STATES[state]);
  return {
    ...frame,
    dataValidations: [
      {
        type: "list",
        values: words,
        range: `${letter}2:${letter}${entries.length + 1 + ROWS_TO_ADD}`,
        allowBlank: true,
        showErrorMessage: true,
        errorTitle: STATE_COLUMN,
        errorMessage: `请从 ${words.join("、")} 中选择。`,
      },
    ],
  };
}

function entriesTable({ entries }: Ledger, today: string): SheetTable {
  const filled = LEDGER_COLUMNS.map(({ fills }) => fills !== null);
  return {
    name: LEDGER_SHEET,
    columns: LEDGER_COLUMNS.map(({ name, width, fills }): SheetColumn => ({
      name,
      width,
      holds: "text",
      ...(fills === null ? {} : { toFill: true }),
    })),
    rows: entries.map((entry) => LEDGER_COLUMNS.map(({ text }) => text(entry, today))),
    frozenColumns: 1,
    breakAfter: null,
    // The text format keeps what people type from becoming a formula or a date of the program's own.
    styleOf: (column) => (filled[column] === true ? "plain-text" : undefined),
  };
}

const text = (name: string, width: number): SheetColumn => ({ name, width, holds: "text" });

function historyTable({ entries }: Ledger): SheetTable {
  return {
    name: HISTORY_SHEET,
    columns: [text("编号", 11), text("日期", 12), text("事项", 18), text("原值", 44), text("新值", 44)],
    rows: entries.flatMap(({ id, history }) => history.map((event) => [id, ...eventCells(event)])),
    frozenColumns: 1,
    breakAfter: null,
  };
}

const GUIDE: readonly (readonly [string, string])[] = [
  [
    "填什么",
    "浅黄表头的各列由人填写：办理状态、责任单位、责任人、整改措施、整改期限、佐证材料、说明。其他各列由程序更新，改了不算。",
  ],
  [
    "办理状态",
    "待整改、整改中、已整改待核实、已核实销号、退回、不予整改。销号须先经“已整改待核实”；不予整改须在“说明”中写明理由。",
  ],
  ["整改期限", "写成 2025-12-31、2025/12/31 或 2025年12月31日；写得看不懂的，不能判断是否逾期。"],
  ["增加问题", "审计、评审等查出的问题，在末尾另起一行，填写“问题”及其他已知各列，“编号”留空，由程序给出。"],
  ["删行", "删去的行不会从台账中消失，下次更新时恢复。不需整改的请改为“不予整改”并说明理由。"],
  ["隐藏的工作表", `“${CARRIED_SHEET}”保存台账的全部数据和办理记录，请勿改动。`],
  ["更新", "填好后再次运行 jueming rectify，并用 --ledger 给出本文件；已填的内容保留，改动记入“办理记录”。"],
];

function guideTable(): SheetTable {
  return {
    name: GUIDE_SHEET,
    columns: [text("事项", 14), text("说明", 90)],
    rows: GUIDE,
    frozenColumns: 1,
    breakAfter: null,
  };
}

function carriedTable({ entries }: Ledger): SheetTable {
  const rows = entries.map(carriedCells);
  const width = Math.max(2, ...rows.map(({ length }) => length));
  return {
    name: CARRIED_SHEET,
    columns: Array.from({ length: width }, (_, index) => text(index === 0 ? "编号" : `数据${index}`, 20)),
    rows: rows.map((row) => [...row, ...Array.from({ length: width - row.length }, () => "")]),
    frozenColumns: 1,
    breakAfter: null,
  };
}
