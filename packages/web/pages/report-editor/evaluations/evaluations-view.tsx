// 项目支出绩效自评, one project at a time as a form that can be read: head, money, indicators with their scores and how
// these follow, texts. It writes into the same lists as the grids do.

import type { EntryChange, EntryRow } from "@jueming/server/contract/entry.ts";
import type { ReportScores } from "@jueming/server/contract/report-editing.ts";
import { reportScores } from "@jueming/server/contract/report-editing.ts";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { Button } from "antd";
import type { ReactNode } from "react";
import { useState } from "react";

import { read } from "../../../api/client.ts";
import { EmptyState } from "../../../parts/states.tsx";
import type { SheetInput } from "../sheet-view.tsx";
import "./evaluations.css";
import { ProjectForm } from "./project-form.tsx";
import type { EvaluationLists } from "./project-rows.ts";
import { addProject, evaluationLists, newRowId, rowsOf } from "./project-rows.ts";

/** EvaluationsView (逐个项目填写). */
export function EvaluationsView(input: SheetInput): ReactNode {
  const lists = evaluationLists(input.plan);
  return lists === undefined ? null : <Projects {...input} lists={lists} />;
}

function Projects(input: SheetInput & { readonly lists: EvaluationLists }): ReactNode {
  const { report, edited, history, isReadOnly, lists } = input;
  const entries = edited.draft.shown;
  const projects = rowsOf(entries, lists.projects);
  const [chosen, setChosen] = useState<string | null>(null);
  const current = projects.find(({ id }) => id === chosen) ?? projects[0];
  const scores = useScores(report.ref, edited.live.revision);
  const submit = (changes: readonly EntryChange[]): void => {
    if (!isReadOnly) history.submit(changes);
  };
  const add = (): void => {
    const id = newRowId();
    submit([addProject(entries, lists, id)]);
    setChosen(id);
  };
  const addButton = isReadOnly ? null : <Button onClick={add}>增加项目</Button>;
  if (current === undefined) {
    return (
      <EmptyState title="还没有项目" action={addButton}>
        逐个填写项目支出绩效自评；也可以从上年带入项目和指标，或在“项目”表中成批粘贴。
      </EmptyState>
    );
  }
  return (
    <div className="evaluations">
      <div className="evaluations-choice">
        <label>
          项目
          <select value={current.id} onChange={(event) => setChosen(event.target.value)}>
            {projects.map((project) => (
              <option key={project.id} value={project.id}>
                {nameOf(project)}
              </option>
            ))}
          </select>
        </label>
        <span className="soft">共 {projects.length} 个</span>
        {addButton}
      </div>
      <ProjectForm
        key={current.id}
        project={current}
        lists={lists}
        entries={entries}
        computed={edited.live.computed}
        revision={edited.live.revision}
        report={report.ref}
        marks={input.marks}
        said={input.said}
        scores={scores?.projects.find(({ row }) => row === current.id)}
        rules={scores?.rules ?? ""}
        isReadOnly={isReadOnly}
        onChange={submit}
      />
    </div>
  );
}

/** The scores as of the last change that was saved. */
function useScores(report: string, revision: number): ReportScores | undefined {
  const { data } = useQuery({
    queryKey: ["report-scores", report, revision],
    queryFn: ({ signal }) => read(reportScores, `/reports/${report}/scores`, signal),
    placeholderData: keepPreviousData,
    gcTime: 60_000,
  });
  return data;
}

const nameOf = ({ cells }: EntryRow): string =>
  `${cells["number"] ?? ""} ${cells["name"] ?? ""}`.trim() || "（未命名项目）";
