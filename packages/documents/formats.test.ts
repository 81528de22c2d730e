import { expect, test } from "vitest";

import { formatOf } from "./formats.ts";

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

test("the kind is taken from the bytes, not from the name", () => {
  expect(formatOf(bytesOf('{"schema": 1}'), "a.txt").name).toBe("json");
  expect(formatOf(bytesOf("收入支出决算总表"), "a.pdf").name).toBe("text");
});

test("UTF-16 is text although it is full of NULs", () => {
  expect(formatOf(Buffer.from("\uFEFF2024 12.30\n", "utf16le"), "a.txt").name).toBe("text");
  expect(formatOf(Buffer.from("2024 12.30\n收入", "utf16le"), "a.txt").name).toBe("text");
});

test.each([
  ["%PDF-1.4\n", "PDF"],
  ["PK\u0003\u0004", "ZIP"],
  ["{\\rtf1", "RTF"],
  ["<!DOCTYPE html><p>x", "HTML"],
  ["GIF89a", "GIF"],
])("%j called .txt is refused with what it really is", (start, kind) => {
  expect(() => formatOf(bytesOf(start), "a.txt")).toThrow(
    expect.objectContaining({ code: "unsupported-format", message: expect.stringContaining(kind) }),
  );
});

test("an empty file and a binary one are told apart", () => {
  expect(() => formatOf(new Uint8Array(0), "a.txt")).toThrow(expect.objectContaining({ code: "empty" }));
  expect(() => formatOf(new Uint8Array(100).fill(1), "a.txt")).toThrow(
    expect.objectContaining({ code: "unsupported-format" }),
  );
});
