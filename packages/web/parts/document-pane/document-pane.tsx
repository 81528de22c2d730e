// The document as it was read, with what is in question marked; it scrolls to the mark that was asked for.

import type { ShownBlock, ShownMark } from "@jueming/server/contract/bulk-checks.ts";
import type { Stretch } from "@jueming/core/figures/printed-stretches.ts";
import { printedStretches } from "@jueming/core/figures/printed-stretches.ts";
import type { ReactNode } from "react";
import { Fragment, memo, useEffect, useMemo, useRef } from "react";

import "./document-pane.css";
import { showInPane } from "./show-in-pane.ts";

/** DocumentPane (原文). */
export function DocumentPane({
  blocks,
  isCut,
  marks,
  target,
}: {
  readonly blocks: readonly ShownBlock[];
  readonly isCut: boolean;
  readonly marks: readonly ShownMark[];
  readonly target: ShownMark | undefined;
}): ReactNode {
  const pane = useRef<HTMLDivElement>(null);
  const byBlock = useMemo(() => Map.groupBy(marks, ({ block }) => block), [marks]);
  useEffect(() => {
    if (target === undefined) return;
    showInPane(pane.current?.querySelector(`[data-spot="${spotOf(target)}"]`) ?? null);
  }, [target]);
  return (
    <div ref={pane} className="document-pane" role="region" aria-label="文件内容" tabIndex={0}>
      {blocks.map((block, index) => (
        // oxlint-disable-next-line react/no-array-index-key -- blocks have no name but their number, and never change
        <BlockView
          key={index}
          block={block}
          index={index}
          before={blocks[index - 1]}
          marks={byBlock.get(index)}
        />
      ))}
      {isCut ? <p className="soft">文件很长，以下部分未显示。请下载原件查看。</p> : null}
      {blocks.length === 0 ? <p className="soft">这种文件没有可显示的正文，请看右侧问题所列数字。</p> : null}
    </div>
  );
}

const spotOf = ({ block, row, cell }: Omit<ShownMark, "finding">): string =>
  [block, row, cell].filter((part) => part !== undefined).join("-");

const BlockView = memo(function BlockView({
  block,
  index,
  before,
  marks,
}: {
  readonly block: ShownBlock;
  readonly index: number;
  readonly before: ShownBlock | undefined;
  readonly marks: readonly ShownMark[] | undefined;
}): ReactNode {
  return (
    <>
      <Divider place={block.place} before={before?.place} />
      {block.kind === "table" ? (
        <TableView block={block} index={index} marks={marks ?? []} />
      ) : (
        <TextView block={block} index={index} marks={marks ?? []} />
      )}
    </>
  );
});

/** Where a page or a sheet begins. */
function Divider({
  place,
  before,
}: {
  readonly place: ShownBlock["place"];
  readonly before: ShownBlock["place"] | undefined;
}): ReactNode {
  if (place.page !== undefined && place.page !== before?.page)
    return <p className="document-divider">第 {place.page} 页</p>;
  if (place.sheet !== undefined && place.sheet !== before?.sheet)
    return <p className="document-divider">工作表“{place.sheet}”</p>;
  return null;
}

function TextView({
  block,
  index,
  marks,
}: {
  readonly block: Exclude<ShownBlock, { kind: "table" }>;
  readonly index: number;
  readonly marks: readonly ShownMark[];
}): ReactNode {
  const stretches = stretchesIn(block.text, marks);
  return (
    <p
      className={
        marks.length > 0 && stretches.length === 0 ? "document-text document-marked" : "document-text"
      }
      data-spot={index}
      data-heading={block.kind === "heading" ? block.level : undefined}
    >
      {withMarks(block.text, stretches)}
    </p>
  );
}

/** Where the text prints what is marked; of two that overlap the longer one. */
function stretchesIn(text: string, marks: readonly ShownMark[]): readonly Stretch[] {
  const all = marks.flatMap(({ words }) => (words === undefined ? [] : printedStretches(text, words)));
  const inOrder = all.toSorted((a, b) => a.offset - b.offset || b.length - a.length);
  let end = 0;
  return inOrder.filter(({ offset, length }) => {
    if (offset < end) return false;
    end = offset + length;
    return true;
  });
}

/** The text with the stretches marked. */
function withMarks(text: string, stretches: readonly Stretch[]): ReactNode {
  const last = stretches.at(-1);
  return (
    <>
      {stretches.map(({ offset, length }, index) => {
        const before = stretches[index - 1];
        return (
          <Fragment key={offset}>
            {text.slice(before === undefined ? 0 : before.offset + before.length, offset)}
            <mark>{text.slice(offset, offset + length)}</mark>
          </Fragment>
        );
      })}
      {text.slice(last === undefined ? 0 : last.offset + last.length)}
    </>
  );
}

function TableView({
  block,
  index,
  marks,
}: {
  readonly block: Extract<ShownBlock, { kind: "table" }>;
  readonly index: number;
  readonly marks: readonly ShownMark[];
}): ReactNode {
  const marked = new Set(marks.map(spotOf));
  return (
    <div className={marked.has(`${index}`) ? "document-table document-marked" : "document-table"}>
      <table data-spot={index}>
        <tbody>
          {block.rows.map((cells, row) => (
            <tr
              // oxlint-disable-next-line react/no-array-index-key -- rows and cells have no name but their number
              key={row}
              data-spot={`${index}-${row}`}
              className={marked.has(`${index}-${row}`) ? "document-marked" : undefined}
            >
              {cells.map(({ text, columnSpan, rowSpan }, cell) => {
                const spot = `${index}-${row}-${cell}`;
                return (
                  <td
                    // oxlint-disable-next-line react/no-array-index-key -- as above
                    key={cell}
                    data-spot={spot}
                    colSpan={columnSpan}
                    rowSpan={rowSpan}
                    className={/^[-\d.,%]+$/u.test(text) ? "figure" : undefined}
                  >
                    {marked.has(spot) ? <mark>{text === "" ? "（空白）" : text}</mark> : text}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
