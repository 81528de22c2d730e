// Files that are broken or meant to harm: each gets its code, and the files beside it are still read.

import {
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

import { afterAll, beforeAll, describe, expect, test } from "vitest";

import { findInputs } from "./inputs.ts";
import type { ReadResult } from "./read.ts";
import { isFailure, readInput } from "./read.ts";
import { asDocx, asXlsx } from "./testing/sample-formats.ts";
import { storedZip } from "./testing/stored-zip.ts";

const samples = resolve(import.meta.dirname, "../../samples");
const sample = readFileSync(
  join(samples, readdirSync(samples).find((name) => name.endsWith(".txt")) ?? ""),
  "utf8",
);
const WORDS = "收入支出决算总表";
const DEPTH = 100_000;

const withEntities = (part: string, xml: string): Buffer =>
  storedZip({
    "[Content_Types].xml": "<Types/>",
    [part]: `<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/hostname"><!ENTITY b "${"b".repeat(99)}">]>${xml}`,
  });

/** Name, bytes and the code that the file must get; null where it is read after all. */
const FILES: readonly (readonly [string, Uint8Array | string, string | null])[] = [
  ["空.txt", "", "empty"],
  ["零.txt", new Uint8Array(100_000), "unsupported-format"],
  ["图片.pdf", Buffer.from("\u0089PNG\r\n\u001a\n0000", "latin1"), "no-text"],
  ["只有头.pdf", "%PDF-1.7\n%abc\n", "damaged"],
  [
    "目录成环.pdf",
    "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 1 0 R/Kids[1 0 R]>>endobj\ntrailer<</Root 1 0 R>>",
    "damaged",
  ],
  [
    "实体.docx",
    withEntities("word/document.xml", "<w:document><w:body>&e;&b;</w:body></w:document>"),
    "damaged",
  ],
  ["截断.docx", asDocx(sample).subarray(0, 5000), "damaged"],
  ["截断.xlsx", asXlsx(sample).subarray(0, 5000), "damaged"],
  ["深.html", `<html>${"<div>".repeat(DEPTH)}${WORDS}`, "too-large"],
  [
    "跨度.html",
    `<html><body><table><tr>${"<td colspan=1000 rowspan=60000>a</td>".repeat(99)}</tr></table>`,
    "too-large",
  ],
  ["无关.docx", "今天天气晴，适合出门。\n", "not-a-disclosure"],
  ["改了后缀.pdf", asDocx(sample), null],
  ["完好.txt", sample, null],
];

let folder = "";
let results = new Map<string, ReadResult>();
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "jueming-hostile-"));
  for (const [name, bytes] of FILES) writeFileSync(join(folder, name), bytes);
  writeFileSync(join(folder, "路径.zip"), storedZip({ "../../../外面.txt": sample, "/etc/根.txt": sample }));
  writeFileSync(join(folder, "套娃.zip"), nestedZip());
  mkdirSync(join(folder, "子"));
  symlinkSync("..", join(folder, "子", "成环"));
  symlinkSync("不存在", join(folder, "子", "断链.txt"));
  const read: ReadResult[] = [];
  for (const input of await findInputs([folder])) read.push(await readInput(input));
  results = new Map(read.map((result) => [result.source, result]));
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

function nestedZip(): Buffer {
  let bytes = storedZip({ "a.txt": WORDS });
  for (let depth = 0; depth < 20; depth += 1) bytes = storedZip({ "a.zip": bytes });
  return bytes;
}

/** The code of a file that could not be read; null for one that could; undefined for none of that name. */
function codeOf(source: string): string | null | undefined {
  const result = results.get(source);
  if (result === undefined) return undefined;
  return isFailure(result) ? result.error.code : null;
}

describe("a folder of broken and hostile files", () => {
  test.each(FILES.map(([name, , code]) => ({ name, code })))("$name: $code", ({ name, code }) => {
    expect(codeOf(name)).toBe(code);
  });

  test("every refusal says in Chinese what to do", () => {
    const messages = [...results.values()].filter(isFailure).map(({ error }) => error.message);
    expect(messages.filter((message) => !/\p{Script=Han}.*。$/su.test(message))).toEqual([]);
  });

  test("members whose names climb out of the archive are read inside it", () => {
    expect([...results.keys()].filter((source) => source.startsWith("路径.zip"))).toEqual([
      "路径.zip!/外面.txt",
      "路径.zip!/etc/根.txt",
    ]);
  });

  test("archives in archives are opened to a limit", () => {
    const [source] = [...results.keys()].filter((name) => name.startsWith("套娃.zip"));
    expect(codeOf(source ?? "")).toBe("too-large");
  });

  test("a link to nowhere is reported, a link in a circle is walked once", () => {
    expect([...results.keys()].filter((source) => source.startsWith("子/"))).toEqual(["子/断链.txt"]);
    expect(codeOf("子/断链.txt")).toBe("not-found");
  });
});
