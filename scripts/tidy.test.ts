import { describe, expect, it } from "vitest";
import { repositoryRoot } from "./shared-material.ts";
import { checkTidiness } from "./tidy.ts";
import { readSourceTree, sourceFile } from "./tidy/source-tree.ts";

/** The messages tidy gives for a repository of these files. */
function complaints(files: Readonly<Record<string, string>>): readonly string[] {
  const problems = checkTidiness(Object.entries(files).map(([path, text]) => sourceFile(path, text)));
  return problems.map(
    ({ path, line, message }) => `${path}${line === undefined ? "" : `:${line}`} ${message}`,
  );
}

const manifests = {
  "package.json": JSON.stringify({ devDependencies: { vitest: "1" } }),
  "packages/core/package.json": JSON.stringify({ dependencies: { "decimal.js": "1" } }),
  "packages/documents/package.json": JSON.stringify({ dependencies: { "@jueming/core": "*" } }),
  "packages/pipeline/package.json": JSON.stringify({ dependencies: { "@jueming/core": "*" } }),
};

describe("the direction of imports", () => {
  it.each([
    [
      "documents may import core/document",
      "packages/documents/text/parts.ts",
      "@jueming/core/document/document.ts",
    ],
    ["pipeline may import all of core", "packages/pipeline/read.ts", "@jueming/core/checks/run.ts"],
    ["a higher folder of core may import a lower one", "packages/core/checks/run.ts", "../figures/money.ts"],
    ["equal levels may import one another", "packages/core/evaluation/score.ts", "../accounts/table.ts"],
    ["a test inside core may reach up", "packages/core/forms/table.test.ts", "../regions/index.ts"],
    ["a test may import a script", "packages/pipeline/read.test.ts", "../../scripts/shared-material.ts"],
  ])("%s", (_, path, specifier) => {
    expect(complaints({ ...manifests, [path]: `import "${specifier}";` })).toEqual([]);
  });

  it.each([
    [
      "documents may not import the rest of core",
      "packages/documents/text/parts.ts",
      "@jueming/core/checks/run.ts",
    ],
    [
      "documents may not take a folder whose name only begins alike",
      "packages/documents/a.ts",
      "@jueming/core/documents/a.ts",
    ],
    ["core may not import documents", "packages/core/recognize/a.ts", "@jueming/documents/formats.ts"],
    [
      "a test of core may not import documents either",
      "packages/core/recognize/a.test.ts",
      "@jueming/documents/formats.ts",
    ],
    ["a lower folder may not import a higher one", "packages/core/figures/money.ts", "../checks/run.ts"],
    [
      "another package is not reached by a relative path",
      "packages/pipeline/a.ts",
      "../core/figures/money.ts",
    ],
    ["code may not import a script", "packages/pipeline/a.ts", "../../scripts/tidy.ts"],
  ])("%s", (_, path, specifier) => {
    expect(complaints({ ...manifests, [path]: `export { a } from "${specifier}";` })).not.toEqual([]);
  });

  it("finds folders of one level that import one another in a ring", () => {
    const found = complaints({
      "packages/core/accounts/a.ts": 'import "../evaluation/b.ts";',
      "packages/core/evaluation/b.ts": 'import "../accounts/c.ts";',
    });
    expect(found).toEqual([
      "packages/core/accounts imports itself through other folders",
      "packages/core/evaluation imports itself through other folders",
    ]);
  });

  it("asks for a level for a new folder of core and a place for a new package", () => {
    expect(complaints({ "packages/core/weather/a.ts": "", "packages/weather/a.ts": "" })).toHaveLength(2);
  });
});

describe("dependencies", () => {
  it("must be named by the package that imports them", () => {
    const text = 'import { z } from "zod";\nimport { join } from "node:path";\nimport "decimal.js";';
    expect(complaints({ ...manifests, "packages/pipeline/a.ts": text })).toEqual([
      "packages/pipeline/a.ts imports zod, which packages/pipeline/package.json does not name",
      "packages/pipeline/a.ts imports decimal.js, which packages/pipeline/package.json does not name",
    ]);
  });

  it("of core are the decimal library and nothing else", () => {
    const manifest = JSON.stringify({ dependencies: { "decimal.js": "1", zod: "1" } });
    expect(complaints({ "packages/core/package.json": manifest })).toHaveLength(1);
  });
});

describe("purity of core", () => {
  it.each([
    'import { readFileSync } from "node:fs";',
    'const answer = await fetch("a");',
    "const now = Date.now();",
    "const today = new Date();",
    "const chance = Math.random();",
    'const home = process.env["HOME"];',
    'console.log("a");',
  ])("forbids %s", (line) => {
    expect(complaints({ "packages/core/figures/a.ts": line })).toHaveLength(1);
    expect(complaints({ "packages/pipeline/a.ts": line })).toEqual([]);
    expect(complaints({ "packages/core/figures/a.test.ts": line })).toEqual([]);
  });

  it("lets comments speak of what is forbidden, and counts lines past them", () => {
    const text = "// Date.now() has no place here.\n/** Nor\n * has console.log. */\nexport const a = 1;\n";
    expect(complaints({ "packages/core/figures/a.ts": text })).toEqual([]);
    expect(complaints({ "packages/core/figures/a.ts": `${text}Date.now();` })[0]).toContain("a.ts:5 ");
  });
});

describe("registries", () => {
  const rules = "packages/core/checks/rules";

  it("finds a rule that is not in the list, and one without a test", () => {
    const found = complaints({
      [`${rules}/index.ts`]: 'export { a } from "./tables/a.ts";',
      [`${rules}/tables/a.ts`]: "",
      [`${rules}/tables/b.ts`]: "",
      [`${rules}/tables/b.test.ts`]: "",
    });
    expect(found).toEqual([
      `${rules}/tables/a.ts has no test`,
      `${rules}/tables/b.ts is not registered in ${rules}/index.ts`,
    ]);
  });

  it("follows the list through a group's own list, and takes a table of cases for the whole group", () => {
    const found = complaints({
      [`${rules}/index.ts`]: 'import { tables } from "./tables/index.ts";',
      [`${rules}/tables/index.ts`]: 'import { a } from "./a.ts";',
      [`${rules}/tables/a.ts`]: "",
      [`${rules}/tables/tables.test.ts`]: "",
    });
    expect(found).toEqual([]);
  });

  it("finds a region and a format that are not in their lists", () => {
    const found = complaints({
      "packages/core/regions/index.ts": "",
      "packages/core/regions/utopia/index.ts": "",
      "packages/core/regions/regions.test.ts": "",
      "packages/documents/formats.ts": 'import "./text/reader.ts";',
      "packages/documents/text/reader.ts": "",
      "packages/documents/text/reader.test.ts": "",
      "packages/documents/odt/reader.ts": "",
    });
    expect(found).toEqual([
      "packages/core/regions/utopia/index.ts is not registered in packages/core/regions/index.ts",
      "packages/documents/odt/reader.ts is not registered in packages/documents/formats.ts",
      "packages/documents/odt/reader.ts has no test",
    ]);
  });
});

describe("wording", () => {
  it.each([
    "山西",
    "const sichuanForm = 1;",
    "const extendNingxia2024 = 1;",
    "// as in Shanghai",
    "SHAANXI_CODES",
  ])("finds the province named by %s", (text) => {
    expect(complaints({ "packages/pipeline/a.ts": text })).toHaveLength(1);
    expect(complaints({ "packages/core/regions/a.ts": text })).toEqual([]);
    expect(complaints({ "packages/pipeline/a.test.ts": text, "docs/a.md": text })).toEqual([]);
  });

  it("does not take a part of another word for a province", () => {
    expect(complaints({ "packages/pipeline/a.ts": "const thenanything = 1; // 山的西边" })).toEqual([]);
  });

  it("finds a file of more than 400 lines", () => {
    expect(complaints({ "packages/pipeline/a.ts": "a;\n".repeat(400) })).toEqual([]);
    expect(complaints({ "packages/pipeline/a.ts": "a;\n".repeat(401) })).toHaveLength(1);
  });

  it("finds names that say nothing", () => {
    expect(
      complaints({ "packages/pipeline/text-utils.ts": "", "packages/cli/helpers/a.ts": "" }),
    ).toHaveLength(2);
    expect(complaints({ "packages/pipeline/database.ts": "" })).toEqual([]);
  });

  it("finds registries, addresses of this machine and its folders", () => {
    const folder = ["", "work", "main"].join("/");
    const address = ["http:", "", "localhost:8080"].join("/");
    const registry = ["https:", "", ["registry", "npmjs", "org"].join("."), "a"].join("/");
    expect(complaints({ "packages/pipeline/a.ts": `"${folder}"; "${address}"` })).toHaveLength(2);
    expect(complaints({ "package-lock.json": registry })).toHaveLength(1);
    expect(complaints({ "packages/pipeline/a.ts": '"../server/work/check.ts"' })).toEqual([]);
  });
});

it("the repository itself is read, code and documents alike", () => {
  const paths = readSourceTree(repositoryRoot).map((file) => file.path);
  expect(paths).toEqual(
    expect.arrayContaining(["package-lock.json", "scripts/tidy.ts", "packages/cli/jueming.mjs"]),
  );
  expect(paths.some((path) => path.includes("node_modules"))).toBe(false);
});
