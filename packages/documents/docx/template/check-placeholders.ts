// The placeholders of a template are checked before anything is filled in, so that all mistakes are named at
// once and no document comes out with a hole in it.

import type { Tag } from "easy-template-x";
import { TagDisposition } from "easy-template-x";

import { TemplateError } from "./template-error.ts";
import type { TemplateValue, TemplateValues } from "./template-values.ts";
import { kindOf, knownNames, ownValue, rowsOf } from "./template-values.ts";

/** The names in force at a place: the rows of each section that is open there, the outermost first. */
interface Scope {
  readonly name: string;
  readonly rows: readonly TemplateValues[];
  /** A section without rows: what stands in it is never printed, and its names cannot be known. */
  readonly isEmpty: boolean;
}

/** Throws a TemplateError that names every placeholder that the values do not know. */
export function checkPlaceholders(tags: readonly Tag[], values: TemplateValues): void {
  const unknown = new Map<string, readonly string[]>();
  const open: Scope[] = [{ name: "", rows: [values], isEmpty: false }];
  for (const { name = "", disposition } of tags) {
    if (disposition === TagDisposition.Close) {
      closeSection(open, name);
      continue;
    }
    const isSection = disposition === TagDisposition.Open;
    const value = lookedUp(open, name);
    if (value === undefined && !open.some(({ isEmpty }) => isEmpty)) {
      unknown.set(name, knownNames(open.map(({ rows }) => rows)));
    }
    if (value !== undefined) checkKind(name, value, isSection);
    if (isSection) open.push(scopeOf(open, name));
  }
  const last = open.at(-1);
  if (last !== undefined && open.length > 1) throw unpaired(last.name, "没有结束");
  if (unknown.size > 0) throw unknownPlaceholders(unknown);
}

function closeSection(open: Scope[], name: string): void {
  const last = open.at(-1);
  if (open.length === 1 || last === undefined) throw unpaired(name, "没有开始");
  if (name !== "" && name !== last.name) throw unpaired(last.name, `被“{{/${name}}}”结束`);
  open.pop();
}

function lookedUp(open: readonly Scope[], name: string): TemplateValue | undefined {
  for (const { rows } of open.toReversed()) {
    for (const row of rows) {
      const value = ownValue(row, name);
      if (value !== undefined) return value;
    }
  }
  return undefined;
}

/** A section of rows is open for the rows of all rows round it: which one is filled is not known here. */
function scopeOf(open: readonly Scope[], name: string): Scope {
  for (const { rows } of open.toReversed()) {
    const values = rows.map((row) => ownValue(row, name)).filter((value) => value !== undefined);
    if (values.length === 0) continue;
    const inner = values.flatMap((value) => rowsOf(value));
    return { name, rows: inner, isEmpty: inner.length === 0 };
  }
  return { name, rows: [], isEmpty: true };
}

function checkKind(name: string, value: TemplateValue, isSection: boolean): void {
  if ((kindOf(value) === "section") === isSection) return;
  const advice = isSection
    ? `“${name}”是一个字段，请写成 {{${name}}}。`
    : `“${name}”是表格或段落，请写成 {{#${name}}}……{{/${name}}}，把要重复的内容放在中间。`;
  throw new TemplateError("wrong-kind", `模板里的占位符用法不对：${advice}`, { placeholders: [name] });
}

function unpaired(name: string, how: string): TemplateError {
  return new TemplateError(
    "unpaired",
    `模板里的“${name}”${how}。每个 {{#${name}}} 都要有一个 {{/${name}}}，先开始的后结束。`,
    { placeholders: [name] },
  );
}

const SHOWN_NAMES = 30;

function unknownPlaceholders(unknown: ReadonlyMap<string, readonly string[]>): TemplateError {
  const names = [...unknown.keys()];
  const known = [...new Set([...unknown.values()].flat())].slice(0, SHOWN_NAMES);
  const instead = known.length === 0 ? "" : `该处可用的有：${known.join("、")}。`;
  return new TemplateError(
    "unknown-placeholder",
    `模板里有不认识的占位符：${names.map((name) => `{{${name}}}`).join("、")}。请改正名称或删去。${instead}`,
    { placeholders: names },
  );
}
