import { editionFor } from "@jueming/core/regions/index.ts";
import type { Arbitrary } from "fast-check";
import { array, assert, constantFrom, property, record, string } from "fast-check";
import { describe, expect, test } from "vitest";

import { applyChanges, inverseOf } from "./apply-changes.ts";
import { entryForm } from "./entry-form.ts";
import { ROW_LIMIT, TEXT_LIMIT } from "./entry-limits.ts";
import type { Entries, EntryChange } from "./entry-plan.ts";

const form = entryForm(editionFor("14", 2024), "final-accounts");
const LIST = "accounts:expenditure";
const NAME = "identity:unitName";
const before: Entries = {
  fields: { [NAME]: "示例县档案馆" },
  lists: {
    [LIST]: [
      { id: "a", cells: { code: "2010101", basic: "1" } },
      { id: "b", cells: { code: "2010102" } },
    ],
  },
};

const typed = (key: string, from: string, to: string): EntryChange => ({ kind: "field", key, from, to });
const inCell = (row: string, column: string, from: string, to: string): EntryChange => ({
  kind: "cell",
  list: LIST,
  row,
  column,
  from,
  to,
});

describe("a change", () => {
  test("is made where its editor saw what stands there", () => {
    const { entries, applied, conflicts } = applyChanges(form, before, [
      typed(NAME, "示例县档案馆", "示例县史志馆"),
      inCell("a", "basic", "1", "2"),
    ]);
    expect(entries.fields[NAME]).toBe("示例县史志馆");
    expect(entries.lists[LIST]?.[0]?.cells["basic"]).toBe("2");
    expect([applied.length, conflicts]).toEqual([2, []]);
  });

  test("is a conflict where another was quicker, unless both typed the same", () => {
    const late = typed(NAME, "", "示例县文化馆");
    expect(applyChanges(form, before, [late]).conflicts).toEqual([{ change: late, now: "示例县档案馆" }]);
    expect(applyChanges(form, before, [typed(NAME, "", "示例县档案馆")]).conflicts).toEqual([]);
    const gone = inCell("z", "basic", "", "1");
    expect(applyChanges(form, before, [gone]).conflicts).toEqual([{ change: gone, now: null }]);
  });

  test.each([
    ["names no cell of the form", typed("cell:none/line:1/amount", "", "1"), /没有/u],
    ["is of what is worked out only", typed("unit-note:公开01表 收入支出决算总表", "", "1"), /没有/u],
    ["is too long", typed(NAME, "示例县档案馆", "长".repeat(TEXT_LIMIT + 1)), /超过/u],
    ["names no column of the list", inCell("a", "none", "", "1"), /没有/u],
    [
      "brings a row that is there",
      { kind: "insert-row", list: LIST, row: { id: "a", cells: {} }, after: null } as const,
      /重复/u,
    ],
  ])("that %s is refused", (_, change, message) => {
    const { entries, refused } = applyChanges(form, before, [change]);
    expect(entries).toBe(before);
    expect(refused[0]?.message).toMatch(message);
  });

  test("beyond the last row of a list is refused", () => {
    const rows = Array.from({ length: ROW_LIMIT }, (_, index) => ({ id: `r${index}`, cells: {} }));
    const change = { kind: "insert-row", list: LIST, row: { id: "new", cells: {} }, after: null } as const;
    expect(applyChanges(form, { fields: {}, lists: { [LIST]: rows } }, [change]).refused).toHaveLength(1);
  });
});

const text = string({ minLength: 0, maxLength: 4 });
const FIELDS = [...form.fields.values()].flatMap(({ target, shown }) => (target === null ? [] : [shown.key]));

/** Changes of different fields, each from what stands there. */
const changesOf = (keys: readonly string[]) =>
  array(record({ key: constantFrom(...keys), to: text }), { maxLength: 8 }).map((all) =>
    all
      .filter(({ key }, index) => all.findIndex((other) => other.key === key) === index)
      .map(({ key, to }) => typed(key, before.fields[key] ?? "", to)),
  );

test("changes of two people in different cells give the same in any order", () => {
  const [left, right] = [FIELDS.slice(0, 40), FIELDS.slice(40, 80)];
  assert(
    property(changesOf(left), changesOf(right), (mine, yours) => {
      const one = applyChanges(form, before, [...mine, ...yours]);
      const other = applyChanges(form, before, [...yours, ...mine]);
      expect(one.entries).toEqual(other.entries);
      expect(one.conflicts).toEqual([]);
    }),
  );
});

const anyChange = (): Arbitrary<EntryChange> => {
  const row = constantFrom("a", "b", "c", "d");
  const after = constantFrom<string | null>(null, "a", "b", "c");
  return record({
    kind: constantFrom(
      "field" as const,
      "cell" as const,
      "insert-row" as const,
      "remove-row" as const,
      "move-row" as const,
    ),
    row,
    after,
    to: text,
    from: constantFrom("", "1", "2010101", "示例县档案馆"),
    column: constantFrom("code", "basic"),
  }).map(({ kind, row: id, after: before_, to, from, column }): EntryChange => {
    switch (kind) {
      case "field":
        return typed(NAME, from, to);
      case "cell":
        return inCell(id, column, from, to);
      case "insert-row":
        return { kind, list: LIST, row: { id, cells: { [column]: to || "1" } }, after: before_ };
      case "move-row":
        return { kind, list: LIST, row: id, after: before_ };
      default:
        return { kind: "remove-row", list: LIST, row: id };
    }
  });
};

test("the inverse changes give the former entries again", () => {
  assert(
    property(array(anyChange(), { maxLength: 12 }), (changes) => {
      const after = applyChanges(form, before, changes).entries;
      const inverse = inverseOf(form, before, changes);
      const undone = applyChanges(form, after, inverse);
      expect(undone.entries).toEqual(before);
      expect(undone.conflicts).toEqual([]);
    }),
  );
});
