// `jueming diff`: how two versions of a report differ, or a report and what was published of it.

import { compareDisclosures } from "@jueming/core/compare/compare-disclosures.ts";
import { editionFor } from "@jueming/core/regions/index.ts";
import type { Compared } from "@jueming/pipeline/reports/differences/difference-json.ts";
import { differencesJson } from "@jueming/pipeline/reports/differences/difference-json.ts";
import { KIND_NAMES, sidePlace, sideText } from "@jueming/pipeline/reports/differences/difference-words.ts";
import { htmlDifferences } from "@jueming/pipeline/reports/differences/html-differences.ts";

import { readOne } from "./one-input.ts";
import { standardOutput, writeWhole } from "./output.ts";
import { printable } from "./printed-width.ts";
import { STATUS } from "./usage-error.ts";

/** DiffCommand: the options of `jueming diff`. */
export interface DiffCommand {
  readonly format: "text" | "json" | "html";
  readonly out?: string;
  readonly region?: string;
  readonly prior?: string;
  readonly budget?: string;
}

/** Compares two files; the status is 0 whether they differ or not. */
export async function runDiff(left: string, right: string, command: DiffCommand): Promise<number> {
  const options = command.region === undefined ? {} : { region: command.region };
  const [one, other] = [await readOne(left, options), await readOne(right, options)];
  const given = {
    ...(command.region === undefined ? {} : { edition: editionFor(command.region, one.year) }),
    ...(command.prior === undefined ? {} : { prior: await readOne(command.prior) }),
    ...(command.budget === undefined ? {} : { budget: await readOne(command.budget) }),
  };
  const compared: Compared = { left, right, differences: compareDisclosures(one, other, given) };
  const text = TEXTS[command.format](compared);
  if (command.out === undefined) await standardOutput().write(text);
  else await writeWhole(command.out, new TextEncoder().encode(text));
  return STATUS.fine;
}

const TEXTS: Readonly<Record<DiffCommand["format"], (compared: Compared) => string>> = {
  json: (compared) => `${JSON.stringify(differencesJson(compared))}\n`,
  html: htmlDifferences,
  text: differencesText,
};

function differencesText({ left, right, differences }: Compared): string {
  if (differences.length === 0) return "两份材料没有差异。\n";
  const groups = Map.groupBy(differences, ({ where }) => where);
  const blocks = [...groups].map(([where, own]) => {
    const lines = own.map((one) => {
      const from = `${sideText(one.left)}${inBrackets(sidePlace(one.left, left))}`;
      const to = `${sideText(one.right)}${inBrackets(sidePlace(one.right, right))}`;
      return printable(`  ${KIND_NAMES[one.kind]}  ${one.what}：${from} → ${to}`);
    });
    return [printable(where === "" ? "全文" : where), ...lines].join("\n");
  });
  return `${blocks.join("\n\n")}\n\n共 ${differences.length} 处差异。\n`;
}

const inBrackets = (text: string): string => (text === "" ? "" : `（${text}）`);
