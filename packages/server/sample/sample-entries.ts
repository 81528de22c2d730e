// What stands in the reports of the sample, as scripts/make-sample.ts made it.

import { readFile } from "node:fs/promises";

import { z } from "zod";

import { entries } from "../contract/entry.ts";
import { reportKind } from "../contract/report-states.ts";
import type { Entries } from "../contract/entry.ts";
import type { SampleReport } from "./sample-reports.ts";

const FILE = new URL("entries.jsonl", import.meta.url);
const line = z.object({ unit: z.string(), year: z.number().int(), kind: reportKind, entries });
const EMPTY: Entries = { fields: {}, lists: {} };

/** A whole report of the sample, as an example of what forms look like when they are filled in. */
export async function exampleEntries(): Promise<Entries> {
  const text = await readFile(FILE, "utf8");
  const made = text.slice(0, text.indexOf("\n"));
  return line.parse(JSON.parse(made)).entries;
}

type ReportKey = Pick<SampleReport, "unit" | "year" | "kind">;
const keyOfReport = ({ unit, year, kind }: ReportKey): string => `${unit} ${year} ${kind}`;

/** The entries of every report of the sample, as far as each is filled in. */
export async function sampleEntries(): Promise<(report: SampleReport) => Entries> {
  const lines = (await readFile(FILE, "utf8")).trimEnd().split("\n");
  const made = lines.map((text) => line.parse(JSON.parse(text)));
  const known = new Map(made.map((one) => [keyOfReport(one), one.entries]));
  return (report) => {
    const all = known.get(keyOfReport(report)) ?? EMPTY;
    if (report.filled === "none") return EMPTY;
    return report.filled === "half" ? halfOf(all) : all;
  };
}

/** The tables with a slip of the key in their first amount; the text that comes after them is not typed yet. */
function halfOf({ fields, lists }: Entries): Entries {
  const typed = Object.entries(fields).filter(([key]) => /^(?:identity|cell):/u.test(key));
  const slip = typed.find(([key, text]) => key.startsWith("cell:income-expenditure-summary/") && text !== "");
  const wrong = slip === undefined ? {} : { [slip[0]]: `1${slip[1]}` };
  return { fields: { ...Object.fromEntries(typed), ...wrong }, lists };
}
