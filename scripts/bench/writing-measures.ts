// What writing takes: a made report of 38 pages (ten tables, their explanation, self-evaluations) in every
// format, warm and as a whole process, and many forms in one run.

import { writeFileSync } from "node:fs";
import { join } from "node:path";

import { editionOf } from "@jueming/core/regions/index.ts";
import { readText } from "@jueming/documents/text/reader.ts";
import { disclosureIn } from "@jueming/pipeline/recognition.ts";
import type { WrittenFormat } from "@jueming/pipeline/write.ts";
import { writeDisclosure } from "@jueming/pipeline/write.ts";

import { generateReport } from "../measure/generate-report.ts";
import type { Measure } from "./measure.ts";
import { wholeProcess } from "./measure.ts";

/** A number whose report has 38 pages when it is set. */
const REPORT = 5;

/** Budgets in milliseconds: whole process, and again in the same process. */
const BUDGETS: readonly (readonly [format: WrittenFormat, cold: number, warm: number])[] = [
  ["pdf", 1500, 300],
  ["docx", 2000, 2000],
  ["xlsx", 500, 500],
  ["html", 1000, 500],
];

export function writingMeasures(folder: string): readonly Measure[] {
  const text = generateReport(REPORT).lines.join("\n");
  const path = join(folder, "report.txt");
  writeFileSync(path, text);
  const disclosure = disclosureIn(readText(new TextEncoder().encode(text), "report"));
  const request = { disclosure, edition: editionOf(disclosure), draft: true };
  return BUDGETS.flatMap(([format, cold, warm]) => [
    {
      name: `a report of 38 pages written as ${format}, warm`,
      budgetMs: warm,
      prepare: () => async () => void (await writeDisclosure({ ...request, format })),
      warmUp: 4,
      runs: 12,
    },
    wholeProcess(
      cold,
      `write a report of 38 pages as ${format}`,
      "write",
      path,
      "--to",
      format,
      "--draft",
      "--out",
      join(folder, `report.${format}`),
    ),
  ]);
}
