// A unit's own point system and ledger, as JSON files; a fault says where in the file it is.

import { readFile } from "node:fs/promises";

import type { DepartmentLedger } from "@jueming/core/department-scoring/ledger-json.ts";
import { ledgerFromJson } from "@jueming/core/department-scoring/ledger-json.ts";
import { pointSystemFromJson } from "@jueming/core/department-scoring/point-system-json.ts";
import { JsonFault } from "@jueming/core/disclosure/json/fields.ts";
import type { PointSystem } from "@jueming/core/evaluation/point-system/point-system.ts";
import { DocumentError } from "@jueming/documents/document-error.ts";

/** Reads a point system (指标体系配置). */
export const readPointSystem = (path: string): Promise<PointSystem> =>
  readShaped(path, "指标体系配置", pointSystemFromJson);

/** Reads a ledger (台账数据). */
export const readLedger = (path: string): Promise<DepartmentLedger> =>
  readShaped(path, "台账数据", (value) => ledgerFromJson(value, path));

async function readShaped<Shape>(
  path: string,
  what: string,
  shape: (value: unknown) => Shape,
): Promise<Shape> {
  const value = await jsonOf(path, what);
  try {
    return shape(value);
  } catch (cause) {
    if (!(cause instanceof JsonFault)) throw cause;
    throw new DocumentError("damaged", `${what}“${path}”有误：${cause.message}。请更正后重试。`, { cause });
  }
}

async function jsonOf(path: string, what: string): Promise<unknown> {
  let text: string;
  try {
    text = await readFile(path, "utf8");
  } catch (cause) {
    throw new DocumentError("not-found", `打不开${what}“${path}”。请检查路径。`, { cause });
  }
  try {
    return JSON.parse(text.replace(/^\uFEFF/u, ""));
  } catch (cause) {
    throw new DocumentError("damaged", `${what}“${path}”不是完整的 JSON。请检查后重试。`, { cause });
  }
}
