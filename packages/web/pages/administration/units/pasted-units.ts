// A list of units as it is copied from a spreadsheet: one a line, cells between tabs.
//   名称  代码  类型  主管部门
// A heading line says in which order the columns stand; without one they stand as above.

import type { UnitView } from "@jueming/server/contract/administration.ts";

type UnitType = NonNullable<UnitView["type"]>;

export const typeNames: Readonly<Record<UnitType, string>> = {
  administrative: "行政单位",
  "civil-service-like": "参公事业单位",
  institution: "事业单位",
  mixed: "行政事业混合",
};

/** PastedUnit: a line that could be read. */
export interface PastedUnit {
  readonly name: string;
  readonly code: string | null;
  readonly type: UnitType | null;
  readonly departmentName: string | null;
}

/** PastedList (粘贴的名录): what could be read, and what is wrong with which line. */
export interface PastedList {
  readonly units: readonly PastedUnit[];
  readonly faults: readonly string[];
}

const columns = ["name", "code", "type", "departmentName"] as const;
type ColumnName = (typeof columns)[number];

const headings: readonly (readonly [ColumnName, RegExp])[] = [
  ["departmentName", /主管|归口|上级/u],
  ["code", /代码|编码|编号/u],
  ["type", /类型|性质|类别/u],
  ["name", /名称|单位/u],
];

/** Reads what was pasted. */
export function readPastedUnits(text: string): PastedList {
  const lines = text
    .split(/\r?\n/u)
    .map((line) => line.split("\t").map((cell) => cell.trim()))
    .filter((cells) => cells.some((cell) => cell !== ""));
  const order = orderOf(lines[0] ?? []);
  const body = order === undefined ? lines : lines.slice(1);
  const read = body.map((cells) => unitOf(cells, order ?? columns));
  const units = read.flatMap((one) => (typeof one === "string" ? [] : [one]));
  return { units, faults: [...read.filter((one) => typeof one === "string"), ...doubles(units)] };
}

/** The order that a heading line tells; undefined where the first line is a unit already. */
function orderOf(cells: readonly string[]): readonly (ColumnName | null)[] | undefined {
  const named = cells.map((cell) => headings.find(([, words]) => words.test(cell))?.[0] ?? null);
  const name = cells[named.indexOf("name")] ?? "";
  return /^(?:预算)?(?:单位|部门)?(?:全称|名称|单位)$/u.test(name) ? named : undefined;
}

function unitOf(cells: readonly string[], order: readonly (ColumnName | null)[]): PastedUnit | string {
  const at = (column: ColumnName): string => cells[order.indexOf(column)] ?? "";
  const [name, type, above] = [at("name"), at("type"), at("departmentName")];
  if (name.length < 2) return `“${cells.join(" ")}”缺少单位名称`;
  const known = typeOf(type);
  if (known === undefined)
    return `“${name}”的类型“${type}”不认识，可写：${Object.values(typeNames).join("、")}`;
  return {
    name,
    code: at("code") === "" ? null : at("code"),
    type: known,
    departmentName: above === "" || above === name ? null : above,
  };
}

/** Null where none is given; undefined where it is none we know. */
function typeOf(text: string): UnitType | null | undefined {
  if (text === "") return null;
  if (/混合/u.test(text)) return "mixed";
  if (/参公|参照公务员/u.test(text)) return "civil-service-like";
  if (/事业/u.test(text)) return "institution";
  return /行政|机关/u.test(text) ? "administrative" : undefined;
}

function doubles(units: readonly PastedUnit[]): readonly string[] {
  const names = units.map(({ name }) => name);
  return [...new Set(names.filter((name, index) => names.indexOf(name) !== index))].map(
    (name) => `“${name}”出现了不止一次`,
  );
}
