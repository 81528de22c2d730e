import { describe, expect, test } from "vitest";

import { readApart } from "./reading-apart.ts";

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
const CELLS = 2_000_000;

describe("reading in a thread of its own", () => {
  test("gives the document", async () => {
    const document = await readApart({ bytes: bytesOf("单位,金额\n甲,1.00\n"), source: "a.csv" });
    expect(document.blocks.some(({ kind }) => kind === "table")).toBe(true);
  });

  test("passes on why a file cannot be read", async () => {
    await expect(readApart({ bytes: new Uint8Array(0), source: "a.csv" })).rejects.toMatchObject({
      code: "empty",
    });
  });

  test("stops at the time limit, and the next file is still read", async () => {
    const long = bytesOf("1,".repeat(CELLS));
    await expect(readApart({ bytes: long, source: "a.csv" }, 0.001)).rejects.toMatchObject({
      code: "too-large",
    });
    const next = await readApart({ bytes: bytesOf("单位,金额\n甲,1.00\n"), source: "b.csv" });
    expect(next.blocks.length).toBeGreaterThan(0);
  });
});
