// A list as a table: columns described once, figures at the right, scrolled sideways where there is no room, more rows
// on demand. It is plain HTML, so that hundreds of rows stay light and screen readers know what it is.

import { Button } from "antd";
import type { ReactNode } from "react";

import "./list-table.css";

/** Column (列) of a list of things. */
export interface Column<Item> {
  readonly title: string;
  readonly cell: (item: Item) => ReactNode;
  /** True for figures: at the right, with digits of one width. */
  readonly isFigure?: boolean;
  readonly width?: string;
}

/** ListTable (列表). */
export function ListTable<Item>({
  caption,
  columns,
  items,
  keyOf,
}: {
  /** What the table is, for those who hear it. */
  readonly caption: string;
  readonly columns: readonly Column<Item>[];
  readonly items: readonly Item[];
  readonly keyOf: (item: Item) => string;
}): ReactNode {
  const kind = (column: Column<Item>): { className?: string } =>
    column.isFigure === true ? { className: "figure" } : {};
  return (
    // What can be scrolled can be reached by keyboard, and then has to be told as a region.
    <div className="list-scroll" role="region" aria-label={caption} tabIndex={0}>
      <table className="list-table">
        <caption className="read-aloud">{caption}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <th
                key={column.title}
                scope="col"
                {...kind(column)}
                {...(column.width === undefined ? {} : { style: { width: column.width } })}
              >
                {column.title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {items.map((item) => (
            <tr key={keyOf(item)}>
              {columns.map((column) => (
                <td key={column.title} {...kind(column)}>
                  {column.cell(item)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** MoreRows (再显示): the foot of a list that goes on. */
export function MoreRows({
  count,
  hasMore,
  isBusy,
  onMore,
}: {
  readonly count: number;
  readonly hasMore: boolean;
  readonly isBusy: boolean;
  readonly onMore: () => void;
}): ReactNode {
  return (
    <footer className="list-foot">
      <span className="soft" role="status">
        {hasMore ? `已显示 ${count} 条，后面还有` : `共 ${count} 条`}
      </span>
      {hasMore ? (
        <Button onClick={onMore} loading={isBusy}>
          再显示一些
        </Button>
      ) : null}
    </footer>
  );
}
