// Things that come in many are registered in one list each, and each has its test.
import { reachable } from "./import-directions.ts";
import type { Problem, SourceFile } from "./source-tree.ts";
import { resolveImport } from "./source-tree.ts";

interface Registry {
  readonly folder: string;
  readonly list: string;
  /** The files that must be reached from the list; the folder's other files are parts of these. */
  readonly members: RegExp;
  /** Where a member's test may stand: beside it, or as a table of cases for its group. */
  readonly tests: (member: string) => RegExp;
}

const registries: readonly Registry[] = [
  {
    folder: "packages/core/checks/rules/",
    list: "packages/core/checks/rules/index.ts",
    members: /^packages\/core\/checks\/rules\/(?!testing\/)[^/]+\/(?!index\.ts$)[^/]+\.ts$/,
    tests: (member) =>
      either(member.replace(/\.ts$/, ".test.ts"), `${groupOf(member)}/${lastPart(groupOf(member))}.test.ts`),
  },
  {
    folder: "packages/core/regions/",
    list: "packages/core/regions/index.ts",
    members: /^packages\/core\/regions\/[^/]+\/index\.ts$/,
    tests: (member) => new RegExp(`^(?:${escaped(groupOf(member))}/|packages/core/regions/[^/]+$)`),
  },
  {
    folder: "packages/documents/",
    list: "packages/documents/formats.ts",
    members: /^packages\/documents\/[^/]+\/(?:reader|writer)\.ts$/,
    tests: (member) => new RegExp(`^${escaped(groupOf(member))}/`),
  },
  {
    folder: "packages/web/pages/",
    list: "packages/web/pages/index.ts",
    members: /^packages\/web\/pages\/[^/]+\/index\.ts$/,
    tests: (member) => new RegExp(`^(?:${escaped(groupOf(member))}/|packages/web/pages/[^/]+$)`),
  },
];

export function checkRegistries(files: readonly SourceFile[]): readonly Problem[] {
  const tests = files.filter((file) => file.isTest).map((file) => file.path);
  return registries.flatMap((registry) => {
    const own = files.filter((file) => file.isCode && !file.isTest && file.path.startsWith(registry.folder));
    const members = own.map((file) => file.path).filter((path) => registry.members.test(path));
    const registered = reachable(registry.list, importsWithin(own));
    return members.flatMap((path) => [
      ...(registered.has(path) ? [] : [{ path, message: `is not registered in ${registry.list}` }]),
      ...(tests.some((test) => registry.tests(path).test(test)) ? [] : [{ path, message: "has no test" }]),
    ]);
  });
}

function importsWithin(files: readonly SourceFile[]): ReadonlyMap<string, ReadonlySet<string>> {
  return new Map(
    files.map((file) => [
      file.path,
      new Set(file.imports.flatMap((specifier) => resolveImport(file.path, specifier) ?? [])),
    ]),
  );
}

function either(...paths: readonly string[]): RegExp {
  return new RegExp(`^(?:${paths.map(escaped).join("|")})$`);
}

function groupOf(path: string): string {
  return path.slice(0, path.lastIndexOf("/"));
}

function lastPart(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1);
}

function escaped(path: string): string {
  return path.replace(/[.\\+*?^$[\](){}|]/g, "\\$&");
}
