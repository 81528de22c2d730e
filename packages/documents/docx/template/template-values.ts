// What a template is filled with, and how a placeholder finds its value: in the row it stands in, then in what
// is round it, as one reads a form.

/** TemplateValue: a text, a condition, the rows of a table, or a group of values. */
export type TemplateValue = string | boolean | readonly TemplateValues[] | TemplateValues;

/** TemplateValues: values by the names that placeholders call them by. */
export interface TemplateValues {
  readonly [name: string]: TemplateValue;
}

/** ValueKind: what a value can stand for in a template. */
export type ValueKind = "field" | "section";

/** Text fills a field; rows, groups and conditions open a section. */
export function kindOf(value: TemplateValue): ValueKind {
  return typeof value === "string" ? "field" : "section";
}

/** The rows that a section repeats for; a condition has one row without values of its own, or none. */
export function rowsOf(value: TemplateValue): readonly TemplateValues[] {
  if (typeof value === "string") return [];
  if (typeof value === "boolean") return value ? [{}] : [];
  return isRows(value) ? value : [value];
}

function isRows(value: TemplateValue): value is readonly TemplateValues[] {
  return Array.isArray(value);
}

/** The value that a name has of its own, never one that JavaScript gives to every object. */
export function ownValue(values: TemplateValues, name: string): TemplateValue | undefined {
  return Object.hasOwn(values, name) ? values[name] : undefined;
}

/**
 * The value of the last name of a path such as `["收入明细", 0, "金额"]`: what stands nearest wins. A number in
 * a path is the row of the section before it.
 */
export function valueAt(
  values: TemplateValues,
  path: readonly (string | number)[],
): TemplateValue | undefined {
  const name = path.at(-1);
  if (typeof name !== "string") return undefined;
  const scopes = scopesAlong(values, path.slice(0, -1));
  for (const scope of scopes.toReversed()) {
    const value = ownValue(scope, name);
    if (value !== undefined) return value;
  }
  return undefined;
}

/** The values that are in force along a path, the outermost first. */
function scopesAlong(values: TemplateValues, path: readonly (string | number)[]): readonly TemplateValues[] {
  const scopes = [values];
  let section: TemplateValue | undefined;
  for (const step of path) {
    if (typeof step === "string") {
      const named = scopes.toReversed().find((scope) => ownValue(scope, step) !== undefined);
      section = named === undefined ? undefined : ownValue(named, step);
      continue;
    }
    const row = section === undefined ? undefined : rowsOf(section)[step];
    if (row !== undefined) scopes.push(row);
  }
  return scopes;
}

/** Names in force, for a message that tells what may be written instead. */
export function knownNames(scopes: readonly (readonly TemplateValues[])[]): readonly string[] {
  return [...new Set(scopes.toReversed().flatMap((rows) => rows.flatMap((row) => Object.keys(row))))];
}
