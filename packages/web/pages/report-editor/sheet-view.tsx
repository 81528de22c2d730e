// The open sheet: a grid, free texts, or the projects one by one.

import { functionCodes } from "@jueming/core/accounts/classification/function-classification.ts";
import type { EntryPlan, EntrySheet } from "@jueming/server/contract/entry.ts";
import type { ReportView } from "@jueming/server/contract/reports.ts";
import { Button } from "antd";
import type { ReactNode, Ref } from "react";
import { lazy, Suspense, useMemo, useState } from "react";

import type { EntryGridHandle } from "../../parts/entry-grid/entry-grid.tsx";
import { EntryGrid } from "../../parts/entry-grid/entry-grid.tsx";
import type { CellMarks, Choice, Target } from "../../parts/entry-grid/targets.ts";
import { targetKey } from "../../parts/entry-grid/targets.ts";
import type { EntryHistory } from "../../parts/entry-grid/use-entry-grid.ts";
import { LoadingState } from "../../parts/states.tsx";
import { EVALUATIONS } from "./parts-list.tsx";
import type { PrintedTotal } from "./places.ts";
import { isTextSheet } from "./places.ts";
import type { SaidLastYear } from "./said-last-year.tsx";
import { SaidLastYearNote, takeSaid, textAt, useSaidLastYear } from "./said-last-year.tsx";
import type { EditedReport } from "./saving/use-draft.ts";
import { TextSheet } from "./text-sheet.tsx";

const Evaluations = lazy(() =>
  import("./evaluations/evaluations-view.tsx").then(({ EvaluationsView }) => ({ default: EvaluationsView })),
);

/** What every kind of sheet is given. */
export interface SheetInput {
  /** What last year's report said at places of this one. */
  readonly said: SaidLastYear;
  readonly name: string;
  readonly report: ReportView;
  readonly plan: EntryPlan;
  readonly edited: EditedReport;
  readonly history: EntryHistory;
  readonly marks: CellMarks;
  readonly printed: readonly PrintedTotal[];
  readonly isReadOnly: boolean;
  readonly grid: Ref<EntryGridHandle>;
}

/** SheetView (录入表). */
export function SheetView(opened: Omit<SheetInput, "said">): ReactNode {
  const { name, plan, edited, history, marks, isReadOnly, report } = opened;
  const said = useSaidLastYear(report.ref, name);
  const input = { ...opened, said };
  const sheet = plan.sheets.find((each) => each.name === name);
  const entries = edited.draft.shown;
  if (name === EVALUATIONS) {
    return (
      <Suspense fallback={<LoadingState />}>
        <Evaluations {...input} />
      </Suspense>
    );
  }
  if (sheet === undefined) return null;
  if (isTextSheet(sheet)) {
    return (
      <TextSheet
        sheet={sheet}
        entries={entries}
        marks={marks}
        said={said}
        isReadOnly={isReadOnly}
        onChange={history.submit}
      />
    );
  }
  return <GridSheet {...input} sheet={sheet} />;
}

/** A sheet as a grid; where something was said last year of the cell one stands in, it stands below. */
function GridSheet(input: SheetInput & { readonly sheet: EntrySheet }): ReactNode {
  const { name, sheet, edited, history, marks, said, printed, isReadOnly, grid, report } = input;
  const codes = useCodes(report.year);
  const [asked, setAsked] = useState<Target | null>(null);
  const entries = edited.draft.shown;
  return (
    <>
      <PrintedTotals
        printed={printed.filter((one) => one.sheet === name)}
        isReadOnly={isReadOnly}
        onClear={history.submit}
      />
      <EntryGrid
        ref={grid}
        sheet={sheet}
        entries={entries}
        computed={edited.live.computed}
        history={history}
        marks={marks}
        codes={codes}
        isReadOnly={isReadOnly}
        // Nothing is drawn anew while one walks through cells of which nothing was said.
        onStand={(target) => setAsked(target !== null && said.texts.has(targetKey(target)) ? target : null)}
        onChange={edited.change}
      />
      {asked === null ? null : (
        <div className="said-below" aria-live="polite">
          <SaidLastYearNote
            said={said}
            target={asked}
            now={textAt(entries, asked)}
            isReadOnly={isReadOnly}
            onTake={(text) => history.submit(takeSaid(entries, asked, text))}
          />
        </div>
      )}
    </>
  );
}

/** Classification codes (功能分类科目) of the year. */
function useCodes(year: number): readonly Choice[] {
  return useMemo(
    () =>
      functionCodes
        .filter(({ firstYear, lastYear }) => firstYear <= year && year <= (lastYear ?? year))
        .map(({ code, name }) => ({ value: code, name })),
    [year],
  );
}

/** Totals that a document printed otherwise than they add up: kept until someone says that they may go. */
function PrintedTotals({
  printed,
  isReadOnly,
  onClear,
}: {
  readonly printed: readonly PrintedTotal[];
  readonly isReadOnly: boolean;
  readonly onClear: EntryHistory["submit"];
}): ReactNode {
  if (printed.length === 0) return null;
  return (
    <details className="printed-totals">
      <summary>原文印出的合计有 {printed.length} 处与计算的不同</summary>
      <ul>
        {printed.map(({ target, label, text, computed }) => (
          <li key={targetKey(target)}>
            {label}：原文 <span className="figure">{text}</span>，计算{" "}
            <span className="figure">{computed === "" ? "无" : computed}</span>
          </li>
        ))}
      </ul>
      {isReadOnly ? null : (
        <Button
          size="small"
          onClick={() => onClear(printed.map(({ target, text }) => ({ ...target, from: text, to: "" })))}
        >
          按计算的数，去掉原文印出的数
        </Button>
      )}
    </details>
  );
}
