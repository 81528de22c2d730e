// Results of a bulk check (批量检查) as they are kept: packed, a twentieth of their size, and unpacked where a report of
// them is made.

import { deflateRawSync, inflateRawSync } from "node:zlib";

import type { CheckResult } from "@jueming/core/checks/run-checks.ts";

import type { CheckedUnit } from "../check.ts";
import type { About } from "../kept-disclosure.ts";
import { unpackDisclosure } from "../kept-disclosure.ts";
import type { ReadFailure } from "../read.ts";
import type { Checked } from "../reports/checked.ts";

/** Packed: plain bytes that can go from one thread to another and into a database. */
export type Packed = Uint8Array<ArrayBuffer>;

/** PackedFile: a checked file, packed. */
export interface PackedFile {
  readonly source: string;
  readonly about: About;
  readonly disclosure: Packed;
  readonly result: Packed;
}

/** PackedUnit: what checking the files of one unit and year together says, packed. */
export interface PackedUnit extends Pick<CheckedUnit, "sources" | "duplicates" | "about"> {
  readonly result: Packed;
}

export type PackedChecked = PackedFile | PackedUnit | ReadFailure;

/** Packs what checking says. */
export const packResult = (result: CheckResult): Packed =>
  new Uint8Array(deflateRawSync(JSON.stringify(result), { level: 1 }));

/** What was packed. */
export function unpackResult(packed: Packed): CheckResult {
  // Reason: packed by packResult, which takes nothing else; findings are plain texts and whole numbers.
  return JSON.parse(inflateRawSync(packed).toString()) as CheckResult;
}

/** A result as reports take it; the disclosure is unpacked when it is asked for. */
export function unpackChecked(packed: PackedChecked): Checked {
  if ("error" in packed) return packed;
  const result = unpackResult(packed.result);
  if ("sources" in packed) return { ...packed, result };
  const { source, about, disclosure } = packed;
  return { source, ...unpackDisclosure({ about, packed: disclosure }), result };
}
