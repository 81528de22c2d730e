// Writes docs/rules.md from the rules themselves; with --check it fails when the file is stale.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { checkRules, unitRules } from "../packages/core/checks/rules/index.ts";
import { repeatedNames, rulesDocument } from "./rules-document.ts";
import { repositoryRoot } from "./shared-material.ts";

const target = join(repositoryRoot, "docs", "rules.md");
const rules = [...checkRules, ...unitRules];
const text = rulesDocument(rules);
const repeated = repeatedNames(rules);

if (process.argv.includes("--check")) {
  const isFresh = existsSync(target) && readFileSync(target, "utf8") === text;
  if (!isFresh) process.stderr.write("docs/rules.md is stale: run node scripts/generate-docs.ts\n");
  process.exitCode = isFresh && repeated.length === 0 ? 0 : 1;
} else {
  mkdirSync(dirname(target), { recursive: true });
  writeFileSync(target, text);
}

if (repeated.length > 0) process.stderr.write(`Several rules share one id or code: ${repeated.join(", ")}\n`);
