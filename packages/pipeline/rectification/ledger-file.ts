// A ledger's file: JSON or workbook, told apart by content when read and by its name when written.

import { readFile, rename, rm, writeFile } from "node:fs/promises";

import type { Ledger } from "@jueming/core/rectification/ledger.ts";
import { EMPTY_LEDGER } from "@jueming/core/rectification/ledger.ts";
import { DocumentError } from "@jueming/documents/document-error.ts";

import { readLedgerJson, toLedgerJson } from "./ledger-json.ts";
import { ledgerWorkbook } from "./ledger-workbook.ts";
import type { ReadLedger } from "./read-ledger-workbook.ts";
import { readLedgerWorkbook } from "./read-ledger-workbook.ts";

/** Reads a ledger; edits in a workbook are recorded with the date. */
export async function readLedger(path: string, date: string): Promise<ReadLedger> {
  const bytes = await bytesAt(path);
  if (bytes === undefined) throw new DocumentError("not-found", `找不到台账“${path}”。请检查路径和文件名。`);
  return ledgerOf(bytes, path, date);
}

/** Reads a ledger, or begins a new one where there is no such file. */
export async function readOrBeginLedger(path: string, date: string): Promise<ReadLedger> {
  const bytes = await bytesAt(path);
  return bytes === undefined ? { ledger: EMPTY_LEDGER, complaints: [] } : ledgerOf(bytes, path, date);
}

function ledgerOf(bytes: Uint8Array, path: string, date: string): ReadLedger {
  const isWorkbook = bytes[0] === 0x50 && bytes[1] === 0x4b;
  if (isWorkbook) return readLedgerWorkbook(bytes, path, date);
  return { ledger: readLedgerJson(new TextDecoder().decode(bytes), path), complaints: [] };
}

async function bytesAt(path: string): Promise<Uint8Array | undefined> {
  try {
    return await readFile(path);
  } catch (cause) {
    if (cause instanceof Error && "code" in cause && cause.code === "ENOENT") return undefined;
    throw new DocumentError(
      "not-found",
      `打不开台账“${path}”。请检查路径和权限；在 Excel 中打开着的请先关闭。`,
      {
        cause,
      },
    );
  }
}

/** The bytes of a ledger in the form that the file's name asks for. */
export async function ledgerBytes(ledger: Ledger, path: string, today: string): Promise<Uint8Array> {
  if (/\.xlsx$/iu.test(path)) return ledgerWorkbook(ledger, today);
  return new TextEncoder().encode(`${JSON.stringify(toLedgerJson(ledger, today), null, 2)}\n`);
}

/** Writes beside the file first: a ledger that cannot be written whole stays as it was. */
export async function replaceFile(path: string, bytes: Uint8Array): Promise<void> {
  const beside = `${path}.${process.pid}.tmp`;
  try {
    await writeFile(beside, bytes);
    await rename(beside, path);
  } catch (cause) {
    await rm(beside, { force: true });
    throw new DocumentError(
      "not-found",
      `无法写入台账“${path}”，原有内容未变。请检查路径、权限和磁盘空间；在 Excel 中打开着的请先关闭。`,
      { cause },
    );
  }
}
