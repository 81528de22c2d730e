import type { Document } from "@jueming/core/document/document.ts";
import { describe, expect, test } from "vitest";

import { readApart } from "./reading-apart.ts";

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
const CELLS = 2_000_000;
const read = async (text: string, source: string, seconds?: number): Promise<Document> => {
  const result = await readApart({ bytes: bytesOf(text), source, options: {} }, "thread", seconds);
  if (!("document" in result)) throw new Error("a small file is a document");
  return result.document;
};

describe("reading in a thread of its own", () => {
  test("gives the document", async () => {
    const document = await read("单位,金额\n甲,1.00\n", "a.csv");
    expect(document.blocks.some(({ kind }) => kind === "table")).toBe(true);
  });

  test("passes on why a file cannot be read", async () => {
    await expect(read("", "a.csv")).rejects.toMatchObject({
      code: "empty",
    });
  });

  test("stops at the time limit, and the next file is still read", async () => {
    await expect(read("1,".repeat(CELLS), "a.csv", 0.001)).rejects.toMatchObject({
      code: "too-large",
    });
    const next = await read("单位,金额\n甲,1.00\n", "b.csv");
    expect(next.blocks.length).toBeGreaterThan(0);
  });

  test("in a process, too, gives the document and passes on why there is none", async () => {
    const apart = (text: string): Promise<unknown> =>
      readApart({ bytes: bytesOf(text), source: "a.csv", options: {} }, "process");
    await expect(apart("单位,金额\n甲,1.00\n")).resolves.toHaveProperty("document.blocks");
    await expect(apart("")).rejects.toMatchObject({ code: "empty" });
    await expect(
      readApart({ bytes: bytesOf("1,".repeat(CELLS)), source: "a.csv", options: {} }, "process", 0.001),
    ).rejects.toMatchObject({ code: "too-large" });
    await expect(apart("单位,金额\n甲,1.00\n")).resolves.toHaveProperty("document.blocks");
  });

  test("gives the disclosure of a long document", async () => {
    const line = "一、收入支出决算总体情况说明\n2024年度收入总计1,236.03万元。\n";
    const result = await readApart({ bytes: bytesOf(line.repeat(15_000)), source: "长.txt", options: {} });
    expect(result).toHaveProperty("disclosure.schema");
  });
});
