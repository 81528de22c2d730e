// 指标库建议: a set that fits the project, each to be added with a click, and what a reviewer would ask of its own.

import type { EntryRow } from "@jueming/server/contract/entry.ts";
import type { IndicatorAdvice } from "@jueming/server/contract/report-editing.ts";
import { indicatorAdvice } from "@jueming/server/contract/report-editing.ts";
import { useQuery } from "@tanstack/react-query";
import { Button } from "antd";
import type { ReactNode } from "react";
import { useState } from "react";

import { read } from "../../../api/client.ts";
import { Loaded } from "../../../parts/states.tsx";
import type { ProjectInput } from "./project-form.tsx";
import { addIndicator, newRowId } from "./project-rows.ts";

type Indicators = ProjectInput & { readonly indicators: readonly EntryRow[] };

/** IndicatorAdvicePanel (指标库建议): asked for when it is opened. */
export function IndicatorAdvicePanel(input: Indicators): ReactNode {
  const { report, project, revision } = input;
  const [isOpen, setOpen] = useState(false);
  const query = useQuery({
    queryKey: ["indicator-advice", report, project.id, revision],
    queryFn: ({ signal }) =>
      read(indicatorAdvice, `/reports/${report}/projects/${encodeURIComponent(project.id)}/advice`, signal),
    enabled: isOpen,
    gcTime: 60_000,
  });
  return (
    <details className="advice" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>指标库建议与质量提示</summary>
      {isOpen ? (
        <Loaded query={query} rows={3}>
          {(advice) => <Advice advice={advice} input={input} />}
        </Loaded>
      ) : null}
    </details>
  );
}

function Advice({
  advice,
  input,
}: {
  readonly advice: IndicatorAdvice;
  readonly input: Indicators;
}): ReactNode {
  const nameOf = (row: string | null): string =>
    input.indicators.find(({ id }) => id === row)?.cells["name"] ?? "整套指标";
  return (
    <>
      {advice.hints.length === 0 ? null : (
        <ul className="side-list">
          {advice.hints.map(({ row, severity, message, advice: what, basis }) => (
            <li key={`${row ?? ""} ${message}`}>
              <strong>
                {severity === "warning" ? "▲" : "●"} {nameOf(row)}
              </strong>
              ：{message} {what} <span className="soft">（{basis}）</span>
            </li>
          ))}
        </ul>
      )}
      {advice.levels.map((level) => (
        <section key={level.level1}>
          <h3>
            {level.level1}（{level.points} 分）
          </h3>
          {level.note === null ? null : <p className="soft">{level.note}</p>}
          <ul className="side-list">
            {level.suggestions.map((one) => (
              <Suggested key={`${one.level2} ${one.name}`} one={one} input={input} />
            ))}
          </ul>
        </section>
      ))}
    </>
  );
}

function Suggested({
  one,
  input: { entries, lists, project, isReadOnly, onChange },
}: {
  readonly one: IndicatorAdvice["levels"][number]["suggestions"][number];
  readonly input: Indicators;
}): ReactNode {
  const { level1, level2, name, target, points, reason, formula, evidence, toFill } = one;
  return (
    <li>
      <strong>{name}</strong>（{level2}，目标 {target}
      {toFill ? "，数字待填" : ""}，{points} 分）
      {isReadOnly ? null : (
        <Button
          size="small"
          aria-label={`采用 ${name}`}
          onClick={() =>
            onChange([
              addIndicator(entries, lists, {
                project,
                id: newRowId(),
                cells: { level1, level2, name, target, points },
              }),
            ])
          }
        >
          采用
        </Button>
      )}
      <p className="soft">
        {reason}
        {formula === "" ? "" : `；计算：${formula}`}
        {evidence.length === 0 ? "" : `；佐证：${evidence.join("、")}`}
      </p>
    </li>
  );
}
