// The report itself: a sheet in the grid, not to be changed, with its marks; or as it will be printed.

import type { EditorView, ReportView } from "@jueming/server/contract/reports.ts";
import { Segmented, Select } from "antd";
import type { ReactNode } from "react";
import { useEffect, useState } from "react";

import { downloadAddress } from "../../api/client.ts";
import { EntryGrid } from "../../parts/entry-grid/entry-grid.tsx";
import type { CellMarks } from "../../parts/entry-grid/targets.ts";
import { targetKey } from "../../parts/entry-grid/targets.ts";
import { PreviewPane } from "../../parts/preview-pane/preview-pane.tsx";
import type { Place } from "./review-desk.tsx";

type View = "sheets" | "print";

/** ReportSheet (报告内容). */
export function ReportSheet({
  report,
  sheets: { plan, entries, live },
  marks,
  place,
}: {
  readonly report: ReportView;
  readonly sheets: EditorView;
  readonly marks: CellMarks;
  readonly place: Place;
}): ReactNode {
  // A document that was brought in whole has no entries: it is looked at as it is printed.
  const isTyped = Object.keys(entries.fields).length > 0;
  const [view, setView] = useState<View>(isTyped ? "sheets" : "print");
  const { sheet, wanted, grid } = place;
  useEffect(() => {
    if (wanted === null) return;
    setView("sheets");
    grid.current?.goTo(wanted);
  }, [wanted, grid]);
  const own = plan.sheets.find(({ name }) => name === sheet) ?? plan.sheets[0];
  return (
    <section className="reviewed-main" aria-label="报告内容">
      <SheetBar
        view={view}
        sheets={sheetChoices(plan, marks)}
        open={own?.name ?? ""}
        onView={setView}
        onOpen={place.open}
      />
      <div className="reviewed-sheet">
        {view === "print" || own === undefined ? (
          <PreviewPane title={report.unit.name} address={printAddress(report)} />
        ) : (
          <EntryGrid
            key={own.name}
            ref={grid}
            sheet={own}
            entries={entries}
            computed={live.computed}
            marks={marks}
            isReadOnly
            onStand={place.stand}
            onChange={() => undefined}
          />
        )}
      </div>
    </section>
  );
}

function SheetBar({
  view,
  sheets,
  open,
  onView,
  onOpen,
}: {
  readonly view: View;
  readonly sheets: ReturnType<typeof sheetChoices>;
  readonly open: string;
  readonly onView: (view: View) => void;
  readonly onOpen: (sheet: string) => void;
}): ReactNode {
  return (
    <div className="reviewed-bar">
      <Segmented<View>
        value={view}
        aria-label="显示方式"
        options={[
          { value: "sheets", label: "录入表" },
          { value: "print", label: "印出来的样子" },
        ]}
        onChange={onView}
      />
      {view === "sheets" ? <Select aria-label="表" value={open} options={sheets} onChange={onOpen} /> : null}
    </div>
  );
}

const printAddress = ({ ref, version }: ReportView): string =>
  downloadAddress(`/reports/${ref}/files/html?inline=1${version === 0 ? "" : `&version=${version}`}`);

/** The sheets in groups by the part of the report, each with the number of its marks. */
function sheetChoices(plan: EditorView["plan"], marks: CellMarks) {
  const parts = [...new Set(plan.sheets.map(({ part }) => part))];
  return parts.map((part) => ({
    label: part,
    options: plan.sheets
      .filter((sheet) => sheet.part === part)
      .map((sheet) => {
        const count = markedCells(sheet, marks);
        return { value: sheet.name, label: count === 0 ? sheet.name : `${sheet.name}（标记 ${count}）` };
      }),
  }));
}

function markedCells(sheet: EditorView["plan"]["sheets"][number], marks: CellMarks): number {
  const fields = sheet.fields.filter(({ key }) => marks.has(targetKey({ kind: "field", key }))).length;
  const lists = [...marks.keys()].filter((key) =>
    sheet.lists.some((list) => key.startsWith(`cell ${list.key} `)),
  ).length;
  return fields + lists;
}
