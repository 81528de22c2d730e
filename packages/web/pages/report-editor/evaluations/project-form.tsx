// The form of one project.

import type {
  ComputedEntries,
  Entries,
  EntryChange,
  EntryList,
  EntryRow,
} from "@jueming/server/contract/entry.ts";
import type { ProjectScores } from "@jueming/server/contract/report-editing.ts";
import type { ReactNode } from "react";

import type { CellMarks } from "../../../parts/entry-grid/targets.ts";
import { targetKey } from "../../../parts/entry-grid/targets.ts";
import type { SaidLastYear } from "../said-last-year.tsx";
import { SaidLastYearNote } from "../said-last-year.tsx";
import { CellField } from "./cell-field.tsx";
import { IndicatorAdvicePanel } from "./indicator-advice-panel.tsx";
import { IndicatorTable } from "./indicator-table.tsx";
import type { EvaluationLists } from "./project-rows.ts";
import { fundingSources, indicatorsOf } from "./project-rows.ts";
import { ScoreSummary } from "./score-summary.tsx";

/** What the parts of the form are given. */
export interface ProjectInput {
  readonly report: string;
  /** Revision of what the server has, by which what follows is asked for anew. */
  readonly revision: number;
  readonly project: EntryRow;
  readonly lists: EvaluationLists;
  readonly entries: Entries;
  readonly computed: ComputedEntries;
  readonly marks: CellMarks;
  readonly said: SaidLastYear;
  readonly scores: ProjectScores | undefined;
  /** Name of the rules that score. */
  readonly rules: string;
  readonly isReadOnly: boolean;
  readonly onChange: (changes: readonly EntryChange[]) => void;
}

const heads = ["name", "code", "department", "unit"];

/** ProjectForm (项目支出绩效自评表). */
export function ProjectForm(input: ProjectInput): ReactNode {
  const { lists, project } = input;
  const { columns } = lists.projects;
  const cell = (column: EntryList["columns"][number], isLong = false, isLabelShown = true): ReactNode => (
    <ProjectCell
      key={column.name}
      input={input}
      column={column}
      isLong={isLong}
      isLabelShown={isLabelShown}
    />
  );
  const named = (names: readonly string[]) =>
    names.flatMap((name) => columns.find((one) => one.name === name) ?? []);
  const texts = columns.filter(({ name }) => name.startsWith("text."));
  const indicators = indicatorsOf(input.entries, lists, project);
  return (
    <article className="project" aria-label={project.cells["name"] ?? "项目"}>
      <ScoreSummary {...input} />
      <section aria-label="基本情况" className="project-heads">
        {named(heads).map((column) => cell(column))}
      </section>
      <h2>资金（{moneyUnit(input.entries)}）</h2>
      <Funding input={input} cell={cell} />
      <section className="project-texts">
        {named(["fundingReason"]).map((column) => cell(column, true))}
      </section>
      <h2>年度目标与完成情况</h2>
      <section className="project-texts">
        {named(["goal", "achievement"]).map((column) => cell(column, true))}
      </section>
      <h2>绩效指标</h2>
      <IndicatorTable {...input} indicators={indicators} />
      <IndicatorAdvicePanel {...input} indicators={indicators} />
      <h2>自评情况</h2>
      <section className="project-texts">{texts.map((column) => cell(column, true))}</section>
    </article>
  );
}

function ProjectCell({
  input: { project, lists, computed, marks, said, isReadOnly, onChange },
  column,
  isLong,
  isLabelShown,
}: {
  readonly input: ProjectInput;
  readonly column: EntryList["columns"][number];
  readonly isLong: boolean;
  readonly isLabelShown: boolean;
}): ReactNode {
  const list = lists.projects.key;
  const { name } = column;
  const typed = project.cells[name] ?? "";
  const target = { kind: "cell", list, row: project.id, column: name } as const;
  const type = (to: string): void => onChange([{ ...target, from: typed, to }]);
  return (
    <CellField
      label={column.title}
      column={column}
      text={column.computed ? (computed.lists[list]?.[project.id]?.[name] ?? "") : typed}
      marks={marks.get(targetKey(target)) ?? []}
      isReadOnly={isReadOnly}
      isLong={isLong}
      isLabelShown={isLabelShown}
      entry={`${project.id} ${name}`}
      onType={type}
    >
      <SaidLastYearNote said={said} target={target} now={typed} isReadOnly={isReadOnly} onTake={type} />
    </CellField>
  );
}

/** Sources of money in rows, what is said of each in columns; sources without money are folded. */
function Funding({
  input: { lists, project },
  cell,
}: {
  readonly input: ProjectInput;
  readonly cell: (
    column: EntryList["columns"][number],
    isLong?: boolean,
    isLabelShown?: boolean,
  ) => ReactNode;
}): ReactNode {
  const sources = fundingSources(lists.projects);
  const kinds = [...new Set(sources.flatMap(({ columns }) => columns.map(([what]) => what)))];
  const isUsed = ({ columns }: (typeof sources)[number]): boolean =>
    columns.some(([, { name }]) => (project.cells[name] ?? "") !== "");
  const [total, ...others] = sources;
  const shown = [...(total === undefined ? [] : [total]), ...others.filter(isUsed)];
  const folded = others.filter((source) => !isUsed(source));
  const table = (rows: typeof sources): ReactNode => (
    <div className="scrolled">
      <table className="plain-table funding">
        <thead>
          <tr>
            <th scope="col">资金来源</th>
            {kinds.map((what) => (
              <th key={what} scope="col">
                {what}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ title, columns }) => (
            <tr key={title}>
              <th scope="row">{title}</th>
              {kinds.map((what) => {
                const column = columns.find(([own]) => own === what)?.[1];
                return <td key={what}>{column === undefined ? null : cell(column, false, false)}</td>;
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
  return (
    <>
      {table(shown)}
      {folded.length === 0 ? null : (
        <details>
          <summary>其他来源（{folded.map(({ title }) => title).join("、")}）</summary>
          {table(folded)}
        </details>
      )}
    </>
  );
}

const moneyUnit = ({ fields }: Entries): string => fields["identity:moneyUnit"] ?? "万元";
