// The figures of the published documents that stand beside the repository, compared with a list of
// figures that was checked by hand. Their text is not ours to publish, so only figures are kept here.

import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { sharedFolder } from "../../../../scripts/shared-material.ts";
import type { ProjectEvaluation } from "../../evaluation/project-evaluation.ts";
import type { CellValue } from "../../figures/figure.ts";
import { evaluations as ningxia } from "../../regions/ningxia/evaluation.ts";
import { evaluations as shanxi } from "../../regions/shanxi/evaluation.ts";
import { evaluations as sichuan } from "../../regions/sichuan/evaluation.ts";
import { cleanLines } from "../clean.ts";
import { readAnnex } from "./annex.ts";
import { recognizeEvaluations } from "./recognize-evaluations.ts";
import { linesFromText } from "./testing/tab-text.ts";

const LAYOUTS = [...ningxia, ...sichuan, ...shanxi];
const GOLDEN = join(import.meta.dirname, "testing", "seed-figures.json");

const figure = (value: CellValue | null | undefined): string =>
  value?.kind === "figure" ? value.value : value?.kind === "unreadable" ? "?" : "";

function figuresOf(evaluation: ProjectEvaluation): Readonly<Record<string, unknown>> {
  return {
    funding: evaluation.funding.map((row) => Object.values(row.fields).map(figure).join(" ")),
    points: evaluation.indicators.map((one) => figure(one.points)).join(" "),
    scores: evaluation.indicators.map((one) => figure(one.score)).join(" "),
    targets: evaluation.indicators.map((one) => one.target?.value ?? "").join(" "),
    actuals: evaluation.indicators.map((one) => one.actual?.value ?? "").join(" "),
    sums: [evaluation.indicatorScore, evaluation.fundingScore, evaluation.totalScore].map(figure).join(" "),
  };
}

function readSeed(path: string): Readonly<Record<string, unknown>> {
  const { lines } = cleanLines(linesFromText(readFileSync(path, "utf8"), /\t/u));
  const annex = readAnnex(lines, LAYOUTS);
  return {
    evaluations: recognizeEvaluations(lines, LAYOUTS).evaluations.map(figuresOf),
    annex:
      annex === null
        ? null
        : annex.indicators.map((one) =>
            [figure(one.points), one.target?.value ?? "", one.actual?.value ?? ""].join(" "),
          ),
  };
}

const folder = sharedFolder();

test.runIf(folder !== undefined)("the figures of the published documents are read as checked by hand", () => {
  const seeds = join(folder ?? "", "seeds");
  const read = Object.fromEntries(
    readdirSync(seeds)
      .filter((name) => name.endsWith(".txt"))
      .toSorted()
      .map((name) => [name.slice(0, 3), readSeed(join(seeds, name))]),
  );
  if (process.env["JUEMING_UPDATE_GOLDEN"] === "1")
    writeFileSync(GOLDEN, `${JSON.stringify(read, null, 1)}\n`);
  expect(read).toEqual(JSON.parse(readFileSync(GOLDEN, "utf8")));
});

test.runIf(folder === undefined)("without the published documents their figures are not compared", () => {
  process.stdout.write(
    "未运行：公开文件中绩效自评数字的核对（缺少 ../shared/seeds，可设 JUEMING_SHARED 后再运行）\n",
  );
  expect(existsSync(GOLDEN)).toBe(true);
});
