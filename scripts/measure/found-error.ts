// Tells whether the checks found an error that was put into a report.

import type { Finding } from "@jueming/core/checks/finding.ts";
import type { InjectedError } from "./inject-error.ts";

/** Detection: the cell itself is named, or only its table, sentence or form; or nothing new is said. */
export type Detection = "cell" | "part" | "elsewhere" | "missed";

const identityOf = ({ rule, severity, message }: Finding): string => `${severity}|${rule}|${message}`;

/** New findings of severity error or warning. */
export function newFindings(before: readonly Finding[], after: readonly Finding[]): readonly Finding[] {
  const known = new Set(before.map(identityOf));
  return after.filter((one) => one.severity !== "hint" && !known.has(identityOf(one)));
}

export function detectionOf({ spot }: InjectedError, found: readonly Finding[]): Detection {
  if (found.length === 0) return "missed";
  const places = found.flatMap(({ operands }) => operands.map(({ place }) => place));
  const onLine = places.filter(({ line }) => line === spot.line);
  if (onLine.some(({ column }) => column === undefined || column === spot.column)) return "cell";
  if (onLine.length > 0) return "part";
  const named = found.some(
    ({ subject, message }) => subject.includes(spot.where) || message.includes(spot.where),
  );
  return named ? "part" : "elsewhere";
}
