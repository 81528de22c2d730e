// The controls that filter findings. They need the script and stay hidden without it: then all is shown.

import type { ShownFinding } from "../checked.ts";
import { KIND_WORDS, SEVERITIES, SEVERITY_WORDS } from "../wording.ts";
import { escaped } from "./markup.ts";

/** Tables and projects offered for choice; the rest is found by its words. */
const SUBJECTS_SHOWN = 300;

/** A form with severity, kind, table or project, and words. */
export function filterMarkup(findings: readonly ShownFinding[]): string {
  if (findings.length < 2) return "";
  const severities = SEVERITIES.filter((severity) =>
    findings.some(({ finding }) => finding.severity === severity),
  ).map((severity) => checkbox("severity", severity, SEVERITY_WORDS[severity]));
  const kinds = (["logic", "explain"] as const).map((kind) => checkbox("kind", kind, KIND_WORDS[kind]));
  return [
    `<form class="filter" id="filter" role="search" aria-label="筛选问题" hidden>`,
    `<fieldset><legend>严重程度</legend>${severities.join("")}</fieldset>`,
    `<fieldset><legend>性质</legend>${kinds.join("")}</fieldset>`,
    `<label class="field">表或项目<select name="subject"><option value="">全部</option>${subjectOptions(findings)}</select></label>`,
    `<label class="field">查找文字<input type="search" name="words" autocomplete="off" spellcheck="false"></label>`,
    `<button type="reset">全部显示</button>`,
    `<p id="count" role="status"></p>`,
    `</form>`,
  ].join("");
}

function checkbox(name: string, value: string, label: string): string {
  return `<label class="choice"><input type="checkbox" name="${name}" value="${value}" checked>${label}</label>`;
}

function subjectOptions(findings: readonly ShownFinding[]): string {
  const counts = new Map<string, number>();
  for (const { finding } of findings) counts.set(finding.subject, (counts.get(finding.subject) ?? 0) + 1);
  return [...counts]
    .toSorted(([, a], [, b]) => b - a)
    .slice(0, SUBJECTS_SHOWN)
    .map(([subject, count]) => {
      const label = subject.length > 40 ? `${subject.slice(0, 40)}…` : subject;
      return `<option value="${escaped(subject)}">${escaped(label)}（${count}）</option>`;
    })
    .join("");
}
