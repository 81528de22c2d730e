import * as fc from "fast-check";
import { describe, expect, it, test } from "vitest";

import { editLedger } from "./edit-ledger.ts";
import type { EntryState } from "./entry-states.ts";
import { ENTRY_STATES, STATE_NAMES, mayGo } from "./entry-states.ts";
import { findRecurrences } from "./find-recurrences.ts";
import { countLedger } from "./ledger-counts.ts";
import { latenessOf, parseDate } from "./ledger-dates.ts";
import type { Ledger, LedgerEntry, LedgerProblem } from "./ledger.ts";
import { EMPTY_LEDGER, NO_FIELDS } from "./ledger.ts";
import { updateLedger } from "./update-ledger.ts";

const problem = (changes: Partial<LedgerProblem> = {}): LedgerProblem => ({
  origin: "核对",
  unit: "示例县财政局",
  year: 2025,
  rule: "score-loss-has-reason",
  code: "P-20",
  severity: "错误",
  subject: "车辆购置",
  problem: "指标分值10分，得9分，未填写偏差原因。",
  advice: "请填写。",
  source: "自评表.txt",
  place: "行 5",
  measure: "",
  ...changes,
});

const begun = (problems: readonly LedgerProblem[], date = "2025-10-01"): Ledger =>
  updateLedger(EMPTY_LEDGER, { problems, date, hasLookedFor: () => true });
const updated = (ledger: Ledger, problems: readonly LedgerProblem[], date = "2025-11-01"): Ledger =>
  updateLedger(ledger, { problems, date, hasLookedFor: () => true });
const first = ({ entries }: Ledger): LedgerEntry => {
  const [entry] = entries;
  if (entry === undefined) throw new Error("no entry");
  return entry;
};

const stepped = (state: EntryState, word: string, note = "理由"): LedgerEntry => {
  const entry = { ...first(begun([problem()])), state, fields: { ...NO_FIELDS, note } };
  return first(
    editLedger({ entries: [entry] }, [{ id: entry.id, state: word, fields: {} }], "2025-11-01").ledger,
  );
};
const priorOf = (changes: Partial<LedgerProblem>, state: EntryState = "closed"): Ledger => ({
  entries: begun([problem({ year: 2024, ...changes })]).entries.map((entry) => ({ ...entry, state })),
});
const recurrence = (changes: Partial<LedgerProblem>, prior: Ledger): LedgerEntry["recurrence"] =>
  first(findRecurrences(begun([problem(changes)]), prior)).recurrence;

describe("updating a ledger", () => {
  test("numbers new entries by year and goes on from the highest", () => {
    const ledger = updated(begun([problem(), problem({ year: 2024 })]), [problem({ subject: "公务接待" })]);
    expect(ledger.entries.map(({ id }) => id)).toEqual(["2025-0001", "2024-0001", "2025-0002"]);
  });

  test("keeps what people filled in", () => {
    const edited = editLedger(
      begun([problem()]),
      [{ id: "2025-0001", state: "整改中", fields: { owner: "张某", dueDate: "2025-12-01" } }],
      "2025-10-02",
    );
    const entry = first(updated(edited.ledger, [problem()]));
    expect(entry.state).toBe("in-progress");
    expect(entry.fields).toEqual({ ...NO_FIELDS, owner: "张某", dueDate: "2025-12-01" });
  });

  test("marks a problem that no longer occurs, and keeps its state", () => {
    const entry = first(updated(begun([problem()]), []));
    expect([entry.occurrence, entry.state, entry.history.at(-1)?.what]).toEqual(["gone", "open", "gone"]);
  });

  test("leaves alone what this run did not look for", () => {
    const before = begun([problem()]);
    const after = updateLedger(before, { problems: [], date: "2025-11-01", hasLookedFor: () => false });
    expect(after).toEqual(before);
  });

  test("knows a problem again when only its figures changed, and says so", () => {
    const entry = first(
      updated(begun([problem()]), [problem({ problem: "指标分值10分，得8分，未填写偏差原因。" })]),
    );
    expect(entry.id).toBe("2025-0001");
    expect(entry.history.map(({ what }) => what)).toEqual(["created", "reworded"]);
  });

  test("says when a problem that had gone is met again", () => {
    const entry = first(updated(updated(begun([problem()]), []), [problem()], "2025-12-01"));
    expect(entry.history.map(({ what }) => what)).toEqual(["created", "gone", "reappeared"]);
    expect(entry.occurrence).toBe("present");
  });
});

const problems = fc.array(
  fc
    .record({
      subject: fc.constantFrom("车辆购置", "公务接待", "会议费"),
      problem: fc.constantFrom("得9分，未说明。", "得8分，未说明。", "支付偏慢。", "台账不全。"),
      year: fc.constantFrom(2024, 2025, null),
      rule: fc.constantFrom("score-loss-has-reason", null),
    })
    .map(problem),
  { maxLength: 12 },
);

describe("whatever the problems are", () => {
  test("the same update again changes nothing", () => {
    fc.assert(
      fc.property(problems, problems, (before, now) => {
        const once = updated(begun(before), now);
        expect(updated(once, now)).toEqual(once);
      }),
    );
  });

  test("no entry is lost, no history is shortened, and every problem has one entry", () => {
    fc.assert(
      fc.property(fc.array(problems, { maxLength: 5 }), (runs) => {
        let ledger = EMPTY_LEDGER;
        for (const run of runs) {
          const next = updated(ledger, run);
          for (const [index, entry] of ledger.entries.entries()) {
            expect(next.entries[index]?.id).toBe(entry.id);
            expect(next.entries[index]?.history.slice(0, entry.history.length)).toEqual(entry.history);
          }
          expect(next.entries.filter(({ occurrence }) => occurrence === "present")).toHaveLength(run.length);
          ledger = next;
        }
        expect(new Set(ledger.entries.map(({ id }) => id)).size).toBe(ledger.entries.length);
      }),
    );
  });
});

describe("the steps of an entry", () => {
  it.each(STATE_NAMES.flatMap((a) => STATE_NAMES.map((b) => [a, b] as const)))(
    "from %s to %s are as listed",
    (a, b) => {
      const entry = stepped(a, ENTRY_STATES[b]);
      expect(entry.state).toBe(mayGo(a, b) ? b : a);
      expect(entry.history).toHaveLength(mayGo(a, b) ? 2 : 1);
    },
  );

  test("do not close what nobody reported as done", () => {
    expect([mayGo("open", "closed"), mayGo("in-progress", "closed"), mayGo("done", "closed")]).toEqual([
      false,
      false,
      true,
    ]);
  });

  test("need a reason where nothing is to be rectified", () => {
    expect(stepped("open", "不予整改", "").state).toBe("open");
    expect(stepped("open", "不予整改", "历史遗留，已另案处理").state).toBe("dismissed");
  });

  test("are not taken for words that are no state", () => {
    const { ledger, complaints } = editLedger(
      begun([problem()]),
      [{ id: "2025-0001", state: "完成了", fields: {} }],
      "2025-11-01",
    );
    expect(first(ledger).state).toBe("open");
    expect(complaints).toEqual(["2025-0001：“完成了”不是办理状态，仍为“待整改”。"]);
  });
});

describe("dates", () => {
  it.each([
    ["2025-11-30", "2025-11-30"],
    ["2025/1/3", "2025-01-03"],
    ["2025年11月3日", "2025-11-03"],
    ["2024-02-29", "2024-02-29"],
    ["2025-02-29", undefined],
    ["2025-13-01", undefined],
    ["年底前", undefined],
  ])("%s is %s", (text, date) => {
    expect(parseDate(text)).toBe(date);
  });

  it.each([
    ["2025-11-30", "open", { kind: "in-time" }],
    ["2025-11-29", "open", { kind: "late", days: 1 }],
    ["2024-11-30", "returned", { kind: "late", days: 365 }],
    ["2024-02-28", "in-progress", { kind: "late", days: 641 }],
    ["2025-11-01", "done", { kind: "finished" }],
    ["2025-11-01", "closed", { kind: "finished" }],
    ["", "open", { kind: "no-date" }],
    ["年底前", "open", { kind: "unreadable-date" }],
  ] as const)("due on %s and %s, on 2025-11-30", (dueDate, state, expected) => {
    expect(latenessOf({ state, fields: { ...NO_FIELDS, dueDate } }, "2025-11-30")).toEqual(expected);
  });
});

describe("what came back", () => {
  it.each([
    ["the same rule and subject", {}, {}, true],
    ["the same rule, the subject with its year", { subject: "车辆购置（2025年）" }, {}, true],
    ["the same rule on another subject", { subject: "公务接待" }, {}, false],
    ["another rule on the same subject", { rule: "grade-follows-score" }, {}, false],
    [
      "words alike without a rule",
      { rule: null, problem: "固定资产台账登记不全，账实不符" },
      { rule: null, problem: "资产台账登记不全，账实不符" },
      true,
    ],
    [
      "other words without a rule",
      { rule: null, problem: "合同付款滞后" },
      { rule: null, problem: "固定资产账实不符" },
      false,
    ],
    ["another unit", { unit: "示例县教育局" }, {}, false],
  ] as const)("is told by %s: %4$s", (_, now, before, isFound) => {
    expect(recurrence(now, priorOf(before)) !== null).toBe(isFound);
  });

  test("says which entry and why", () => {
    expect(recurrence({}, priorOf({}))).toEqual({
      id: "2024-0001",
      year: 2024,
      wasClosed: true,
      explanation: "与2024年2024-0001（已核实销号）同一规则（P-20）、同一对象“车辆购置”",
    });
  });

  test("is carried over where last year's entry was not closed", () => {
    const ledger = findRecurrences(begun([problem()]), priorOf({}, "in-progress"));
    const { recurred, carriedOver } = countLedger(ledger, "2025-11-30");
    expect([recurred, carriedOver]).toEqual([0, 1]);
  });
});
