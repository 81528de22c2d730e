// Written documents against the rules of the format itself, and opened by another program.

import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import type { Block, Document } from "@jueming/core/document/document.ts";
import validate from "@ooxml-tools/validate";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { describe, expect, test } from "vitest";

import { shown } from "../testing/shown-blocks.ts";
import { readDocx } from "./reader.ts";
import { fillDocxTemplate } from "./template.ts";
import { composition, paragraph, reportComposition } from "./testing/report-composition.ts";
import { writeDocx } from "./writer.ts";

const SLOW = { timeout: 120_000 };
/** The validator takes its time; a few rows show as much as many. */
const ROWS = 4;
const errorsIn = (bytes: Uint8Array): Promise<unknown[]> => validate(bytes, "docx", "Office2019");

describe("for the Open XML SDK's validator", () => {
  test("a written document has no error", SLOW, async () => {
    const bytes = await writeDocx(reportComposition(ROWS), { headingPages: [1, 1, 2] });
    expect(await errorsIn(bytes)).toEqual([]);
  });

  test("a filled template has no error", SLOW, async () => {
    const template = await writeDocx(
      composition(["{{#行}}", "{{名}}", "{{/行}}"].map((text) => paragraph(text))),
    );
    const carried = { name: "a.json", mediaType: "application/json", bytes: strToU8("{}") };
    const filled = await fillDocxTemplate(template, { 行: [{ 名: "甲" }, { 名: "乙" }] }, [carried]);
    expect(await errorsIn(filled)).toEqual([]);
  });

  test("a document with properties in the wrong order has errors", SLOW, async () => {
    const parts = unzipSync(await writeDocx(reportComposition(1)));
    const body = strFromU8(parts["word/document.xml"] ?? new Uint8Array());
    const misplaced = body.replace(/(<w:pStyle [^>]*>)(<w:outlineLvl [^>]*>)/u, "$2$1");
    expect(misplaced).not.toBe(body);
    const broken = zipSync({ ...parts, "word/document.xml": strToU8(misplaced) });
    expect(await errorsIn(broken)).not.toEqual([]);
  });
});

const hasOffice = (): boolean => {
  try {
    execFileSync("soffice", ["--version"], { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
};

/** The document after another program opened and saved it. */
const savedByOffice = (bytes: Uint8Array): Document => {
  const folder = mkdtempSync(join(tmpdir(), "written-docx-"));
  try {
    writeFileSync(join(folder, "a.docx"), bytes);
    const profile = `-env:UserInstallation=file://${join(folder, "profile")}`;
    const target = ["--convert-to", "docx:MS Word 2007 XML", "--outdir", join(folder, "saved")];
    const command = [profile, "--headless", ...target, join(folder, "a.docx")];
    execFileSync("soffice", command, { stdio: "ignore" });
    return readDocx(readFileSync(join(folder, "saved", "a.docx")), "a.docx");
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

/** LibreOffice drops lines of the grid at which no cell ends; widths are compared by our own reader's test. */
const wordsOf = (blocks: readonly Block[]): string => JSON.stringify(shown(blocks)).replace(/\/\d+/gu, "");

test(
  "where LibreOffice is installed, it opens a written document and keeps words and carried file",
  SLOW,
  async () => {
    if (!hasOffice()) return;
    const bytes = await writeDocx(reportComposition(ROWS), { headingPages: [1, 1, 2] });
    const written = readDocx(bytes, "a.docx");
    const saved = savedByOffice(bytes);
    expect(wordsOf(saved.blocks)).toBe(wordsOf(written.blocks));
    expect(saved.attachments).toEqual(written.attachments);
  },
);
