// For a finding that stands nowhere in what is shown: the pieces of what was read on which it rests.

import type { ShownExcerpt } from "@jueming/server/contract/bulk-checks.ts";
import type { ReactNode } from "react";

/** ExcerptNote (原文片段). */
export function ExcerptNote({ excerpts }: { readonly excerpts: readonly ShownExcerpt[] }): ReactNode {
  return (
    <div className="excerpt-note" role="status">
      {excerpts.length === 0 ? (
        <p>这个问题在原文中没有对应的位置（例如缺少内容）。请按问题的说明核对全文。</p>
      ) : (
        excerpts.map((excerpt, index) => (
          // oxlint-disable-next-line react/no-array-index-key -- excerpts have no name but their number, and never change
          <Excerpt key={index} excerpt={excerpt} />
        ))
      )}
    </div>
  );
}

function Excerpt({ excerpt }: { readonly excerpt: ShownExcerpt }): ReactNode {
  if (excerpt.kind === "passage")
    return (
      <p>
        {excerpt.title}：
        {excerpt.parts.map(({ text, look }, index) =>
          // oxlint-disable-next-line react/no-array-index-key -- as above
          look === "marked" ? <mark key={index}>{text}</mark> : text,
        )}
      </p>
    );
  return (
    <div className="document-table">
      <table>
        <caption>{excerpt.title}</caption>
        <thead>
          <tr>
            {excerpt.header.map((name, index) => (
              // oxlint-disable-next-line react/no-array-index-key -- as above
              <th key={index} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {excerpt.rows.map((row, index) => (
            // oxlint-disable-next-line react/no-array-index-key -- as above
            <tr key={index}>
              {row === null ? (
                <td colSpan={excerpt.header.length}>……</td>
              ) : (
                row.map(({ text, marked, isFigure }, cell) => (
                  // oxlint-disable-next-line react/no-array-index-key -- as above
                  <td key={cell} className={isFigure ? "figure" : undefined}>
                    {marked ? <mark>{text === "" ? "（空白）" : text}</mark> : text}
                  </td>
                ))
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
