// What the score would be (应得分) beside what is typed, and how it follows.

import type { ReactNode } from "react";

import type { ProjectInput } from "./project-form.tsx";

/** ScoreSummary (得分推算). */
export function ScoreSummary({ project, lists, computed, scores, rules }: ProjectInput): ReactNode {
  const stated = computed.lists[lists.projects.key]?.[project.id]?.["totalScore"] ?? "";
  const grade = project.cells["grade"] ?? "";
  if (scores === undefined) return null;
  const { execution } = scores;
  return (
    <section className="score-summary" aria-label="得分推算">
      <dl>
        <div>
          <dt>填报总分</dt>
          <dd className="figure">{stated === "" ? "—" : stated}</dd>
        </div>
        <div>
          <dt>按结果推算</dt>
          <dd className="figure">{scores.computedTotal ?? "—"}</dd>
        </div>
        <div>
          <dt>等级</dt>
          <dd>
            {grade === "" ? "—" : grade}
            {scores.grade === null || scores.grade === grade ? "" : `（推算：${scores.grade}）`}
          </dd>
        </div>
        <div>
          <dt>预算执行率得分</dt>
          <dd>
            {execution?.printed ?? "—"}
            {execution?.computed === null || execution?.computed === undefined
              ? ""
              : `（推算：${execution.computed}）`}
          </dd>
        </div>
      </dl>
      <details>
        <summary>怎样推算</summary>
        <ul>
          {[
            execution?.derivation ?? execution?.reason,
            scores.derivation,
            scores.gradeDerivation,
            ...scores.duties.map(({ subject, duty }) => `${subject}：${duty}`),
          ].map((line) => (line === null || line === undefined ? null : <li key={line}>{line}</li>))}
        </ul>
        <p className="soft">规则：{rules}</p>
      </details>
    </section>
  );
}
