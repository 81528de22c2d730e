// Published reports of the shared corpus: every figure of the tables, and what the figures of the explanation say.

import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";

import { addressKey } from "@jueming/core/disclosure/address.ts";
import type { AccountsTable, Disclosure } from "@jueming/core/disclosure/disclosure.ts";
import { describe, expect, test } from "vitest";

import { sharedFolder } from "../../scripts/shared-material.ts";
import { disclosureOf } from "./recognition.ts";

/** What a person read in a report; it is known by its division and year. */
interface Published {
  readonly region: string;
  readonly year: number;
  /** Figures by concept, row and column. */
  readonly tables: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** Figure, address and derivation. */
  readonly prose: readonly string[];
  readonly unclaimed: readonly string[];
}

const regions = resolve(import.meta.dirname, "../core/regions");
const published = readdirSync(regions)
  .map((region) => join(regions, region, "testing/published-figures.json"))
  .filter((path) => existsSync(path))
  // Values parsed from JSON of this very shape, which the test below would show to be another.
  .flatMap((path) => JSON.parse(readFileSync(path, "utf8")) as readonly Published[]);

const corpus = join(sharedFolder() ?? "", "corpus");
const isThere = sharedFolder() !== undefined && existsSync(corpus);
if (!isThere) {
  process.stdout.write(
    "未运行：公开决算报告的识读测试（需要 ../shared/corpus，或用 JUEMING_SHARED 指明所在文件夹）\n",
  );
}

function tableFigures(table: AccountsTable | undefined): Readonly<Record<string, string>> {
  const totalKey = table?.concept === "three-public" ? "" : "total";
  return Object.fromEntries(
    (table?.rows ?? []).flatMap((row) =>
      Object.entries(row.cells).flatMap(([column, cell]) =>
        cell?.kind === "figure" ? [[`${row.line ?? row.code ?? totalKey}|${column}`, cell.value]] : [],
      ),
    ),
  );
}

const prose = ({ narrative }: Disclosure): readonly string[] =>
  narrative.flatMap(({ figures }) =>
    figures.map(({ figure, refersTo, derived }) =>
      [figure.raw, addressKey(refersTo), derived ?? ""].join(" "),
    ),
  );

describe.skipIf(!isThere)("published reports of the corpus", async () => {
  const paths = isThere ? readdirSync(corpus, { recursive: true, encoding: "utf8" }) : [];
  const read = await Promise.all(
    paths
      .filter((path) => path.endsWith(".pdf"))
      .map((path) => disclosureOf(readFileSync(join(corpus, path)), path)),
  );

  describe.each(published.map((one) => [`${one.region} ${one.year}`, one] as const))("%s", (_, expected) => {
    const report = read.find(({ region, year }) => region.code === expected.region && year === expected.year);

    test("is read with every figure of its tables", () => {
      const tables = report?.tables ?? [];
      expect(
        Object.fromEntries(
          Object.keys(expected.tables).map((concept) => [
            concept,
            tableFigures(tables.find((table) => table.concept === concept)),
          ]),
        ),
      ).toEqual(expected.tables);
    });

    test("says of every figure of its explanation what it states", () => {
      expect(report === undefined ? [] : prose(report)).toEqual(expected.prose);
      expect(report?.unclaimed.map(({ raw }) => raw)).toEqual(expected.unclaimed);
    });
  });
});
