// Packages from npm: declared where they are used, and none in core but the decimal library.
import { isBuiltin } from "node:module";
import type { Problem, SourceFile } from "./source-tree.ts";

const allowedInCore: readonly string[] = ["decimal.js"];

/** Imports of npm packages that the importing workspace does not declare. */
export function checkDependencies(files: readonly SourceFile[]): readonly Problem[] {
  const root = declaredIn(files, "package.json");
  return files
    .filter((file) => file.path.startsWith("packages/"))
    .flatMap((file) => {
      const workspace = file.path.split("/")[1] ?? "";
      const own = declaredIn(files, `packages/${workspace}/package.json`);
      // What tests make for themselves stands in folders named "testing".
      const isForTests = file.isTest || file.path.includes("/testing/");
      const declared = isForTests ? [...own, ...root] : own;
      const missing = externalPackages(file).filter(
        // The workspaces are all there when tests run; which of them a test may import is a matter of directions.
        (name) => !declared.includes(name) && !(isForTests && name.startsWith("@jueming/")),
      );
      return missing.map((name) => ({
        path: file.path,
        message: `imports ${name}, which packages/${workspace}/package.json does not name`,
      }));
    })
    .concat(undeclaredCoreDependencies(files));
}

function undeclaredCoreDependencies(files: readonly SourceFile[]): Problem[] {
  const path = "packages/core/package.json";
  return declaredIn(files, path)
    .filter((name) => !allowedInCore.includes(name))
    .map((name) => ({
      path,
      message: `core may depend on ${allowedInCore.join(", ")} only, not on ${name}`,
    }));
}

function externalPackages(file: SourceFile): readonly string[] {
  return file.imports
    .filter((specifier) => !specifier.startsWith(".") && !isBuiltin(specifier))
    .map((specifier) =>
      specifier
        .split("/")
        .slice(0, specifier.startsWith("@") ? 2 : 1)
        .join("/"),
    )
    .filter((name) => name !== `@jueming/${file.path.split("/")[1]}`);
}

function declaredIn(files: readonly SourceFile[], path: string): readonly string[] {
  const file = files.find((each) => each.path === path);
  if (file === undefined) return [];
  const manifest: unknown = JSON.parse(file.text);
  return ["dependencies", "devDependencies", "optionalDependencies"].flatMap((field) =>
    keysOf(manifest, field),
  );
}

function keysOf(value: unknown, field: string): readonly string[] {
  if (typeof value !== "object" || value === null || !(field in value)) return [];
  const inner: unknown = Object.entries(value).find(([name]) => name === field)?.[1];
  return typeof inner === "object" && inner !== null ? Object.keys(inner) : [];
}
