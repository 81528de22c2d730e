// Kept explanations of 核实性 findings (--explanations FILE): by rule, subject and figures. When a figure
// has changed since, the explanation no longer holds and the finding counts again.

import { readFile } from "node:fs/promises";

import type { CheckResult } from "@jueming/core/checks/run-checks.ts";
import { countFindings } from "@jueming/core/checks/run-checks.ts";
import type { Finding } from "@jueming/core/checks/finding.ts";
import { comparable } from "@jueming/core/figures/normalize.ts";
import { DocumentError } from "@jueming/documents/document-error.ts";

/** Explanation (说明): why a finding of kind 核实性 is in order. */
export interface Explanation {
  /** Id or code of the rule. */
  readonly rule: string;
  readonly subject: string;
  /** The values of the finding's operands, in their order. */
  readonly figures: readonly (string | null)[];
  readonly explanation: string;
}

/** Reads the file of kept explanations; throws a DocumentError that says what is wrong with it. */
export async function readExplanations(path: string): Promise<readonly Explanation[]> {
  return explanationsOf(await jsonOf(path), path);
}

async function jsonOf(path: string): Promise<unknown> {
  let text: string;
  try {
    text = await readFile(path, "utf8");
  } catch (cause) {
    throw new DocumentError("not-found", `打不开说明文件“${path}”。请检查路径。`, { cause });
  }
  try {
    return JSON.parse(text.replace(/^\uFEFF/u, ""));
  } catch (cause) {
    throw new DocumentError("damaged", `说明文件“${path}”不是完整的 JSON。请检查后重试。`, { cause });
  }
}

function explanationsOf(json: unknown, path: string): readonly Explanation[] {
  const listed = Array.isArray(json) ? json : fieldOf(json, "explanations");
  if (!Array.isArray(listed)) throw wrongShape(path, '应为 {"explanations": [ … ]}');
  return listed.map((item: unknown, index) => explanationOf(item, `${path} 第 ${index + 1} 条`));
}

function explanationOf(item: unknown, where: string): Explanation {
  const [rule, subject, explanation] = ["rule", "subject", "explanation"].map((name) => fieldOf(item, name));
  const figures = fieldOf(item, "figures");
  if (typeof rule !== "string" || typeof subject !== "string" || typeof explanation !== "string") {
    throw wrongShape(where, "rule、subject、explanation 都应为文字");
  }
  if (!Array.isArray(figures) || !figures.every((figure) => figure === null || typeof figure === "string")) {
    throw wrongShape(where, "figures 应为数字文本的数组，照抄该条发现的 operands 中的 value");
  }
  return { rule, subject, explanation, figures };
}

function fieldOf(value: unknown, name: string): unknown {
  if (typeof value !== "object" || value === null) return undefined;
  return Object.entries(value).find(([key]) => key === name)?.[1];
}

function wrongShape(where: string, why: string): DocumentError {
  return new DocumentError("damaged", `说明文件 ${where} 格式不对：${why}。`);
}

/** Marks the findings that an explanation covers; they no longer count. */
export function withExplanations(result: CheckResult, explanations: readonly Explanation[]): CheckResult {
  if (explanations.length === 0) return result;
  const findings = result.findings.map((finding) => {
    const kept = finding.kind === "explain" ? explanations.find((one) => covers(one, finding)) : undefined;
    return kept === undefined ? finding : { ...finding, explanation: kept.explanation };
  });
  return { ...result, findings, summary: { ...result.summary, ...countFindings(findings) } };
}

/** ExplainedFinding: what an explanation is matched with. */
export interface ExplainedFinding extends Pick<Finding, "rule" | "code" | "subject"> {
  readonly operands: readonly { readonly value: string | null }[];
}

/** True where the explanation is about the same rule and subject, whatever the figures. */
export const isAbout = (
  explanation: Pick<Explanation, "rule" | "subject">,
  { rule, code, subject }: Pick<Finding, "rule" | "code" | "subject">,
): boolean =>
  (explanation.rule === rule || explanation.rule === code) &&
  comparable(explanation.subject) === comparable(subject);

/** True where the explanation is about this finding with the same figures. */
export function covers(explanation: Omit<Explanation, "explanation">, finding: ExplainedFinding): boolean {
  return (
    isAbout(explanation, finding) &&
    explanation.figures.length === finding.operands.length &&
    finding.operands.every(({ value }, index) => value === explanation.figures[index])
  );
}
