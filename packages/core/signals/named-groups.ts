// Whose an evaluation is: unit, department, district. Seals garble the names in forms, so the document's own
// name counts unless a form clearly names another unit.

import type { Disclosure } from "../disclosure/disclosure.ts";
import type { ProjectEvaluation } from "../evaluation/project-evaluation.ts";
import { comparable } from "../figures/normalize.ts";
import type { NamedGroup } from "./evaluation-extract.ts";

/** Likeness of pairs of characters from which a form's name is the document's, garbled by its seal. */
const SAME_NAME = 0.3;
const CODE = /^[\d.:：\s]*[-—－]\s*/u;
const UNKNOWN = { unit: "单位不明", department: "部门不明", district: "地区不明" } as const;

type Whose = Pick<Disclosure, "unit" | "department" | "region" | "source">;

/** The unit (实施单位) of an evaluation. */
export function unitOf(evaluation: Pick<ProjectEvaluation, "unit">, disclosure: Whose): NamedGroup {
  const stated = disclosure.unit.name ?? disclosure.department.name;
  const own = cleanName(evaluation.unit?.text ?? "");
  const name = own !== "" && (stated === null || isAnother(own, cleanName(stated))) ? own : stated;
  return named(name, UNKNOWN.unit, disclosure);
}

/** The department (主管部门) of an evaluation. */
export function departmentOf(
  evaluation: Pick<ProjectEvaluation, "department">,
  disclosure: Whose,
): NamedGroup {
  const own = cleanName(evaluation.department?.text ?? "");
  const name = disclosure.department.name ?? (own === "" ? disclosure.unit.name : own);
  return named(name, UNKNOWN.department, disclosure);
}

/** The district (地区) of a disclosure, by its division code. */
export function districtOf({ region }: Whose): NamedGroup {
  if (region.code === null) return { key: region.name ?? "", name: region.name ?? UNKNOWN.district };
  return { key: region.code.slice(0, 6), name: region.name ?? region.code };
}

function named(name: string | null, unknown: string, disclosure: Whose): NamedGroup {
  const district = districtOf(disclosure).key;
  // Evaluations of unknown units must not be thrown together: those of one document belong together.
  if (name === null) return { key: `${district}|?${disclosure.source}`, name: unknown };
  return { key: `${district}|${comparable(cleanName(name))}`, name: cleanName(name) };
}

function cleanName(name: string): string {
  return name.trim().replace(CODE, "").replace(/\s+/gu, "");
}

/** True when a form names another unit than the document: 县第一中学 in the report of 县教育局. */
function isAnother(own: string, stated: string): boolean {
  if (!/^[\p{Script=Han}（）()]{4,}$/u.test(own)) return false;
  if (own.startsWith(stated)) return own.length >= stated.length + 2;
  let same = 0;
  while (same < stated.length && own[same] === stated[same]) same += 1;
  const [ownRest, statedRest] = [own.slice(same), stated.slice(same)];
  // So short a difference is damage of the last characters.
  if (ownRest.length < 3 || statedRest.length < 2) return false;
  return pairLikeness(ownRest, statedRest) < SAME_NAME;
}

function pairLikeness(a: string, b: string): number {
  const [one, other] = [pairsOf(a), pairsOf(b)];
  const all = one.size + other.size;
  return all === 0 ? 1 : (2 * one.intersection(other).size) / all;
}

function pairsOf(text: string): ReadonlySet<string> {
  return new Set(Array.from({ length: Math.max(0, text.length - 1) }, (_, at) => text.slice(at, at + 2)));
}
