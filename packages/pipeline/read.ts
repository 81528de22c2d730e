// Reads inputs one after another into disclosures; a file that cannot be read is a result too.

import type { Disclosure } from "@jueming/core/disclosure/disclosure.ts";
import type { DocumentErrorCode } from "@jueming/documents/document-error.ts";
import { DocumentError } from "@jueming/documents/document-error.ts";

import type { Input } from "./inputs.ts";
import { bytesOf } from "./inputs.ts";
import type { ReadOptions } from "./recognition.ts";
import { disclosureOf } from "./recognition.ts";

/** ReadFailure: a file that could not be read, as the contract publishes it. */
export interface ReadFailure {
  readonly source: string;
  readonly error: { readonly code: DocumentErrorCode; readonly message: string };
}

/** ReadSuccess: a file and the disclosure in it. */
export interface ReadSuccess {
  readonly source: string;
  readonly disclosure: Disclosure;
}

export type ReadResult = ReadSuccess | ReadFailure;

export function isFailure(result: object): result is ReadFailure {
  return "error" in result;
}

/** Reads one input; whatever happens, the others go on. */
export async function readInput(input: Input, options: ReadOptions = {}): Promise<ReadResult> {
  try {
    const bytes = await bytesOf(input);
    return { source: input.source, disclosure: await disclosureOf(bytes, input.source, options) };
  } catch (error) {
    return failureOf(input.source, error);
  }
}

/** What is said of a file that failed; a fault of our own ends the work on this file and names itself. */
export function failureOf(source: string, error: unknown): ReadFailure {
  if (error instanceof DocumentError) return { source, error: { code: error.code, message: error.message } };
  const why = error instanceof Error ? error.message : String(error);
  const message = `处理这个文件时程序出错（${why}）。这是程序的问题，请把文件和这句话发给维护者。`;
  return { source, error: { code: "damaged", message } };
}
