import { readdirSync, readFileSync } from "node:fs";

import { describe, expect, test } from "vitest";

const folder = new URL("./", import.meta.url);
const files = readdirSync(folder).filter((name) => /^public-[a-z-]+(?<!\.test)\.ts$/u.test(name));

/** What everybody may see: rows that a publication makes, files of publications, names of regions. */
const OPEN = /^(?:public[A-Z]\w*|publication|publicationFile|region)$/u;

describe("what the portal and the public interface read", () => {
  test.each(files)("%s asks only tables of what is published", (name) => {
    const source = readFileSync(new URL(name, folder), "utf8");
    const [, imported = ""] = /import \{([^}]+)\} from "\.\/schema\/index\.ts"/u.exec(source) ?? [];
    const tables = imported.split(",").flatMap((one) => one.trim() || []);
    expect(tables.filter((table) => !OPEN.test(table))).toEqual([]);
    expect(source.match(/from "[^"]*\/schema\//gu) ?? []).toHaveLength(tables.length === 0 ? 0 : 1);
  });

  test("there are such files", () => {
    expect(files).toEqual(["public-downloads.ts", "public-lists.ts", "public-reports.ts"]);
  });
});
