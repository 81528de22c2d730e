// Measures the checks on made reports (docs/accuracy.md): what they find in correct ones, and what share of
// errors put into them they find.
//
//   node scripts/measure/measure-reports.ts [--reports 1000] [--errors 1000] [--first 1] [--show]

import { parseArgs } from "node:util";
import { checkText } from "./check-text.ts";
import type { Detection } from "./found-error.ts";
import { detectionOf, newFindings } from "./found-error.ts";
import { generateReport } from "./generate-report.ts";
import type { InjectedError } from "./inject-error.ts";
import { injectError } from "./inject-error.ts";
import { randomFrom } from "./random.ts";
import type { Spot } from "./report-text.ts";

interface Count {
  readonly severity: string;
  readonly code: string;
  readonly rule: string;
  readonly reports: Set<number>;
  findings: number;
  readonly example: string;
}

interface Injection {
  readonly seed: number;
  readonly error: InjectedError;
  readonly detection: Detection;
  /** The first new finding, when there is one. */
  readonly message: string;
}

const { values } = parseArgs({
  options: {
    reports: { type: "string", default: "1000" },
    errors: { type: "string", default: "1000" },
    first: { type: "string", default: "1" },
    show: { type: "boolean", default: false },
  },
});

const print = (line: string): void => {
  process.stdout.write(`${line}\n`);
};

/** Errors in so many reports are spread over the kinds of figure, so that rare kinds are measured too. */
function spotsFor(spots: readonly Spot[], turn: number): readonly Spot[] {
  const kinds = [...new Set(spots.map(({ kind }) => kind))];
  // Half of the errors fall where figures stand, half on each kind in turn.
  const kind = kinds[Math.floor(turn / 2) % kinds.length];
  return turn % 2 === 0 ? spots : spots.filter((spot) => spot.kind === kind);
}

function measure(first: number, reports: number, errors: number): void {
  const counts = new Map<string, Count>();
  const injections: Injection[] = [];
  let clean = 0;
  for (let seed = first; seed < first + Math.max(reports, errors); seed += 1) {
    const report = generateReport(seed);
    const { findings } = checkText(report.lines, `${seed}.txt`);
    if (seed < first + reports) {
      if (findings.every(({ severity }) => severity === "hint")) clean += 1;
      for (const { severity, code, rule, message } of findings) {
        const key = `${severity} ${code}`;
        const known = counts.get(key) ?? {
          severity,
          code,
          rule,
          reports: new Set(),
          findings: 0,
          example: `${seed} ${report.rounding}: ${message}`,
        };
        known.findings += 1;
        known.reports.add(seed);
        counts.set(key, known);
      }
    }
    if (seed >= first + errors) continue;
    const error = injectError(report, spotsFor(report.spots, seed), randomFrom(seed + 1_000_000));
    if (error === undefined) continue;
    const found = newFindings(findings, checkText(error.lines, `${seed}.txt`).findings);
    injections.push({ seed, error, detection: detectionOf(error, found), message: found[0]?.message ?? "" });
  }
  printCorrect(reports, clean, [...counts.values()]);
  printInjections(injections);
}

function printCorrect(reports: number, clean: number, counts: readonly Count[]): void {
  print(`Correct reports: ${reports}; without error or warning: ${clean}`);
  const shown = counts.filter(({ severity }) => severity !== "hint" || values.show);
  for (const one of shown.toSorted(
    (a, b) => a.severity.localeCompare(b.severity) || b.findings - a.findings,
  )) {
    print(
      `${one.severity.padEnd(8)} ${one.code} ${one.rule}: ${one.findings} findings in ${one.reports.size} reports`,
    );
    print(`         ${one.example}`);
  }
  const hints = counts
    .filter(({ severity }) => severity === "hint")
    .reduce((total, { findings }) => total + findings, 0);
  print(`hints (rounding and remarks): ${hints}`);
}

const isFound = ({ detection }: Injection): boolean => detection === "cell" || detection === "part";
const percent = (part: number, whole: number): string =>
  `${((100 * part) / Math.max(1, whole)).toFixed(1)} %`;

function printInjections(injections: readonly Injection[]): void {
  const found = injections.filter(isFound);
  print(
    `\nErrors put in: ${injections.length}; found: ${found.length} (${percent(found.length, injections.length)})`,
  );
  print("| Kind of figure | Put in | Cell named | Part named | Elsewhere | Missed | Found |");
  print("| --- | ---: | ---: | ---: | ---: | ---: | ---: |");
  for (const [kind, of] of Map.groupBy(injections, ({ error }) => error.spot.kind)) {
    const count = (detection: Detection): number => of.filter((one) => one.detection === detection).length;
    const cells = [of.length, count("cell"), count("part"), count("elsewhere"), count("missed")];
    print(`| ${kind} | ${cells.join(" | ")} | ${percent(of.filter(isFound).length, of.length)} |`);
  }
  for (const { seed, error, detection, message } of injections.filter((one) => !isFound(one))) {
    print(
      `${detection} seed ${seed} line ${error.spot.line} ${error.spot.kind} ${error.spot.label}: ${error.spot.text} → ${error.printed} (${error.change}) ${message}`,
    );
  }
}

measure(Number(values.first), Number(values.reports), Number(values.errors));
