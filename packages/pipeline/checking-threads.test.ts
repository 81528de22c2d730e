import { readdirSync } from "node:fs";
import { join, resolve } from "node:path";

import { DocumentError } from "@jueming/documents/document-error.ts";
import { expect, test } from "vitest";

import type { CheckedFile } from "./check.ts";
import { checkInThreads } from "./checking-threads.ts";
import type { Input } from "./inputs.ts";
import type { ReadFailure } from "./read.ts";
import { isFailure } from "./read.ts";

const folder = resolve(import.meta.dirname, "../../samples");
const samples = readdirSync(folder).map((source): Input => ({ source, path: join(folder, source) }));
const SETUP = { prior: [], budget: [], explanations: [] };

async function checkedWithin(
  secondsLimit: number,
  inputs: readonly Input[],
): Promise<ReadonlyMap<number, CheckedFile | ReadFailure>> {
  const results = new Map<number, CheckedFile | ReadFailure>();
  await checkInThreads(inputs, SETUP, {
    count: 2,
    secondsLimit,
    onChecked: (index, checked) => void results.set(index, checked),
  });
  return results;
}

test("every input has its result, and the disclosure can be asked for again", async () => {
  const lost: Input = { source: "x.txt", path: "x.txt", error: new DocumentError("not-found", "找不到。") };
  const results = await checkedWithin(60, [lost, ...samples]);
  expect(results.get(0)).toEqual({ source: "x.txt", error: { code: "not-found", message: "找不到。" } });
  for (const [index, { source }] of samples.entries()) {
    const result = results.get(index + 1);
    expect(result?.source).toBe(source);
    if (result === undefined || isFailure(result)) throw new Error("the samples can be read");
    expect(result.disclosure()).toMatchObject(result.about);
  }
});

test("a thread that takes too long is ended, and another one does the next input", async () => {
  const results = await checkedWithin(0.001, samples);
  expect([...results.values()].map((result) => isFailure(result) && result.error.code)).toEqual(
    samples.map(() => "too-large"),
  );
});
