import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { afterAll, beforeAll, expect, test } from "vitest";

import { bytesOf, findInputs } from "./inputs.ts";

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "jueming-inputs-"));
  for (const path of ["10.txt", "2.txt", ".隐藏", "~$锁.docx", "乙/1.txt", "甲/1.txt"]) {
    mkdirSync(join(folder, path, ".."), { recursive: true });
    writeFileSync(join(folder, path), path);
  }
  mkdirSync(join(folder, "空"));
  symlinkSync("..", join(folder, "甲", "回"));
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

test("a folder is walked in the order of names, numbers by value, hidden files and circles left out", async () => {
  const inputs = await findInputs([folder]);
  expect(inputs.map(({ source }) => source)).toEqual(
    ["2.txt", "10.txt", "甲/1.txt", "乙/1.txt"].toSorted(byFolder),
  );
  expect(inputs.every(({ error }) => error === undefined)).toBe(true);
});

/** Files of Chinese folders sort by code, which the test does not spell out. */
function byFolder(a: string, b: string): number {
  return a.localeCompare(b, "en", { numeric: true });
}

test("what is missing or empty is an input with its error, in its place", async () => {
  const inputs = await findInputs([join(folder, "没有"), join(folder, "空"), join(folder, "2.txt")]);
  expect(inputs.map(({ source, error }) => [source, error?.code])).toEqual([
    ["没有", "not-found"],
    ["空", "empty"],
    ["2.txt", undefined],
  ]);
});

test("a file that vanishes after it was listed is not found", async () => {
  const path = join(folder, "将消失.txt");
  writeFileSync(path, "x");
  const [input] = await findInputs([path]);
  rmSync(path);
  await expect(bytesOf(input!)).rejects.toMatchObject({ code: "not-found" });
});
