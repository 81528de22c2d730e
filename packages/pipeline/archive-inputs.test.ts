import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { afterAll, beforeAll, expect, test } from "vitest";

import { bytesOf, findInputs } from "./inputs.ts";
import { storedZip } from "./testing/stored-zip.ts";

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "jueming-archives-"));
  writeFileSync(
    join(folder, "材料.zip"),
    storedZip({ "甲/决算.txt": "收入支出决算总表", "乙.txt": "支出决算表" }),
  );
  writeFileSync(join(folder, "坏.zip"), storedZip({ "a.txt": "x" }).subarray(0, 40));
  writeFileSync(join(folder, "名为压缩包.zip"), "收入支出决算总表");
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

test("an archive's members are inputs of their own, named by archive and path", async () => {
  const inputs = await findInputs([join(folder, "材料.zip")]);
  expect(inputs.map(({ source }) => source)).toEqual(["材料.zip!/乙.txt", "材料.zip!/甲/决算.txt"]);
  const texts = await Promise.all(inputs.map(async (input) => Buffer.from(await bytesOf(input)).toString()));
  expect(texts).toEqual(["支出决算表", "收入支出决算总表"]);
});

test("a broken archive is one input with its error", async () => {
  const inputs = await findInputs([join(folder, "坏.zip")]);
  expect(inputs.map(({ source, error }) => [source, error?.code])).toEqual([["坏.zip", "damaged"]]);
});

test("what is only called an archive is read as what it is", async () => {
  const [input] = await findInputs([join(folder, "名为压缩包.zip")]);
  expect(input?.error).toBeUndefined();
});
