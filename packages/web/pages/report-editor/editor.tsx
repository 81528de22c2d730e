// The editor of one report: which sheet is open, what can be undone, and what stands beside the form.

import type { EntryPlan, EntrySheet } from "@jueming/server/contract/entry.ts";
import type { EditorSpot, ReportProgress } from "@jueming/server/contract/report-editing.ts";
import { reportProgress } from "@jueming/server/contract/report-editing.ts";
import type { EditorView, ReportView } from "@jueming/server/contract/reports.ts";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { Segmented } from "antd";
import type { ReactNode, RefObject } from "react";
import { useMemo, useRef, useState } from "react";

import { read } from "../../api/client.ts";
import { useComments } from "../../parts/comments/comment-questions.ts";
import type { EntryGridHandle } from "../../parts/entry-grid/entry-grid.tsx";
import type { CellMarks } from "../../parts/entry-grid/targets.ts";
import { areSameMarks } from "../../parts/entry-grid/targets.ts";
import { useHistory } from "../../parts/entry-grid/use-entry-grid.ts";
import { useKept, useSteady } from "../../parts/kept.ts";
import { EditorHead } from "./editor-head.tsx";
import { EVALUATIONS, PartsList } from "./parts-list.tsx";
import type { PrintedTotal } from "./places.ts";
import { areSameTotals, marksOf, printedTotals, sheetOf, targetOf } from "./places.ts";
import { ConflictNotice } from "./saving/conflict-notice.tsx";
import type { EditedReport } from "./saving/use-draft.ts";
import { useDraft } from "./saving/use-draft.ts";
import { SheetView } from "./sheet-view.tsx";
import { SidePanel } from "./side-panel.tsx";
import { usePaneKeys } from "./use-pane-keys.ts";

const panes = [
  { value: "parts", label: "目录" },
  { value: "form", label: "填报" },
  { value: "findings", label: "问题" },
] as const;
type Pane = (typeof panes)[number]["value"];

/** Editor (报告编辑). */
export function Editor({
  report,
  opened,
  account,
  onChanged,
}: {
  readonly report: ReportView;
  readonly opened: EditorView;
  readonly account: string;
  /** Told when the report has gone on, or has been read anew. */
  readonly onChanged: () => void;
}): ReactNode {
  const isReadOnly = !report.steps.includes("edit");
  const { plan } = opened;
  const edited = useDraft({ report: report.ref, account, opened, isReadOnly, onStateChanged: onChanged });
  const { draft, live, change } = edited;
  const history = useHistory({ entries: draft.shown, onChange: change });
  const { current, pane, setPane, show, go, grid } = useOpenPlace(plan);
  const { printed, marks } = useMarks(report.ref, plan, edited);
  const progress = useProgress(report.ref, live.revision);
  const reload = useSteady(edited.reload);
  const paneKeys = usePaneKeys();
  const shared = { report, plan, edited };
  return (
    <div className="editor" data-pane={pane} {...paneKeys}>
      <EditorHead {...shared} progress={progress} onTake={history.submit} onChanged={onChanged} />
      <ConflictNotice plan={plan} edited={edited} />
      <Segmented className="editor-panes" options={[...panes]} value={pane} onChange={setPane} />
      <div className="editor-body">
        <PartsList plan={plan} findings={live.findings} progress={progress} current={current} onOpen={show} />
        <div className="editor-form">
          <SheetView
            key={current}
            name={current}
            {...shared}
            history={history}
            marks={marks}
            printed={printed}
            isReadOnly={isReadOnly}
            grid={grid}
          />
        </div>
        <SidePanel live={live} progress={progress} report={report} onGo={go} onExplained={reload} />
      </div>
    </div>
  );
}

/** Where one is in the report, and how one goes elsewhere: to a sheet, or to a spot on one. */
function useOpenPlace(plan: EntryPlan): {
  readonly current: string;
  readonly pane: Pane;
  readonly setPane: (pane: Pane) => void;
  readonly show: (sheet: string) => void;
  readonly go: (spot: EditorSpot) => void;
  readonly grid: RefObject<EntryGridHandle | null>;
} {
  const [pane, setPane] = useState<Pane>("form");
  const { current, open } = useOpenSheet(plan);
  const grid = useRef<EntryGridHandle>(null);
  const show = useSteady((sheet: string): void => {
    open(sheet);
    setPane("form");
  });
  const go = useSteady((spot: EditorSpot): void => {
    const sheet = sheetOf(plan, spot);
    if (sheet === undefined) return;
    show(sheet.name);
    focusWhenThere(() => focusSpot(plan, spot, grid.current));
  });
  return { current, pane, setPane, show, go, grid };
}

/** What is marked in the cells, worked out anew only when something of it has changed. */
function useMarks(
  report: string,
  plan: EntryPlan,
  { draft: { shown, conflicts }, live }: EditedReport,
): { readonly printed: readonly PrintedTotal[]; readonly marks: CellMarks } {
  const totals = useMemo(() => printedTotals(plan, shown, live.computed), [plan, shown, live.computed]);
  const printed = useKept(totals, areSameTotals);
  const { data } = useComments(report);
  const found = useMemo(
    () => marksOf(plan, { live, conflicts, printed, comments: data?.items ?? [] }),
    [plan, live, conflicts, printed, data],
  );
  const marks = useKept(found, areSameMarks);
  return { printed, marks };
}

/** The open sheet stands in the address, so that a link leads to it and the browser can go back. */
function useOpenSheet(plan: EntryPlan): { readonly current: string; readonly open: (name: string) => void } {
  const search: { readonly sheet?: unknown } = useSearch({ strict: false });
  const navigate = useNavigate();
  const isKnown = (name: unknown): name is string =>
    name === EVALUATIONS || plan.sheets.some((sheet: EntrySheet) => sheet.name === name);
  const current = isKnown(search.sheet) ? search.sheet : (plan.sheets[0]?.name ?? "");
  const open = (sheet: string): void => {
    if (sheet !== current) void navigate({ to: ".", search: { sheet } });
  };
  return { current, open };
}

/** What is still to be filled in, as of the last change that was saved. */
function useProgress(report: string, revision: number): ReportProgress | undefined {
  const { data } = useQuery({
    queryKey: ["report-progress", report, revision],
    queryFn: ({ signal }) => read(reportProgress, `/reports/${report}/progress`, signal),
    placeholderData: keepPreviousData,
    gcTime: 60_000,
  });
  return data;
}

/** How long a sheet may take to be drawn before its cell is gone to. */
const longestMs = 4_000;

/** The sheet has to be there before its cell can be gone to. */
function focusWhenThere(focus: () => boolean): void {
  const begin = performance.now();
  const look = (): void => {
    if (!focus() && performance.now() - begin < longestMs) setTimeout(look, 40);
  };
  setTimeout(look, 0);
}

/** Puts the cursor where something is typed; false while that is not there. */
function focusSpot(plan: EntryPlan, spot: EditorSpot, grid: EntryGridHandle | null): boolean {
  const target = targetOf(plan, spot);
  if (target === null) return true;
  if (grid !== null) return grid.goTo(target);
  const key = target.kind === "field" ? target.key : `${target.row} ${target.column}`;
  const place = document.querySelector<HTMLElement>(`[data-entry="${CSS.escape(key)}"]`);
  place?.scrollIntoView({ block: "center" });
  place?.querySelector<HTMLElement>("textarea, input")?.focus();
  return place !== null;
}
