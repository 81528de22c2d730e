// Core gives the same answer everywhere and always: it must not reach the machine, the network, the clock or chance.
import type { Problem, SourceFile } from "./source-tree.ts";
import { lineOf } from "./source-tree.ts";

const impure =
  /\b(?:process|console|performance|globalThis)\s*[.[]|\bfetch\s*\(|\bDate\s*\.\s*now\b|\bnew\s+Date\s*\(|\bMath\s*\.\s*random\b|\bset(?:Timeout|Interval)\s*\(/g;

export function checkPurity(files: readonly SourceFile[]): readonly Problem[] {
  return files
    .filter((file) => file.isCode && !file.isTest && file.path.startsWith("packages/core/"))
    .flatMap((file) => [...builtinImports(file), ...impureWords(file)]);
}

function builtinImports(file: SourceFile): readonly Problem[] {
  return file.imports
    .filter((specifier) => specifier.startsWith("node:"))
    .map((specifier) => ({ path: file.path, message: `core must not import ${specifier}` }));
}

function impureWords(file: SourceFile): readonly Problem[] {
  return [...withoutComments(file.text).matchAll(impure)].map((match) => ({
    path: file.path,
    line: lineOf(file.text, match.index),
    message: `core must not use ${match[0].trim()} — take it as an argument`,
  }));
}

/** Blanks comments but keeps every character's position; comments may speak of what the code must not do. */
function withoutComments(text: string): string {
  return text.replace(/(?<=^|\s)(?:\/\/.*$|\/\*[\s\S]*?\*\/)/gm, (comment) => comment.replace(/[^\n]/g, " "));
}
