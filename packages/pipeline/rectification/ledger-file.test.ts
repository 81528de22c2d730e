import { readFileSync } from "node:fs";

import { Ajv2020 } from "ajv/dist/2020.js";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readXlsx, writeXlsx } from "hucre/xlsx";

import { STATE_NAMES } from "@jueming/core/rectification/entry-states.ts";
import type { Ledger, LedgerEntry } from "@jueming/core/rectification/ledger.ts";
import { NO_FIELDS } from "@jueming/core/rectification/ledger.ts";

import { CARRIED_SHEET, LEDGER_COLUMNS, LEDGER_SHEET } from "./ledger-columns.ts";
import { readLedgerJson, toLedgerJson } from "./ledger-json.ts";
import { htmlLedger } from "./ledger-page.ts";
import { ledgerWorkbook } from "./ledger-workbook.ts";
import { readLedgerWorkbook } from "./read-ledger-workbook.ts";

const DATE = "2025-11-30";
const words = fc.oneof(
  fc.string({ unit: "binary", maxLength: 30 }),
  fc.constantFrom(
    "",
    "=1+1",
    "@SUM(A1)",
    "_x003D_1",
    " 两端空白 ",
    "第一行\n第二行",
    "2025-12-31",
    "0012",
    "|",
    "\uD800",
  ),
);
const entry = (id: string): fc.Arbitrary<LedgerEntry> =>
  fc.record({
    id: fc.constant(id),
    origin: words,
    unit: words,
    year: fc.constantFrom(2024, 2025, null),
    rule: fc.constantFrom("weights-sum-to-hundred", null),
    code: fc.constantFrom("D-01", null),
    severity: fc.constantFrom("错误", ""),
    subject: words,
    problem: words,
    advice: words,
    source: words,
    place: words,
    state: fc.constantFrom(...STATE_NAMES),
    fields: fc.record({
      ownerUnit: words,
      owner: words,
      measure: words,
      dueDate: words,
      evidence: words,
      note: words,
    }),
    occurrence: fc.constantFrom("present", "gone"),
    recurrence: fc.constantFrom(null, {
      id: "2024-0001",
      year: 2024,
      wasClosed: true,
      explanation: "同一规则",
    }),
    history: fc.array(
      fc.record({
        date: fc.constant(DATE),
        what: fc.constantFrom("created", "edited", "state", "gone"),
        field: fc.constantFrom("owner", null),
        from: words,
        to: words,
      }),
      { maxLength: 3 },
    ),
  });
const ledgers: fc.Arbitrary<Ledger> = fc
  .nat({ max: 4 })
  .chain((count) => fc.tuple(...Array.from({ length: count }, (_, index) => entry(`2025-000${index + 1}`))))
  .map((entries) => ({ entries }));

const sample: Ledger = {
  entries: ["预算执行偏慢", '=HYPERLINK("http://例")'].map((problem, index) => ({
    id: `2025-000${index + 1}`,
    origin: "核对",
    unit: "示例县财政局",
    year: 2025,
    rule: "weights-sum-to-hundred",
    code: "D-01",
    severity: "错误",
    subject: "指标权重",
    problem,
    advice: "请更正",
    source: "自评.txt",
    place: "行 3",
    state: "open",
    fields: NO_FIELDS,
    occurrence: "present",
    recurrence: null,
    history: [{ date: "2025-10-01", what: "created", field: null, from: "", to: "" }],
  })),
};

/** The workbook as a person saves it after editing: other bytes, the same cells but for the edits. */
async function saved(
  ledger: Ledger,
  edit: (rows: unknown[][], column: (name: string) => number) => void,
): Promise<Uint8Array> {
  const workbook = await readXlsx(await ledgerWorkbook(ledger, DATE));
  const sheets = workbook.sheets.map((sheet) => {
    if (sheet.name === LEDGER_SHEET)
      edit(sheet.rows, (name) => LEDGER_COLUMNS.findIndex((column) => column.name === name));
    return { name: sheet.name, rows: sheet.rows, hidden: sheet.name === CARRIED_SHEET };
  });
  return writeXlsx({ sheets });
}

describe("a ledger that is written and read again", () => {
  test("is the same by JSON", () => {
    fc.assert(
      fc.property(ledgers, (ledger) => {
        expect(readLedgerJson(JSON.stringify(toLedgerJson(ledger, DATE)), "台账.json")).toEqual(ledger);
      }),
    );
  });

  test("is the same by workbook, and nothing in it counts as an edit", async () => {
    await fc.assert(
      fc.asyncProperty(ledgers, async (ledger) => {
        const { ledger: read, complaints } = readLedgerWorkbook(
          await ledgerWorkbook(ledger, DATE),
          "台账.xlsx",
          DATE,
        );
        expect(read).toEqual(ledger);
        expect(complaints).toEqual([]);
      }),
      { numRuns: 40 },
    );
  });

  test("holds no formula", async () => {
    const parts = Buffer.from(await ledgerWorkbook(sample, DATE));
    const { sheets } = await readXlsx(parts);
    expect(sheets.map(({ name }) => name)).toContain(LEDGER_SHEET);
    for (const { cells } of sheets) for (const [, cell] of cells ?? []) expect(cell.formula).toBeUndefined();
  });
});

describe("a workbook that people edited", () => {
  test("gives owner, date, measure and state, each recorded", async () => {
    const bytes = await saved(sample, ([, row], column) => {
      if (row === undefined) return;
      row[column("责任人")] = "李某";
      row[column("整改期限")] = "2025/12/15";
      row[column("整改措施")] = "按月通报";
      row[column("办理状态")] = "整改中";
    });
    const { ledger, complaints } = readLedgerWorkbook(bytes, "台账.xlsx", DATE);
    const [first, second] = ledger.entries;
    expect(complaints).toEqual([]);
    expect([first?.state, first?.fields.owner, first?.fields.dueDate, first?.fields.measure]).toEqual([
      "in-progress",
      "李某",
      "2025/12/15",
      "按月通报",
    ]);
    expect(first?.history.map(({ what, field }) => [what, field])).toEqual([
      ["created", null],
      ["edited", "owner"],
      ["edited", "measure"],
      ["edited", "dueDate"],
      ["state", null],
    ]);
    expect(second).toEqual(sample.entries[1]);
  });

  test("loses no entry whose row was deleted, and says so", async () => {
    const bytes = await saved(sample, (rows) => rows.splice(1, 1));
    const { ledger, complaints } = readLedgerWorkbook(bytes, "台账.xlsx", DATE);
    expect(ledger).toEqual(sample);
    expect(complaints[0]).toContain("2025-0001");
  });

  test("takes rows sorted otherwise by their numbers", async () => {
    const bytes = await saved(sample, (rows) => rows.splice(1, 2, ...rows.slice(1, 3).toReversed()));
    expect(readLedgerWorkbook(bytes, "台账.xlsx", DATE)).toEqual({ ledger: sample, complaints: [] });
  });

  test("takes a row that was added as a new problem, and only once", async () => {
    const bytes = await saved(sample, (rows, column) => {
      const row: unknown[] = LEDGER_COLUMNS.map(() => "");
      row[column("单位")] = "示例县财政局";
      row[column("问题来源")] = "审计";
      row[column("问题")] = "往来款长期挂账";
      row[column("责任人")] = "王某";
      rows.push(row);
    });
    const { ledger } = readLedgerWorkbook(bytes, "台账.xlsx", DATE);
    expect(ledger.entries).toHaveLength(3);
    expect(ledger.entries[2]).toMatchObject({ id: "2025-0003", origin: "审计", problem: "往来款长期挂账" });
    const again = readLedgerWorkbook(await ledgerWorkbook(ledger, DATE), "台账.xlsx", DATE);
    expect(again).toEqual({ ledger, complaints: [] });
  });

  test("is refused where it is no ledger", async () => {
    const bytes = await writeXlsx({ sheets: [{ name: "别的表", rows: [["甲"]] }] });
    expect(() => readLedgerWorkbook(bytes, "别的.xlsx", DATE)).toThrow("没有工作表“整改台账”");
  });
});

test("the ledger fits the published schema, as does its example", () => {
  const schemas = new URL("../../../schemas/", import.meta.url);
  const read = (name: string): unknown => JSON.parse(readFileSync(new URL(name, schemas), "utf8"));
  // A schema is an object; ajv judges the rest.
  const isValid = new Ajv2020({ allErrors: true, allowUnionTypes: true }).compile(
    read("rectification.schema.json") as object,
  );
  const example = read("examples/rectification.json");
  expect([isValid(example), isValid.errors]).toEqual([true, null]);
  expect(readLedgerJson(JSON.stringify(example), "例").entries.length).toBeGreaterThan(0);
  fc.assert(
    fc.property(ledgers, (ledger) => {
      const json: unknown = JSON.parse(JSON.stringify(toLedgerJson(ledger, DATE)));
      expect([isValid(json), isValid.errors]).toEqual([true, null]);
    }),
  );
});

test("texts of a ledger stay texts on the page", () => {
  const [first] = sample.entries;
  if (first === undefined) throw new Error("no entry");
  const page = htmlLedger({ entries: [{ ...first, problem: "<script>alert(1)</script>" }] }, DATE);
  expect(page).not.toContain("<script>");
  expect(page).toContain("&lt;script&gt;");
});
