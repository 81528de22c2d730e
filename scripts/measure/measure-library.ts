// How often the indicator library has what a published form asks for: indicators of documents are searched by
// their printed name, and a person's labels say which of the entries found would do.
//
//   node scripts/measure/measure-library.ts [--every 3] [--from 1] [--most 100] [--show] [--labels FILE] FILE|FOLDER …
//   node scripts/measure/measure-library.ts --queries FILE [--show] [--labels FILE]
//
// `--show` lists each indicator with the first three entries, to be labelled: a JSON object of
// “document.project.indicator” (counted from 1) and the ids that fit, none where none does. Ids only: no text
// of a document is stored.

import { readFile } from "node:fs/promises";
import { parseArgs } from "node:util";

import type { Indicator } from "@jueming/core/evaluation/project-evaluation.ts";
import { library } from "@jueming/core/indicators/library/index.ts";
import { libraryIndex } from "@jueming/core/indicators/search/library-index.ts";
import type { SearchIndex } from "@jueming/core/indicators/search/search-index.ts";
import { makeSearchIndex, search } from "@jueming/core/indicators/search/search-index.ts";
import { findInputs } from "@jueming/pipeline/inputs.ts";
import { isFailure, readInput } from "@jueming/pipeline/read.ts";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    every: { type: "string", default: "3" },
    from: { type: "string", default: "1" },
    most: { type: "string", default: "100" },
    show: { type: "boolean", default: false },
    labels: { type: "string" },
    queries: { type: "string" },
  },
});
const FIRST = 3;

type Query = Pick<Indicator, "name" | "level2">;

interface Sampled {
  readonly key: string;
  readonly indicator: Query;
}

/** Queries of one's own: a line each of level-2 and name, parted by a tab; the key is the line. */
async function ownQueries(path: string): Promise<readonly Sampled[]> {
  const lines = (await readFile(path, "utf8")).trim().split("\n");
  return lines.map((line, index) => {
    const [level2 = "", name = ""] = line.split("\t");
    return { key: String(index + 1), indicator: { level2, name } };
  });
}

async function allIndicators(): Promise<readonly Sampled[]> {
  const all: Sampled[] = [];
  let document = 0;
  for (const input of await findInputs(positionals)) {
    const result = await readInput(input);
    if (isFailure(result)) throw new Error(`${input.source}: ${result.error.message}`);
    document += 1;
    for (const [project, { indicators }] of result.disclosure.evaluations.entries())
      for (const [index, indicator] of indicators.entries())
        all.push({ key: `${document}.${project + 1}.${index + 1}`, indicator });
  }
  return all;
}

/** The other names were written with published documents at hand: without them, less is found of those. */
const namesOnly = makeSearchIndex(library.map((entry) => ({ ...entry, aliases: [] })));

const WAYS = {
  "by name": ({ name }: Query) => found(libraryIndex(), name, {}),
  "by name, the other names of entries left out": ({ name }: Query) => found(namesOnly, name, {}),
  "by name, with the level-2 as filter": ({ name, level2 }: Query) =>
    found(libraryIndex(), name, level2 === "" ? {} : { level2 }),
} as const;

function found(index: SearchIndex, name: string, filter: { readonly level2?: string }): readonly string[] {
  return search(index, name, { filter, limit: FIRST }).map(({ entry }) => entry.id);
}

function isLabels(value: unknown): value is Readonly<Record<string, readonly string[]>> {
  return typeof value === "object" && value !== null && Object.values(value).every(Array.isArray);
}

async function labelsOf(path: string): Promise<Readonly<Record<string, readonly string[]>>> {
  const labels: unknown = JSON.parse(await readFile(path, "utf8"));
  if (!isLabels(labels)) throw new Error(`${path} is no object of lists`);
  return labels;
}

const [every, from, most] = [Number(values.every), Number(values.from), Number(values.most)];
const sample =
  values.queries === undefined
    ? (await allIndicators()).filter((_, index) => index % every === from).slice(0, most)
    : await ownQueries(values.queries);
if (values.show)
  for (const { key, indicator } of sample)
    console.log(
      [
        key,
        indicator.level2,
        indicator.name,
        ...Object.values(WAYS).map((way) => way(indicator).join(" ")),
      ].join("\t"),
    );
if (values.labels !== undefined) {
  const labels = await labelsOf(values.labels);
  const labelled = sample.filter(({ key }) => labels[key] !== undefined);
  console.log(`${labelled.length} of ${sample.length} sampled indicators are labelled`);
  for (const [words, way] of Object.entries(WAYS)) {
    const ranks = labelled.map(({ key, indicator }) =>
      way(indicator).findIndex((id) => labels[key]?.includes(id)),
    );
    const fitting = ranks.filter((rank) => rank >= 0).length;
    const atOnce = ranks.filter((rank) => rank === 0).length;
    console.log(`${words}: ${fitting} of ${labelled.length} among the first ${FIRST}, ${atOnce} first`);
  }
}
