import { readFileSync } from "node:fs";
import { resolve } from "node:path";

import { findSignals } from "@jueming/core/signals/find-signals.ts";
import { madeIndicator, madeTotal, madeUnit } from "@jueming/core/signals/testing/made-extract.ts";
import { Ajv2020 } from "ajv/dist/2020.js";
import { expect, test } from "vitest";

import { findInputs } from "../inputs.ts";
import { extractAll } from "./extract-all.ts";
import { toSignalsJson } from "./signals-json.ts";

const samples = resolve(import.meta.dirname, "../../../samples");
const read = (path: string): unknown =>
  JSON.parse(readFileSync(new URL(`../../../schemas/${path}`, import.meta.url), "utf8"));
// A schema is an object; ajv judges the rest.
const isValid = new Ajv2020({ allErrors: true, allowUnionTypes: true }).compile(
  read("signals.schema.json") as object,
);
const jsonOf = (...given: Parameters<typeof toSignalsJson>): unknown =>
  JSON.parse(JSON.stringify(toSignalsJson(...given)));

test("the signals of the samples fit the published schema, and are those of the example", async () => {
  const all = await extractAll(await findInputs([samples]), { read: {} });
  const json = jsonOf(findSignals(all.extracts, { by: "unit" }), all);
  expect([isValid(json), isValid.errors]).toEqual([true, null]);
  expect(json).toEqual(read("examples/signals.json"));
});

test("signals with groups, passages and failures fit it too", () => {
  const text =
    "组织各乡镇档案员参加业务培训，整理各类纸质档案三千余卷，建立电子目录并提供查阅服务，群众办事更加方便";
  const extracts = madeUnit(4, (at) => ({
    unitName: at === 3 ? "示例县教育局" : "示例县档案馆",
    total: madeTotal("99"),
    rate: 5000,
    indicators: [madeIndicator({ initialTarget: "≥30次" })],
    texts: [{ name: "goal", text, place: { line: 3 } }],
  }));
  const failures = [{ source: "坏.pdf", error: { code: "damaged" as const, message: "打不开" } }];
  const json = jsonOf(findSignals(extracts, { by: "department" }), {
    failures,
    withoutEvaluations: ["空.txt"],
  });
  expect([isValid(json), isValid.errors]).toEqual([true, null]);
  expect(JSON.stringify(json)).toContain(`"passage":"${text}"`);
});

test("threads give what one thread gives, and a file that cannot be read is a failure of its own", async () => {
  const inputs = await findInputs([samples, "没有的文件.txt"]);
  const alone = await extractAll(inputs, { read: {}, jobs: 1 });
  const inThreads = await extractAll(inputs, { read: {}, jobs: 2 });
  expect(inThreads).toEqual(alone);
  expect(alone.failures.map(({ source }) => source)).toEqual(["没有的文件.txt"]);
  expect(alone.extracts.length).toBeGreaterThan(0);
});
