// What no document states, as a small JSON file (jueming/department-inputs/1): figures of ledgers (台账), the
// days of approval and disclosure, and the scores that people gave with their evidence.

import { Decimal } from "decimal.js";

import type { Field } from "../disclosure/json/fields.ts";
import {
  at,
  entriesOf,
  isNone,
  itemsOf,
  JsonFault,
  textOf,
  textOrNull,
  wordOf,
} from "../disclosure/json/fields.ts";
import type { ManualScore } from "../evaluation/point-system/department-score.ts";
import type { InputFigure, InputName } from "../evaluation/point-system/system-inputs.ts";
import { INPUTS, isInputName } from "../evaluation/point-system/system-inputs.ts";
import { amountText } from "./decimal-fields.ts";

/** Name and version of the JSON form. */
export const DEPARTMENT_INPUTS_SCHEMA = "jueming/department-inputs/1";

/** DepartmentLedger (台账数据): inputs and scores that no document states. */
export interface DepartmentLedger {
  readonly figures: ReadonlyMap<InputName, InputFigure>;
  /** By item key or by the name of the third level. */
  readonly scores: ReadonlyMap<string, ManualScore>;
}

export const NO_DEPARTMENT_LEDGER: DepartmentLedger = { figures: new Map(), scores: new Map() };

/** The ledger of a parsed JSON value; throws a JsonFault where it is none. */
export function ledgerFromJson(value: unknown, source: string): DepartmentLedger {
  const field: Field = { value, path: "" };
  wordOf(at(field, "schema"), [DEPARTMENT_INPUTS_SCHEMA]);
  const figures = entriesOf(at(field, "inputs")).map(([name, one]) => figureFromJson(name, one, source));
  const days = disclosureDays(field, source);
  const all = days === null ? figures : [...figures, days];
  const scores = itemsOf(at(field, "scores")).map(scoreFromJson);
  return {
    figures: new Map(all.map((figure) => [figure.name, figure])),
    scores: new Map(scores),
  };
}

const PERCENT_BASE = 100;

function figureFromJson(name: string, field: Field, source: string): InputFigure {
  if (!isInputName(name)) throw new JsonFault(field.path, "没有这个取数项，见 docs/department-evaluation.md");
  const isPlain = typeof field.value === "string";
  const value = new Decimal(amountText(isPlain ? field : at(field, "value")));
  const from = isPlain ? null : textOrNull(at(field, "from"));
  return {
    name,
    value: INPUTS[name].unit === "%" ? value.div(PERCENT_BASE) : value,
    origin: from === null ? "台账" : `台账：${from}`,
    sources: [{ source, place: {} }],
    note: null,
  };
}

/** The days from approval to disclosure, when both days are given. */
function disclosureDays(field: Field, source: string): InputFigure | null {
  const [approved, disclosed] = [at(field, "approvedOn"), at(field, "disclosedOn")];
  if (isNone(approved) || isNone(disclosed)) return null;
  const days = dayNumber(disclosed) - dayNumber(approved);
  if (days < 0) throw new JsonFault(disclosed.path, "公开日期早于批复日期");
  return {
    name: "disclosureDays",
    value: new Decimal(days),
    origin: `${textOf(approved)} 批复，${textOf(disclosed)} 公开`,
    sources: [{ source, place: {} }],
    note: null,
  };
}

function scoreFromJson(field: Field): readonly [string, ManualScore] {
  return [
    textOf(at(field, "item")),
    {
      score: new Decimal(amountText(at(field, "score"))),
      reason: textOrNull(at(field, "reason")),
      evidence: itemsOf(at(field, "evidence")).map(textOf),
    },
  ];
}

const DAY = /^(\d{4})-(\d{2})-(\d{2})$/u;
const LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;
const isLeap = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;

/** The days since the year nought of a day such as 2026-09-05. */
function dayNumber(field: Field): number {
  const [, ...parts] = DAY.exec(textOf(field)) ?? [];
  const [year, month, day] = parts.map(Number);
  if (year === undefined || month === undefined || day === undefined)
    throw new JsonFault(field.path, '应为日期，如 "2026-09-05"');
  const length = (LENGTHS[month - 1] ?? 0) + (month === 2 && isLeap(year) ? 1 : 0);
  if (day < 1 || day > length) throw new JsonFault(field.path, `没有 ${textOf(field)} 这一天`);
  const leaps = Math.ceil(year / 4) - Math.ceil(year / 100) + Math.ceil(year / 400);
  const before = LENGTHS.slice(0, month - 1).reduce<number>((sum, one) => sum + one, 0);
  return year * 365 + leaps + before + (month > 2 && isLeap(year) ? 1 : 0) + day;
}
