// Compares what was read with ground truth taken by hand: node scripts/measure/compare-reading.ts TRUTH READ
// Both are folders of disclosure JSON (jueming/disclosure/1), matched by the first three characters of their
// file names. Truth may leave out places and whatever it does not judge.

import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

type Json = null | boolean | number | string | readonly Json[] | { readonly [name: string]: Json };
type Facts = ReadonlyMap<string, string>;

/** Kinds of facts in the order of the report, and what tells them apart. */
const KINDS = ["table", "funding", "indicator", "prose"] as const;

const child = (json: Json | undefined, name: string): Json | undefined =>
  typeof json === "object" && json !== null && !Array.isArray(json)
    ? (json as { readonly [key: string]: Json })[name]
    : undefined;
const items = (json: Json | undefined): readonly Json[] => (Array.isArray(json) ? json : []);
const plain = (json: Json | undefined): string =>
  typeof json === "string" ? json.normalize("NFKC").replace(/\s+/gu, "") : String(json ?? "");

/** A value as a comparable text: numbers without trailing zeros, what cannot be read as "?". */
function valueText(json: Json | undefined): string {
  if (json === null || json === undefined) return "";
  if (child(json, "unreadable") === true) return "?";
  const value = typeof json === "object" ? (child(json, "value") ?? child(json, "raw")) : json;
  const text = plain(value);
  return /^-?\d+(?:\.\d+)?$/u.test(text) ? text.replace(/(\.\d*?)0+$/u, "$1").replace(/\.$/u, "") : text;
}

function tableFacts(disclosure: Json, facts: Map<string, string>): void {
  for (const table of items(child(disclosure, "tables"))) {
    for (const row of items(child(table, "rows"))) {
      const key = `${plain(child(table, "concept"))}/${plain(child(row, "line") ?? child(row, "code") ?? child(row, "name"))}`;
      const cells = child(row, "cells");
      for (const column of typeof cells === "object" && cells !== null ? Object.keys(cells) : []) {
        const text = valueText(child(cells, column));
        if (text !== "") facts.set(`table ${key}/${column}`, text);
      }
    }
  }
}

const FUNDING = [
  "declared",
  "compiled",
  "initial",
  "adjusted",
  "executed",
  "remaining",
  "rate",
  "points",
  "score",
] as const;

function evaluationFacts(disclosure: Json, facts: Map<string, string>): void {
  items(child(disclosure, "evaluations")).forEach((evaluation, index) => {
    for (const row of items(child(evaluation, "funding"))) {
      for (const field of FUNDING) {
        const text = valueText(child(row, field));
        if (text !== "") facts.set(`funding ${index}/${plain(child(row, "source"))}/${field}`, text);
      }
    }
    items(child(evaluation, "indicators")).forEach((indicator, at) => {
      for (const field of ["level1", "level2", "name", "points", "score"]) {
        const text = valueText(child(indicator, field));
        if (text !== "") facts.set(`indicator ${index}/${at}/${field}`, text);
      }
      for (const side of ["target", "actual"]) {
        for (const part of ["comparator", "value", "unit"]) {
          const text = valueText(child(child(indicator, side), part));
          if (text !== "") facts.set(`indicator ${index}/${at}/${side}.${part}`, text);
        }
      }
    });
  });
}

/** Figures of prose in their order on a line, with the fact that they state. */
function proseFacts(disclosure: Json, facts: Map<string, string>): void {
  const onLine = new Map<string, number>();
  for (const sentence of items(child(disclosure, "narrative"))) {
    for (const figure of items(child(sentence, "figures"))) {
      const line = plain(child(child(figure, "place"), "line"));
      const count = (onLine.get(line) ?? 0) + 1;
      onLine.set(line, count);
      const address = child(figure, "refersTo");
      const parts = ["concept", "line", "code", "column", "stage", "field"].map((name) =>
        plain(child(address, name)),
      );
      facts.set(
        `prose line ${line}/${count}`,
        `${valueText(figure)} ${parts.join("|")} ${plain(child(figure, "derived"))}`,
      );
    }
  }
}

function factsOf(path: string): Facts {
  const disclosure = JSON.parse(readFileSync(path, "utf8")) as Json; // What JSON.parse gives is Json.
  const facts = new Map<string, string>();
  tableFacts(disclosure, facts);
  evaluationFacts(disclosure, facts);
  proseFacts(disclosure, facts);
  return facts;
}

function compare(name: string, truth: Facts, read: Facts): void {
  for (const kind of KINDS) {
    const judged = [...truth].filter(([key]) => key.startsWith(kind));
    if (judged.length === 0) continue;
    // What no person can read counts as right when it is said to be unreadable, or left out.
    const wrong = judged.filter(
      ([key, value]) => value !== (read.get(key) ?? "") && !(value === "?" && !read.has(key)),
    );
    const share = (((judged.length - wrong.length) / judged.length) * 100).toFixed(2);
    process.stdout.write(
      `${name}  ${kind}: ${judged.length - wrong.length} of ${judged.length} (${share} %)\n`,
    );
    for (const [key, value] of wrong.slice(0, 20)) {
      process.stdout.write(`    ${key}: ${value} / ${read.get(key) ?? "nothing"}\n`);
    }
  }
}

function main([truthFolder, readFolder]: readonly string[]): void {
  if (truthFolder === undefined || readFolder === undefined) {
    process.stderr.write("node scripts/measure/compare-reading.ts TRUTH_FOLDER READ_FOLDER\n");
    process.exitCode = 2;
    return;
  }
  const readFiles = readdirSync(readFolder);
  for (const file of readdirSync(truthFolder)
    .filter((one) => /^\d{3}\.json$/u.test(one))
    .toSorted()) {
    const read = readFiles.find((one) => one.startsWith(file.slice(0, 3)));
    if (read === undefined) process.stdout.write(`${file}: not read\n`);
    else compare(file.slice(0, 3), factsOf(join(truthFolder, file)), factsOf(join(readFolder, read)));
  }
}

main(process.argv.slice(2));
