// The table of units and files; of many rows only those in view are drawn.

import type { BulkFileLine, BulkUnitLine } from "@jueming/server/contract/bulk-checks.ts";
import { Link } from "@tanstack/react-router";
import { useVirtualizer } from "@tanstack/react-virtual";
import type { ReactNode } from "react";
import { useRef } from "react";

import { SeverityMark, severities } from "../../look/severity.tsx";
import type { UnitRow } from "./unit-rows.ts";
import { kindsOf } from "./unit-rows.ts";

const usualHeight = 57;
const COLUMNS = ["单位", "年度", "种类", "问题", "文件"] as const;

/** UnitTable (单位汇总). */
export function UnitTable({
  check,
  rows,
  opened,
  onToggle,
}: {
  readonly check: string;
  readonly rows: readonly UnitRow[];
  readonly opened: ReadonlySet<string>;
  readonly onToggle: (key: string) => void;
}): ReactNode {
  const scroller = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => usualHeight,
    getItemKey: (index) => rows[index]?.key ?? index,
    overscan: 12,
  });
  const shown = virtual.getVirtualItems();
  const before = shown[0]?.start ?? 0;
  const after = virtual.getTotalSize() - (shown.at(-1)?.end ?? 0);
  return (
    <div ref={scroller} className="unit-scroller" role="region" aria-label="各单位的结果" tabIndex={0}>
      <table className="unit-table" aria-rowcount={rows.length + 1}>
        <thead>
          <tr>
            {COLUMNS.map((name) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          <Spacer height={before} />
          {shown.map(({ index }) => {
            const row = rows[index];
            return row === undefined ? null : (
              <tr
                key={row.key}
                ref={virtual.measureElement}
                data-index={index}
                aria-rowindex={index + 2}
                className={row.kind === "file" ? "unit-file" : ""}
              >
                <RowCells check={check} row={row} opened={opened} onToggle={onToggle} />
              </tr>
            );
          })}
          <Spacer height={after} />
        </tbody>
      </table>
    </div>
  );
}

function RowCells({
  check,
  row,
  opened,
  onToggle,
}: {
  readonly check: string;
  readonly row: UnitRow;
  readonly opened: ReadonlySet<string>;
  readonly onToggle: (key: string) => void;
}): ReactNode {
  if (row.kind === "file") return <FileCells check={check} file={row.file} />;
  const { key, unit } = row;
  return <UnitCells check={check} unit={unit} isOpened={opened.has(key)} onToggle={() => onToggle(key)} />;
}

function Spacer({ height }: { readonly height: number }): ReactNode {
  return height <= 0 ? null : (
    <tr aria-hidden="true">
      <td colSpan={COLUMNS.length} style={{ height, padding: 0, border: 0 }} />
    </tr>
  );
}

function UnitCells({
  check,
  unit,
  isOpened,
  onToggle,
}: {
  readonly check: string;
  readonly unit: BulkUnitLine;
  readonly isOpened: boolean;
  readonly onToggle: () => void;
}): ReactNode {
  const [only] = unit.files.length === 1 ? unit.files : [];
  return (
    <>
      <td data-label="单位">
        {only === undefined ? (
          <button type="button" className="unit-toggle" aria-expanded={isOpened} onClick={onToggle}>
            <span aria-hidden="true">{isOpened ? "▾" : "▸"}</span> {unit.name}
          </button>
        ) : (
          <FileLink check={check} file={only}>
            {unit.name}
          </FileLink>
        )}
      </td>
      <td data-label="年度">{unit.year ?? "不明"}</td>
      <td data-label="种类">{kindsOf(unit)}</td>
      <td data-label="问题">
        <Counts counts={unit} />
      </td>
      <td data-label="文件" className="unit-source">
        {only === undefined ? filesWords(unit) : only.source}
      </td>
    </>
  );
}

function filesWords({ files, together }: BulkUnitLine): string {
  const same = together?.duplicates.length ?? 0;
  return `${files.length} 个文件${same === 0 ? "" : `，其中 ${same} 个是同一份材料`}`;
}

function FileCells({ check, file }: { readonly check: string; readonly file: BulkFileLine }): ReactNode {
  if (file.failure !== null)
    return (
      <>
        <td data-label="文件" className="unit-source">
          <FileLink check={check} file={file}>
            {file.source}
          </FileLink>
        </td>
        <td colSpan={4} data-label="未能读取">
          <strong>未能读取</strong>：{file.failure.message}
        </td>
      </>
    );
  return (
    <>
      <td data-label="文件" className="unit-source">
        <FileLink check={check} file={file}>
          {file.source}
        </FileLink>
      </td>
      <td data-label="年度">{file.year ?? "不明"}</td>
      <td data-label="种类">{file.kindName}</td>
      <td data-label="问题">
        <Counts counts={file} />
      </td>
      <td />
    </>
  );
}

function FileLink({
  check,
  file,
  children,
}: {
  readonly check: string;
  readonly file: BulkFileLine;
  readonly children: ReactNode;
}): ReactNode {
  return (
    <Link to="/bulk-check/$check/$file" params={{ check, file: `${file.position}` }}>
      {children}
    </Link>
  );
}

function Counts({
  counts,
}: {
  readonly counts: Readonly<Record<(typeof severities)[number], number>>;
}): ReactNode {
  const found = severities.filter((severity) => counts[severity] > 0);
  return found.length === 0 ? (
    "没有发现问题"
  ) : (
    <span className="unit-counts">
      {found.map((severity) => (
        <SeverityMark key={severity} severity={severity} count={counts[severity]} />
      ))}
    </span>
  );
}
