// The department's self-evaluation in JSON (CONTRACT §3, `departmentEvaluation`).

import type { Place } from "../../document/document.ts";
import type {
  DepartmentEvaluation,
  FinanceField,
  ProjectGroup,
  SystemPoint,
} from "../../evaluation/department-evaluation.ts";
import { FINANCE_FIELDS } from "../../evaluation/department-evaluation.ts";
import type { CellValue } from "../../figures/figure.ts";
import { PERCENT, WAN_YUAN } from "../../figures/unit.ts";
import { indicatorFromJson, indicatorToJson } from "./evaluations.ts";
import type { Field, JsonObject } from "./fields.ts";
import { at, isNone, itemsOf, textOf } from "./fields.ts";
import { placeFromJson, placeToJson, statedTextFromJson, statedTexts } from "./places.ts";
import { sectionFromJson, sectionToJson } from "./sections.ts";
import type { Setting } from "./values.ts";
import { cellToJson, figureFromJson, plainFromJson, plainToJson } from "./values.ts";

export function departmentToJson(department: DepartmentEvaluation, source: string): JsonObject {
  const { place } = department;
  const score = plainToJson({ score: department.score }, () => ({ source, place, unit: null }));
  const { grade, goal, unit } = department;
  const boxes = statedTexts({ grade, goal, unit }, place, source);
  const budget = plainToJson(department.budget, () => ({ source, place, unit: WAN_YUAN }));
  return {
    score: score.values["score"],
    grade: boxes.texts["grade"],
    goal: boxes.texts["goal"],
    budget: { ...budget.values, printed: budget.printed },
    tasks: department.tasks.map((task) => ({ ...task, place: placeToJson(task.place, source) })),
    indicators: department.indicators.map((indicator) => indicatorToJson(indicator, source)),
    sections: department.sections.map((section) => sectionToJson(section, source)),
    finance: financeToJson(department, { source, place, unit: WAN_YUAN }),
    projectGroups: department.projectGroups.map((group) => groupToJson(group, source)),
    system: department.system.map((point) => systemPointToJson(point, { source, place, unit: null })),
    unit: boxes.texts["unit"],
    printed: score.printed,
    places: boxes.places,
    place: placeToJson(place, source),
  };
}

/** Every field is present; a blank says what is printed in its place. */
function financeToJson(department: DepartmentEvaluation, setting: Setting): JsonObject {
  return Object.fromEntries(
    FINANCE_FIELDS.map((name) => {
      const value = department.finance[name];
      if (value === undefined) return [name, null];
      if (value.kind !== "blank") return [name, cellToJson(value, setting)];
      return [name, { value: null, raw: value.raw, place: placeToJson(value.place, setting.source) }];
    }),
  );
}

function groupSettings(place: Place, source: string): (name: string) => Setting {
  const units: ReadonlyMap<string, Setting["unit"]> = new Map([
    ["budget", WAN_YUAN],
    ["rate", PERCENT],
  ]);
  return (name) => ({ source, place, unit: units.get(name) ?? null });
}

function groupToJson(group: ProjectGroup, source: string): JsonObject {
  const { count, budget, rate, surplusOver10 } = group;
  const values = plainToJson({ count, budget, rate, surplusOver10 }, groupSettings(group.place, source));
  return {
    name: group.name,
    ...values.values,
    printed: values.printed,
    place: placeToJson(group.place, source),
  };
}

function systemPointToJson(point: SystemPoint, setting: Setting): JsonObject {
  const { level1, level2, level3, points, score } = point;
  const values = plainToJson({ points, score }, () => setting);
  return { level1, level2, level3, ...values.values, printed: values.printed };
}

export function departmentFromJson(field: Field, source: string): DepartmentEvaluation {
  const place = placeFromJson(at(field, "place"));
  const stated = (name: string): ReturnType<typeof statedTextFromJson> =>
    statedTextFromJson(at(field, name), inside(at(field, "places"), name), place);
  const money: Setting = { source, place, unit: WAN_YUAN };
  const budget = (name: string): CellValue | null => plainIn(at(field, "budget"), name, money);
  return {
    score: plainIn(field, "score", { source, place, unit: null }),
    grade: stated("grade"),
    goal: stated("goal"),
    budget: { total: budget("total"), appropriation: budget("appropriation"), other: budget("other") },
    tasks: itemsOf(at(field, "tasks")).map((task) => ({
      name: textOf(at(task, "name")),
      content: textOf(at(task, "content")),
      place: placeFromJson(at(task, "place"), place),
    })),
    indicators: itemsOf(at(field, "indicators")).map((row) => indicatorFromJson(row, { place, source })),
    sections: itemsOf(at(field, "sections")).map((section) => sectionFromJson(section)),
    finance: financeFromJson(at(field, "finance"), money),
    projectGroups: itemsOf(at(field, "projectGroups")).map((group) => groupFromJson(group, place, source)),
    system: itemsOf(at(field, "system")).map((point) =>
      systemPointFromJson(point, { source, place, unit: null }),
    ),
    place,
    unit: stated("unit"),
  };
}

function inside(outer: Field, name: string): Field {
  return isNone(outer) ? { value: undefined, path: `${outer.path}.${name}` } : at(outer, name);
}

function plainIn(field: Field, name: string, setting: Setting): CellValue | null {
  return plainFromJson(inside(field, name), inside(inside(field, "printed"), name), setting);
}

function financeFromJson(field: Field, setting: Setting): DepartmentEvaluation["finance"] {
  const finance: Partial<Record<FinanceField, CellValue>> = {};
  if (isNone(field)) return finance;
  for (const name of FINANCE_FIELDS) {
    const cell = at(field, name);
    if (isNone(cell)) continue;
    const isBlank = isNone(at(cell, "value")) && isNone(at(cell, "unreadable"));
    const place = placeFromJson(at(cell, "place"), setting.place);
    finance[name] = isBlank
      ? { kind: "blank", raw: textOf(at(cell, "raw")), place }
      : figureFromJson(cell, at(cell, "value"), setting);
  }
  return finance;
}

function groupFromJson(field: Field, own: Place, source: string): ProjectGroup {
  const place = placeFromJson(at(field, "place"), own);
  const settingOf = groupSettings(place, source);
  const value = (name: string): CellValue | null => plainIn(field, name, settingOf(name));
  return {
    name: textOf(at(field, "name")),
    count: value("count"),
    budget: value("budget"),
    rate: value("rate"),
    surplusOver10: value("surplusOver10"),
    place,
  };
}

function systemPointFromJson(field: Field, setting: Setting): SystemPoint {
  return {
    level1: textOf(at(field, "level1")),
    level2: textOf(at(field, "level2")),
    level3: textOf(at(field, "level3")),
    points: plainIn(field, "points", setting),
    score: plainIn(field, "score", setting),
  };
}
