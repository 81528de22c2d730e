// The score of a department in the published JSON form of scores (`department`; schemas/scores.schema.json).

import type { JsonObject } from "@jueming/core/disclosure/disclosure-json.ts";
import { placeToJson } from "@jueming/core/disclosure/json/places.ts";
import type { DepartmentScore, ItemScore } from "@jueming/core/evaluation/point-system/department-score.ts";
import { statusLine } from "@jueming/core/evaluation/point-system/point-system.ts";
import type { InputFigure } from "@jueming/core/evaluation/point-system/system-inputs.ts";
import { INPUTS } from "@jueming/core/evaluation/point-system/system-inputs.ts";
import { plain } from "@jueming/core/evaluation/scoring/printed-scores.ts";
import type { CellValue } from "@jueming/core/figures/figure.ts";

/** The score of a department whose report stands in `source`. */
export function departmentScoreJson(score: DepartmentScore, source: string): JsonObject {
  const { system, grade } = score;
  return {
    system: {
      id: system.id,
      name: system.name,
      status: system.status,
      basis: system.basis,
      statement: statusLine(system),
    },
    total: score.total?.toFixed() ?? null,
    low: score.low.toFixed(),
    high: score.high.toFixed(),
    printedTotal: printedJson(score.printedTotal, source),
    verdict: score.verdict,
    by: score.by === null ? undefined : plain(score.by),
    grade: { ...grade },
    items: score.items.map((item) => itemJson(item, source)),
    inputs: [...score.inputs.figures.values()].map((figure) => inputJson(figure, source)),
    missing: score.missing.map((one) => ({ ...one })),
  };
}

function itemJson(score: ItemScore, source: string): JsonObject {
  const { item, computed, manual, counted, by } = score;
  return {
    level1: item.level1,
    level2: item.level2,
    level3: item.level3,
    points: item.points,
    formula: item.formula.kind,
    computed: computed?.toFixed() ?? null,
    derivation: score.derivation,
    manual:
      manual === null
        ? null
        : { score: manual.score.toFixed(), reason: manual.reason, evidence: manual.evidence },
    printed: printedJson(score.printed, source),
    counted: counted?.toFixed() ?? null,
    verdict: score.verdict,
    by: by === null ? undefined : plain(by),
    reason: score.reason ?? undefined,
    inputs: score.inputs.map(({ name }) => name),
    missing: score.missing.map(({ name }) => name),
    evidence: item.evidence,
  };
}

function inputJson({ name, value, origin, sources, note }: InputFigure, own: string): JsonObject {
  const { label, unit } = INPUTS[name];
  return {
    name,
    label,
    unit,
    value: (unit === "%" ? value.times(100) : value).toFixed(),
    origin,
    note: note ?? undefined,
    places: sources.map(({ source, place }) => ({
      ...placeToJson(place, own),
      ...(source === own ? {} : { source }),
    })),
  };
}

function printedJson(value: CellValue | null, source: string): JsonObject | string | null {
  if (value === null || value.kind === "blank") return null;
  if (value.kind === "figure") return value.value;
  return { raw: value.raw, unreadable: true, place: placeToJson(value.place, source) };
}
