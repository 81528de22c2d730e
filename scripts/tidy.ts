// The architecture test: what ARCHITECTURE.md promises about the shape of the code, checked on every file.
import { repositoryRoot } from "./shared-material.ts";
import { checkDependencies } from "./tidy/dependencies.ts";
import { checkDirections } from "./tidy/import-directions.ts";
import { checkPurity } from "./tidy/purity.ts";
import { checkRegistries } from "./tidy/registries.ts";
import type { Problem, SourceFile } from "./tidy/source-tree.ts";
import { readSourceTree } from "./tidy/source-tree.ts";
import { checkWording } from "./tidy/wording.ts";

/** Everything about these files that is not as the house wants it. */
export function checkTidiness(files: readonly SourceFile[]): readonly Problem[] {
  return [checkDirections, checkDependencies, checkPurity, checkRegistries, checkWording].flatMap((check) =>
    check(files),
  );
}

function main(): void {
  const files = readSourceTree(repositoryRoot);
  const problems = checkTidiness(files);
  for (const { path, line, message } of problems) {
    process.stdout.write(`${line === undefined ? path : `${path}:${line}`} ${message}\n`);
  }
  // The number of files is printed because a test that looks at nothing also finds nothing.
  process.stdout.write(`tidy: ${files.length} files, ${problems.length} problems\n`);
  process.exitCode = problems.length === 0 && files.some((file) => file.isCode) ? 0 : 1;
}

if (import.meta.main) main();
