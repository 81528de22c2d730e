import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";

import { toDisclosureJson } from "@jueming/core/disclosure/disclosure-json.ts";
import { editionOf } from "@jueming/core/regions/index.ts";
import { formatOf } from "@jueming/documents/formats.ts";
import { DISCLOSURE_MEDIA_TYPE } from "@jueming/documents/json/reader.ts";
import { readPdf } from "@jueming/documents/pdf/reader.ts";
import { readText } from "@jueming/documents/text/reader.ts";
import { describe, expect, test } from "vitest";

import { repositoryRoot } from "../../scripts/shared-material.ts";
import { disclosureIn } from "./recognition.ts";
import { writeDisclosure } from "./write.ts";

const samples = join(repositoryRoot, "samples");
const [report = ""] = readdirSync(samples).filter((name) => name.endsWith("部门决算公开.txt"));
const disclosure = disclosureIn(readText(readFileSync(join(samples, report)), report));
const request = { disclosure, edition: editionOf(disclosure), draft: true };

describe("a disclosure that is written", { timeout: 60_000 }, () => {
  test.each(["pdf", "html", "docx", "xlsx"] as const)(
    "as %s shows its tables and is carried inside",
    async (format) => {
      const { bytes } = await writeDisclosure({ ...request, format });
      const document = await (await formatOf(bytes, `a.${format}`)).read(bytes, `a.${format}`);
      const carried = document.attachments?.find(({ mediaType }) => mediaType === DISCLOSURE_MEDIA_TYPE);
      expect(JSON.parse(new TextDecoder().decode(carried?.bytes))).toEqual(
        JSON.parse(JSON.stringify(toDisclosureJson(disclosure))),
      );
      expect(document.blocks.filter(({ kind }) => kind === "table").length).toBeGreaterThanOrEqual(
        disclosure.tables.length,
      );
    },
  );

  test("as PDF has each official table whole on one page", async () => {
    const { bytes } = await writeDisclosure({ ...request, format: "pdf", part: "tables" });
    const { blocks } = await readPdf(bytes, "a.pdf");
    const pages = blocks.flatMap((block) => (block.kind === "table" ? [block.place.page] : []));
    expect(pages).toEqual(disclosure.tables.map((_, index) => index + 1));
  });

  test("as PDF with fonts from a folder that is not there is refused", async () => {
    const writing = writeDisclosure({ ...request, format: "pdf", fontDirectories: ["/no/such/folder"] });
    await expect(writing).rejects.toMatchObject({ code: "typesetting" });
  });
});
