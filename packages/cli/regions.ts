// `jueming regions`: the places and editions of forms that are known.

import type { JsonObject } from "@jueming/core/disclosure/disclosure-json.ts";
import type { Edition } from "@jueming/core/regions/edition.ts";
import { allScoringRules, editions } from "@jueming/core/regions/index.ts";

import { describeRules, rulesText } from "./scoring-rules-text.ts";
import { standardOutput } from "./output.ts";
import { paintFor } from "./paint.ts";
import { alignedRows } from "./printed-width.ts";

/** Prints the editions known. */
export async function runRegions(format: "text" | "json"): Promise<number> {
  const text =
    format === "json"
      ? `${JSON.stringify(editions.map(describe), null, 2)}\n`
      : `${tableOf(editions)}\n${rulesText(allScoringRules, paintFor(process.stdout, process.env))}`;
  await standardOutput().write(text);
  return 0;
}

function describe(edition: Edition): JsonObject {
  const { id, name, divisions, fromYear, basis, verified, note, scoring } = edition;
  return { id, name, divisions, fromYear, basis, verified, note, scoring: describeRules(scoring) };
}

function tableOf(editions: readonly Edition[]): string {
  const head = ["版式", "名称", "起始年度", "行政区划代码", "说明"];
  const rows = editions.map(({ id, name, fromYear, divisions, verified, note }) => [
    id,
    name,
    `${fromYear}`,
    divisions.length === 0 ? "全国" : divisions.join("、"),
    [verified ? "已核对" : "部分待核对", note ?? ""].filter((part) => part !== "").join("："),
  ]);
  const [first = "", ...lines] = alignedRows([head, ...rows], [{}, {}, {}, {}, {}]);
  return `${[paintFor(process.stdout, process.env).strong(first), ...lines].join("\n")}\n`;
}
