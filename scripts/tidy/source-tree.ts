// What the architecture test looks at: every text file of the repository, and the imports of the code among them.
import { readdirSync, readFileSync } from "node:fs";
import { join, posix } from "node:path";
import ts from "typescript";

/** One file of the repository; paths are relative to its root, with forward slashes. */
export interface SourceFile {
  readonly path: string;
  readonly text: string;
  readonly isCode: boolean;
  readonly isTest: boolean;
  /** What the file imports, as written. */
  readonly imports: readonly string[];
}

/** One thing that is not as the house wants it. */
export interface Problem {
  readonly path: string;
  readonly line?: number;
  readonly message: string;
}

const skippedFolders = new Set(["node_modules", ".git", "coverage", "dist"]);
const textFile = /\.(ts|tsx|mjs|js|json|jsonc|md|txt|csv|html|sh|yml|yaml)$|^(\.npmrc|\.ci\/run)$/;

export function readSourceTree(root: string): readonly SourceFile[] {
  return filesBelow(root, "")
    .filter((path) => textFile.test(path))
    .map((path) => sourceFile(path, readFileSync(join(root, path), "utf8")));
}

export function sourceFile(path: string, text: string): SourceFile {
  const isCode = /\.(ts|tsx|mjs)$/.test(path);
  const imports = isCode
    ? ts.preProcessFile(text, true, true).importedFiles.map((file) => file.fileName)
    : [];
  return { path, text, isCode, isTest: /\.test\.tsx?$/.test(path), imports };
}

/** The repository path an import points to, or nothing when it leaves the repository. */
export function resolveImport(from: string, specifier: string): string | undefined {
  if (specifier.startsWith(".")) return posix.join(posix.dirname(from), specifier);
  const ours = /^@jueming\/(.+)$/.exec(specifier);
  return ours === null ? undefined : `packages/${ours[1]}`;
}

/** The line on which a match stands, counted from 1. */
export function lineOf(text: string, index: number): number {
  return text.slice(0, index).split("\n").length;
}

function filesBelow(root: string, folder: string): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = posix.join(folder, entry.name);
    if (entry.isDirectory()) return skippedFolders.has(entry.name) ? [] : filesBelow(root, path);
    return entry.isFile() ? [path] : [];
  });
}
