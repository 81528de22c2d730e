// The self-evaluations of published documents, written in every format and read again: nothing changes.

import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

import { composeEvaluations } from "@jueming/core/compose/evaluations/compose-evaluations.ts";
import { told } from "@jueming/core/compose/evaluations/testing/told-fields.ts";
import type { Disclosure } from "@jueming/core/disclosure/disclosure.ts";
import type { Composition } from "@jueming/core/document/composition.ts";
import { documentOf } from "@jueming/core/document/composition.ts";
import type { Document } from "@jueming/core/document/document.ts";
import { recognize } from "@jueming/core/recognize/recognize.ts";
import { editionOf } from "@jueming/core/regions/index.ts";
import { readDocx } from "@jueming/documents/docx/reader.ts";
import { writeDocx } from "@jueming/documents/docx/writer.ts";
import { readHtml } from "@jueming/documents/html/reader.ts";
import { writeHtml } from "@jueming/documents/html/writer.ts";
import { readXlsx } from "@jueming/documents/xlsx/reader.ts";
import { writeXlsx } from "@jueming/documents/xlsx/writer.ts";
import { describe, expect, test } from "vitest";

import { sharedFolder } from "../../scripts/shared-material.ts";
import { disclosureOf } from "./recognition.ts";

const seeds = join(sharedFolder() ?? "", "seeds");
const isThere = sharedFolder() !== undefined;
if (!isThere) {
  process.stdout.write(
    "未运行：已公开自评材料的写出与回读测试（需要 ../shared/seeds，或用 JUEMING_SHARED 指明所在文件夹）\n",
  );
}

const WAYS: readonly (readonly [string, (composition: Composition) => Promise<Document>])[] = [
  ["the composition itself", (composition) => Promise.resolve(documentOf(composition, "written"))],
  ["DOCX", async (composition) => readDocx(await writeDocx(composition), "written.docx")],
  ["HTML", (composition) => Promise.resolve(readHtml(writeHtml(composition), "written.html"))],
  ["XLSX", async (composition) => readXlsx(await writeXlsx(composition), "written.xlsx")],
];

function compositionOf(disclosure: Disclosure): Composition {
  const blocks = composeEvaluations({
    disclosure,
    edition: editionOf(disclosure),
    prior: null,
    budget: null,
  });
  return { title: disclosure.title, blocks, attachments: [] };
}

const partsOf = (disclosure: Disclosure) => ({
  projects: told(disclosure, "evaluations"),
  department: told(disclosure, "departmentEvaluation"),
});

describe.runIf(isThere)("self-evaluations of published documents", () => {
  const names = isThere ? readdirSync(seeds).filter((name) => name.endsWith(".txt")) : [];
  test.each(names)(
    "those of %s are read back the same from what is written",
    async (name) => {
      const disclosure = await disclosureOf(new Uint8Array(readFileSync(join(seeds, name))), name);
      const composition = compositionOf(disclosure);
      for (const [way, read] of WAYS) {
        const back = recognize(await read(composition));
        expect({ way, ...partsOf(back) }).toEqual({ way, ...partsOf(disclosure) });
      }
    },
    60_000,
  );
});
