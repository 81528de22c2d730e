// The measurement of docs/accuracy.md in small: made reports that are right, and the same with one error each.

import { describe, expect, test } from "vitest";

import { checkText } from "../../scripts/measure/check-text.ts";
import { detectionOf, newFindings } from "../../scripts/measure/found-error.ts";
import { generateReport } from "../../scripts/measure/generate-report.ts";
import { injectError } from "../../scripts/measure/inject-error.ts";
import { randomFrom } from "../../scripts/measure/random.ts";

const SEEDS = [11, 12, 23, 24, 35, 36, 47, 48, 59, 60, 71, 72];
const ERRORS = 20;

const checked = SEEDS.map((seed) => {
  const report = generateReport(seed);
  return { report, findings: checkText(report.lines, `${seed}.txt`).findings };
});

describe("made reports", () => {
  test("a number makes the same report every time", () => {
    expect(generateReport(11).lines).toEqual(checked[0]?.report.lines);
  });

  test("every table and every form of a made report is read", () => {
    for (const { report } of checked) {
      const { disclosure } = checkText(report.lines, "report.txt");
      expect(disclosure.tables.map(({ concept }) => concept)).toEqual(
        report.unit.edition.tables.map(({ concept }) => concept),
      );
      expect(disclosure.evaluations.length).toBeGreaterThanOrEqual(2);
    }
  });

  test.each(checked.map(({ report, findings }) => [report.seed, report.rounding, findings] as const))(
    "report %i (%s) is right and nothing is found in it",
    (_seed, _rounding, findings) => {
      expect(findings.filter(({ severity }) => severity !== "hint").map(({ message }) => message)).toEqual(
        [],
      );
    },
  );

  test("errors put into them are found", () => {
    const detections = Array.from({ length: ERRORS }, (_, index) => {
      const { report, findings } = checked[index % checked.length]!;
      const error = injectError(report, report.spots, randomFrom(5000 + index))!;
      const found = newFindings(findings, checkText(error.lines, "report.txt").findings);
      return { detection: detectionOf(error, found), label: error.spot.label, printed: error.printed };
    });
    const missed = detections.filter(({ detection }) => detection === "missed" || detection === "elsewhere");
    // At most one in twenty; the list says which.
    expect(missed.slice(ERRORS / 20)).toEqual([]);
  });
});
