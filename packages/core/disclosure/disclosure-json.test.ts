import { readFileSync } from "node:fs";

import { Ajv2020 } from "ajv/dist/2020.js";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";

import type { Place } from "../document/document.ts";
import type { Section, SectionParagraph } from "../document/section.ts";
import type { StatedText } from "../document/stated-text.ts";
import type { DepartmentEvaluation } from "../evaluation/department-evaluation.ts";
import { FINANCE_FIELDS } from "../evaluation/department-evaluation.ts";
import type { Indicator, IndicatorValue, ProjectEvaluation } from "../evaluation/project-evaluation.ts";
import { EVALUATION_TEXTS, FUNDING_FIELDS } from "../evaluation/project-evaluation.ts";
import type { CellValue, StatedFigure, Unreadable } from "../figures/figure.ts";
import { statedFigure } from "../figures/figure.ts";
import { PERCENT, WAN_YUAN, YUAN, countUnit } from "../figures/unit.ts";
import type { FactAddress } from "./address.ts";
import type { AccountsTable, Disclosure, NarrativeSentence } from "./disclosure.ts";
import { fromDisclosureJson, toDisclosureJson } from "./disclosure-json.ts";

const word = fc.string({ unit: "grapheme", maxLength: 6 });
const maybe = <Value>(arbitrary: fc.Arbitrary<Value>): fc.Arbitrary<Value | null> => fc.option(arbitrary);
const few = <Value>(arbitrary: fc.Arbitrary<Value>): fc.Arbitrary<Value[]> =>
  fc.array(arbitrary, { maxLength: 3 });
const oneOf = <Value>(...values: readonly Value[]): fc.Arbitrary<Value> => fc.constantFrom(...values);

const box = fc.tuple(fc.integer(), fc.integer(), fc.integer(), fc.integer());
const place: fc.Arbitrary<Place> = fc.oneof(
  fc.record({ line: fc.nat() }),
  fc.record({ page: fc.nat(), box }, { requiredKeys: ["page"] }),
  fc.record(
    { source: fc.constant("other.txt"), sheet: word, row: fc.nat(), column: fc.nat() },
    { requiredKeys: ["sheet"] },
  ),
);
const stated: fc.Arbitrary<StatedText> = fc.record({ text: word, place });
const unit = oneOf(YUAN, WAN_YUAN, PERCENT, countUnit("人"), countUnit("碗"), null);
const decimal = fc
  .tuple(fc.integer({ min: -1_000_000, max: 1_000_000 }), oneOf("", ".0", ".50", ".03"))
  .map(([whole, fraction]) => `${whole}${fraction}`);
const figure: fc.Arbitrary<StatedFigure> = fc
  .tuple(decimal, unit, place, word, maybe(word))
  .map(([value, its, where, raw, doubt]) => ({
    ...statedFigure(value, its, where, raw)!,
    ...(doubt === null ? {} : { doubt }),
  }));
const unreadable: fc.Arbitrary<Unreadable> = fc.record(
  { kind: fc.constant("unreadable" as const), raw: word, place, proposal: word },
  { requiredKeys: ["kind", "raw", "place"] },
);
const blank = fc.record({ kind: fc.constant("blank" as const), raw: oneOf("", "——"), place });
const value: fc.Arbitrary<CellValue> = fc.oneof(figure, unreadable, blank);

const table: fc.Arbitrary<AccountsTable> = fc.record({
  concept: oneOf("income", "three-public"),
  layout: word,
  label: maybe(word),
  title: word,
  moneyUnit: oneOf("万元", "元"),
  empty: fc.boolean(),
  rows: few(
    fc.record({
      line: maybe(word),
      code: maybe(word),
      name: maybe(word),
      cells: fc.dictionary(oneOf("amount", "total", "budget.total"), maybe(value)),
      place,
    }),
  ),
  place,
  notes: few(word),
  printedUnit: maybe(word),
  printedYear: maybe(word),
});

const indicatorValue: fc.Arbitrary<IndicatorValue> = fc.record({
  raw: word,
  comparator: maybe(oneOf("=", "≥", ">", "≤", "<")),
  value: maybe(decimal),
  unit: maybe(word),
  unreadable: fc.boolean(),
  place,
});
const indicator: fc.Arbitrary<Indicator> = fc.record({
  level1: word,
  level2: word,
  name: word,
  target: maybe(indicatorValue),
  initialTarget: maybe(indicatorValue),
  actual: maybe(indicatorValue),
  points: maybe(value),
  score: maybe(value),
  reason: maybe(stated),
  place,
  doubtful: fc.boolean(),
});
const recordOf = <Name extends string, Value>(
  names: readonly Name[],
  arbitrary: fc.Arbitrary<Value>,
): fc.Arbitrary<Record<Name, Value>> =>
  // Every name gets an arbitrary, which fromEntries cannot say.
  fc
    .tuple(...names.map(() => arbitrary))
    .map(
      (values) =>
        Object.fromEntries(names.map((name, index) => [name, values[index]])) as Record<Name, Value>,
    );

const evaluation: fc.Arbitrary<ProjectEvaluation> = fc.record({
  name: word,
  code: maybe(word),
  moneyUnit: oneOf("万元", "元"),
  layout: word,
  funding: few(
    fc.record({
      source: oneOf("total", "appropriation", "local", "carryover", "fiscal-account", "unit", "other"),
      name: word,
      fields: recordOf(FUNDING_FIELDS, maybe(value)),
      reason: maybe(stated),
      place,
    }),
  ),
  goal: maybe(stated),
  achievement: maybe(stated),
  indicators: few(indicator),
  levelPoints: few(fc.record({ level1: word, points: value, place })),
  indicatorScore: maybe(value),
  fundingScore: maybe(value),
  totalScore: maybe(value),
  totalPoints: maybe(value),
  grade: maybe(stated),
  text: recordOf(EVALUATION_TEXTS, maybe(stated)),
  department: maybe(stated),
  unit: maybe(stated),
  year: maybe(fc.nat()),
  place,
  span: maybe(fc.tuple(fc.nat(), fc.nat())),
});

const paragraph: fc.Arbitrary<SectionParagraph> = fc.record({
  text: fc.string({ maxLength: 8 }),
  place,
  pieces: few(fc.record({ offset: fc.nat(), place })),
});
const section = (depth: number): fc.Arbitrary<Section> =>
  fc.record({
    number: maybe(word),
    heading: word,
    level: fc.nat(6),
    paragraphs: few(paragraph),
    children: depth === 0 ? fc.constant([]) : fc.array(section(depth - 1), { maxLength: 2 }),
    place,
  });

const department: fc.Arbitrary<DepartmentEvaluation> = fc.record({
  score: maybe(value),
  grade: maybe(stated),
  goal: maybe(stated),
  budget: recordOf(["total", "appropriation", "other"] as const, maybe(value)),
  tasks: few(fc.record({ name: word, content: word, place })),
  indicators: few(indicator),
  sections: few(section(1)),
  finance: fc.dictionary(oneOf(...FINANCE_FIELDS), value),
  projectGroups: few(
    fc.record({
      name: word,
      count: maybe(value),
      budget: maybe(value),
      rate: maybe(value),
      surplusOver10: maybe(value),
      place,
    }),
  ),
  system: few(
    fc.record({ level1: word, level2: word, level3: word, points: maybe(value), score: maybe(value) }),
  ),
  place,
  unit: maybe(stated),
});

const address: fc.Arbitrary<FactAddress> = fc.record(
  {
    concept: word,
    line: word,
    code: maybe(word),
    column: word,
    period: fc.constant("prior" as const),
    stage: fc.constant("initial" as const),
    evaluation: fc.nat(),
    field: word,
  },
  { requiredKeys: ["concept"] },
);
const sentence: fc.Arbitrary<NarrativeSentence> = fc.record({
  section: word,
  evaluation: maybe(fc.nat()),
  template: word,
  sentence: word,
  figures: few(
    fc.record(
      {
        figure: fc.oneof(figure, unreadable),
        refersTo: address,
        derived: maybe(oneOf("share", "change", "changeRate", "completion", "count")),
        direction: oneOf<1 | -1 | 0>(1, -1, 0),
        directionWord: word,
      },
      { requiredKeys: ["figure", "refersTo", "derived"] },
    ),
  ),
  words: few(
    fc.record({
      slot: oneOf("reason", "use", "items", "no-data", "same", "direction"),
      text: word,
      refersTo: maybe(address),
      place,
    }),
  ),
  place,
});

const organization = { code: maybe(word), name: maybe(word) };
const disclosure: fc.Arbitrary<Disclosure> = fc.record({
  source: fc.constant("a.txt"),
  kind: oneOf("final-accounts", "project-evaluations", "department-evaluation"),
  title: word,
  year: maybe(fc.nat()),
  moneyUnit: oneOf("万元", "元"),
  region: fc.record({ code: maybe(word), name: maybe(word), edition: word }),
  department: fc.record(organization),
  unit: fc.record({
    ...organization,
    type: maybe(oneOf("administrative", "civil-service-like", "institution", "mixed")),
  }),
  tables: few(table),
  evaluations: few(evaluation),
  departmentEvaluation: maybe(department),
  narrative: few(sentence),
  unclaimed: few(fc.record({ raw: word, section: word, evaluation: maybe(fc.nat()), place })),
  problems: few(fc.record({ code: word, message: word, place })),
  outline: few(section(2)),
  removed: few(fc.record({ reason: oneOf("watermark", "instruction"), text: word, place })),
  alterations: maybe(few(fc.record({ where: word, what: word, from: maybe(word), to: maybe(word), place }))),
  unitNames: few(fc.record({ text: word, place })),
});

// fast-check makes objects without a prototype, and JSON parsing makes plain ones: both go through text.
const plain = (value: unknown): unknown =>
  JSON.parse(JSON.stringify(value, (_, part: unknown) => (typeof part === "bigint" ? `${part}n` : part)));

const jsonAt = (path: string): unknown =>
  JSON.parse(readFileSync(new URL(`../../../schemas/${path}`, import.meta.url), "utf8"));
// A schema is an object; ajv judges the rest.
const isValid = new Ajv2020({ allErrors: true, allowUnionTypes: true }).compile(
  jsonAt("disclosure.schema.json") as object,
);

describe("the published schema", () => {
  test("fits its example", () => {
    expect([isValid(jsonAt("examples/disclosure.json")), isValid.errors]).toEqual([true, null]);
  });

  test("fits whatever is written", () => {
    fc.assert(
      fc.property(disclosure, (original) => {
        const json: unknown = JSON.parse(JSON.stringify(toDisclosureJson(original)));
        expect([isValid(json), isValid.errors]).toEqual([true, null]);
      }),
      { numRuns: 200 },
    );
  });

  test("refuses a number where a decimal string is promised", () => {
    const [original] = fc.sample(disclosure, { numRuns: 1, seed: 1 });
    expect(isValid({ ...toDisclosureJson(original!), year: "2024" })).toBe(false);
  });
});

describe("the JSON form", () => {
  test("read back is the same disclosure", () => {
    fc.assert(
      fc.property(disclosure, (original) => {
        const reading = fromDisclosureJson(JSON.parse(JSON.stringify(toDisclosureJson(original))));
        expect(reading.ok ? plain(reading.disclosure) : reading).toEqual(plain(original));
      }),
      { numRuns: 300 },
    );
  });

  test("of anything else is refused with a Chinese sentence, never with a crash", () => {
    fc.assert(
      fc.property(fc.jsonValue(), (json) => {
        expect(fromDisclosureJson(json)).toMatchObject({ ok: false, reason: "not-a-disclosure" });
      }),
    );
  });

  test("with a part of the wrong shape says where", () => {
    fc.assert(
      fc.property(disclosure, fc.jsonValue(), fc.nat(), (original, intruder, choice) => {
        const json = toDisclosureJson(original);
        const names = Object.keys(json).filter((name) => name !== "schema");
        const name = names[choice % names.length] ?? "source";
        const reading = fromDisclosureJson({ ...json, [name]: intruder });
        expect(reading.ok ? "JSON" : reading.message).toContain("JSON");
      }),
    );
    const base = { schema: "jueming/disclosure/1", source: "a", kind: "final-accounts", moneyUnit: "元" };
    const region = { edition: "x" };
    expect(
      fromDisclosureJson({ ...base, region, department: {}, unit: {}, tables: [{ moneyUnit: 1 }] }),
    ).toEqual({
      ok: false,
      reason: "damaged",
      message: expect.stringContaining("tables[0].moneyUnit：应为文字"),
    });
  });
});

const at = (line: number): Place => ({ line });

describe("figures in JSON", () => {
  test("stand as printed: a cell with its text, elsewhere a plain decimal string", () => {
    const [original] = fc.sample(disclosure, { numRuns: 1, seed: 1 });
    const cell = statedFigure("1236.03", WAN_YUAN, at(117), "1,236.03")!;
    const row = { line: "27", code: null, name: "本年收入合计", place: at(117) };
    const cells: Record<string, CellValue | null> = {
      amount: cell,
      dash: { kind: "blank", raw: "——", place: at(117) },
      lost: { kind: "unreadable", raw: "2.381.35", place: at(117) },
      none: null,
    };
    const official: AccountsTable = {
      concept: "income-expenditure-summary",
      layout: "",
      label: null,
      title: "收入支出决算总表",
      moneyUnit: "万元",
      empty: false,
      rows: [{ ...row, cells }],
      place: at(90),
      notes: [],
      printedUnit: null,
      printedYear: null,
    };
    const json: unknown = JSON.parse(JSON.stringify(toDisclosureJson({ ...original!, tables: [official] })));
    expect(json).toMatchObject({
      tables: [
        {
          rows: [
            {
              ...row,
              cells: {
                amount: { value: "1236.03", raw: "1,236.03", place: { line: 117 } },
                dash: null,
                lost: { raw: "2.381.35", unreadable: true, place: { line: 117 } },
                none: null,
              },
            },
          ],
        },
      ],
    });
  });
});
