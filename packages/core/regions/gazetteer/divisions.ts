import { divisionRows } from "./division-rows.ts";

/** A place of the 行政区划: province, prefecture or county, with its GB/T 2260 code of six digits. */
export interface Division {
  readonly code: string;
  readonly name: string;
  readonly level: "province" | "prefecture" | "county";
  /** Code of the division above; a county directly below its province names the province. */
  readonly parent: string | undefined;
}

interface Gazetteer {
  readonly byCode: ReadonlyMap<string, Division>;
  readonly byName: ReadonlyMap<string, readonly Division[]>;
}

let parsed: Gazetteer | undefined;

/** Every division, in the order of codes. */
export function allDivisions(): readonly Division[] {
  return [...gazetteer().byCode.values()];
}

/** The division of a code, or undefined for a code that the list does not have. */
export function findDivision(code: string): Division | undefined {
  return gazetteer().byCode.get(code);
}

/** The divisions above a code, the province first; none for an unknown code. */
export function ancestors(code: string): readonly Division[] {
  const parent = findDivision(findDivision(code)?.parent ?? "");
  return parent === undefined ? [] : [...ancestors(parent.code), parent];
}

/** The full name from the province down, as offices print it, or undefined for an unknown code. */
export function divisionPath(code: string): string | undefined {
  const division = findDivision(code);
  if (division === undefined) return undefined;
  return [...ancestors(code), division].map(({ name }) => name).join("");
}

/** All divisions that bear exactly this name: dozens of names are borne by several. */
export function divisionsNamed(name: string): readonly Division[] {
  return gazetteer().byName.get(name) ?? [];
}

// The list is read at the first question, so that importing it costs nothing.
function gazetteer(): Gazetteer {
  parsed ??= parseGazetteer(divisionRows);
  return parsed;
}

function parseGazetteer(text: string): Gazetteer {
  const byCode = new Map<string, Division>();
  const byName = new Map<string, Division[]>();
  for (const line of text.trim().split("\n")) {
    for (const division of divisionsOfLine(line)) {
      byCode.set(division.code, division);
      const namesakes = byName.get(division.name);
      if (namesakes === undefined) byName.set(division.name, [division]);
      else namesakes.push(division);
    }
  }
  return { byCode, byName };
}

function divisionsOfLine(line: string): readonly Division[] {
  const [head = "", ...counties] = line.split(" ");
  const digits = /^\d+/.exec(head)?.[0] ?? "";
  const name = head.slice(digits.length);
  const province = `${head.slice(0, 2)}0000`;
  if (digits.length === 2) return [{ code: province, name, level: "province", parent: undefined }];
  const prefecture: Division = { code: `${digits}00`, name, level: "prefecture", parent: province };
  const below = counties.map((county): Division => ({
    code: digits + county.slice(0, 2),
    name: county.slice(2),
    level: "county",
    parent: name === "" ? province : prefecture.code,
  }));
  return name === "" ? below : [prefecture, ...below];
}
