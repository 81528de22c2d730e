// Reads fields of unknown JSON, each knowing its path, so that a fault can say where it is.

/** JsonValue: what JSON can say; undefined fields are left out when it is written. */
export type JsonValue = string | number | boolean | null | readonly JsonValue[] | JsonObject;
export interface JsonObject {
  readonly [name: string]: JsonValue | undefined;
}

/** Field: a value of unknown JSON and its path, such as `tables[0].rows[3].line`. */
export interface Field {
  readonly value: unknown;
  readonly path: string;
}

/** JsonFault: JSON that is whole but not of the promised shape; caught where reading begins. */
export class JsonFault extends Error {
  readonly path: string;

  constructor(path: string, why: string) {
    super(`${path === "" ? "最外层" : path}：${why}`);
    this.name = "JsonFault";
    this.path = path;
  }
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The field of an object by its name; a missing one has the value undefined. */
export function at(field: Field, name: string): Field {
  const path = field.path === "" ? name : `${field.path}.${name}`;
  if (!isObject(field.value)) throw new JsonFault(field.path, "应为对象");
  // Own properties only: "constructor" is no field.
  return { value: Object.hasOwn(field.value, name) ? field.value[name] : undefined, path };
}

/** True when the field is absent or null. */
export function isNone(field: Field): boolean {
  return field.value === undefined || field.value === null;
}

/** The entries of an object; none when it is absent. */
export function entriesOf(field: Field): readonly (readonly [string, Field])[] {
  if (isNone(field)) return [];
  if (!isObject(field.value)) throw new JsonFault(field.path, "应为对象");
  return Object.keys(field.value).map((name) => [name, at(field, name)]);
}

/** The items of a list; none when it is absent. */
export function itemsOf(field: Field): readonly Field[] {
  if (isNone(field)) return [];
  if (!Array.isArray(field.value)) throw new JsonFault(field.path, "应为数组");
  return field.value.map((value: unknown, index) => ({ value, path: `${field.path}[${index}]` }));
}

export function textOf(field: Field): string {
  if (typeof field.value !== "string") throw new JsonFault(field.path, "应为文字");
  return field.value;
}

export function textOrNull(field: Field): string | null {
  return isNone(field) ? null : textOf(field);
}

export function textOr(field: Field, otherwise: string): string {
  return textOrNull(field) ?? otherwise;
}

export function integerOf(field: Field): number {
  if (typeof field.value !== "number" || !Number.isSafeInteger(field.value)) {
    throw new JsonFault(field.path, "应为整数");
  }
  return field.value;
}

export function integerOrNull(field: Field): number | null {
  return isNone(field) ? null : integerOf(field);
}

export function isTrue(field: Field): boolean {
  if (isNone(field)) return false;
  if (typeof field.value !== "boolean") throw new JsonFault(field.path, "应为 true 或 false");
  return field.value;
}

/** One of the allowed words. */
export function wordOf<Word extends string>(field: Field, words: readonly Word[]): Word {
  const word = words.find((allowed) => allowed === field.value);
  if (word === undefined) throw new JsonFault(field.path, `应为 ${words.join("、")} 之一`);
  return word;
}
