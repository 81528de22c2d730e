// Written documents against the rules of the format itself, and opened by another program.

import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import validate from "@ooxml-tools/validate";
import { describe, expect, test } from "vitest";

import { shown } from "../testing/shown-blocks.ts";
import { readDocx } from "./reader.ts";
import { reportComposition } from "./testing/report-composition.ts";
import { writeDocx } from "./writer.ts";

const SLOW = 120_000;

const officeFolder = (): string | undefined => {
  try {
    execFileSync("soffice", ["--version"], { stdio: "ignore" });
  } catch {
    return undefined;
  }
  return mkdtempSync(join(tmpdir(), "written-docx-"));
};

describe("a written document", () => {
  test(
    "has no error for the Open XML SDK's validator, which does find errors",
    { timeout: SLOW },
    async () => {
      const bytes = await writeDocx(reportComposition(), { headingPages: [1, 1, 2] });
      expect(await validate(bytes, "docx", "Office2019")).toEqual([]);
      const { strFromU8, strToU8, unzipSync, zipSync } = await import("fflate");
      const parts = unzipSync(bytes);
      const body = strFromU8(parts["word/document.xml"] ?? new Uint8Array());
      const misplaced = body.replace(/(<w:pStyle [^>]*>)(<w:outlineLvl [^>]*>)/u, "$2$1");
      expect(misplaced).not.toBe(body);
      const broken = zipSync({ ...parts, "word/document.xml": strToU8(misplaced) });
      expect(await validate(broken, "docx", "Office2019")).not.toEqual([]);
    },
  );

  test(
    "is opened by LibreOffice, where it is installed, and keeps words and carried file when it is saved there",
    {
      timeout: SLOW,
    },
    async () => {
      const folder = officeFolder();
      if (folder === undefined) return;
      try {
        const bytes = await writeDocx(reportComposition(), { headingPages: [1, 1, 2] });
        writeFileSync(join(folder, "a.docx"), bytes);
        const profile = `-env:UserInstallation=file://${join(folder, "profile")}`;
        const target = ["--convert-to", "docx:MS Word 2007 XML", "--outdir", join(folder, "saved")];
        execFileSync("soffice", [profile, "--headless", ...target, join(folder, "a.docx")], {
          stdio: "ignore",
        });
        const saved = readDocx(readFileSync(join(folder, "saved", "a.docx")), "a.docx");
        const written = readDocx(bytes, "a.docx");
        // LibreOffice drops grid lines that no cell ends at; spans are compared by our own reader's test.
        const words = (blocks: typeof saved.blocks): string =>
          JSON.stringify(shown(blocks)).replace(/\/\d+/gu, "");
        expect(words(saved.blocks)).toBe(words(written.blocks));
        expect(saved.attachments).toEqual(written.attachments);
      } finally {
        rmSync(folder, { recursive: true, force: true });
      }
    },
  );
});
