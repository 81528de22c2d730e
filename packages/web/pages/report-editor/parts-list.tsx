// At the left: the parts of the report with their sheets, how far each has come, and what was found in it.

import type { EntryPlan } from "@jueming/server/contract/entry.ts";
import type { ReportProgress } from "@jueming/server/contract/report-editing.ts";
import type { FindingView } from "@jueming/server/contract/reports.ts";
import type { ReactNode } from "react";
import { memo } from "react";

import { severities, severityShapes, severityWords } from "../../look/severity.tsx";
import { findingsOn } from "./places.ts";

/** Name under which the projects are filled in one by one. */
export const EVALUATIONS = "逐个项目填写";

/** PartsList (目录): drawn anew only when something in it has changed. */
export const PartsList = memo(Parts);

function Parts({
  plan,
  findings,
  progress,
  current,
  onOpen,
}: {
  readonly plan: EntryPlan;
  readonly findings: readonly FindingView[];
  readonly progress: ReportProgress | undefined;
  readonly current: string;
  readonly onOpen: (sheet: string) => void;
}): ReactNode {
  const parts = Map.groupBy(plan.sheets, ({ part }) => part);
  return (
    <nav className="parts" aria-label="报告的各部分">
      {[...parts].map(([part, sheets]) => (
        <section key={part}>
          <h2>{part}</h2>
          <ul>
            {sheets.some(({ lists }) => lists.some(({ kind }) => kind === "projects")) ? (
              <PartLine name={EVALUATIONS} current={current} onOpen={onOpen} />
            ) : null}
            {sheets.map(({ name }) => (
              <PartLine key={name} name={name} current={current} onOpen={onOpen}>
                <Filled progress={progress?.sheets.find((one) => one.name === name)} />
                <Found findings={findingsOn(plan, findings, name)} />
              </PartLine>
            ))}
          </ul>
        </section>
      ))}
    </nav>
  );
}

function PartLine({
  name,
  current,
  onOpen,
  children,
}: {
  readonly name: string;
  readonly current: string;
  readonly onOpen: (sheet: string) => void;
  readonly children?: ReactNode;
}): ReactNode {
  return (
    <li>
      <button type="button" aria-current={name === current ? "true" : undefined} onClick={() => onOpen(name)}>
        <span className="part-name">{name}</span>
        <span className="part-counts">{children}</span>
      </button>
    </li>
  );
}

function Filled({
  progress,
}: {
  readonly progress: ReportProgress["sheets"][number] | undefined;
}): ReactNode {
  if (progress === undefined || progress.required === 0) return null;
  const { filled, required } = progress;
  if (filled >= required) return <span className="part-done">✓ 已填</span>;
  return (
    <span>
      <span className="read-aloud">必填</span>
      {filled}/{required}
    </span>
  );
}

function Found({ findings }: { readonly findings: readonly FindingView[] }): ReactNode {
  return severities.map((severity) => {
    const count = findings.filter((finding) => finding.severity === severity).length;
    return count === 0 ? null : (
      <span
        key={severity}
        className={`severity severity-${severity}`}
        title={`${severityWords[severity]} ${count}`}
      >
        <span aria-hidden="true">{severityShapes[severity]}</span>
        <span className="read-aloud">{severityWords[severity]}</span>
        {count}
      </span>
    );
  });
}
