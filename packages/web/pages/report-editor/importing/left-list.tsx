// What a document states and the report has no place for: listed whole, so that nothing is dropped silently.

import type { ImportReading } from "@jueming/server/contract/report-editing.ts";
import type { ReactNode } from "react";

/** LeftList (没有位置的内容). */
export function LeftList({ left }: { readonly left: ImportReading["left"] }): ReactNode {
  if (left.length === 0) return <p className="soft">文件中的内容在报告里都有位置。</p>;
  return (
    // Reason: what scrolls must be reachable by keyboard.
    <div className="import-scroll" role="region" aria-label="没有位置的内容" tabIndex={0}>
      <table className="plain-table">
        <thead>
          <tr>
            <th scope="col">哪里</th>
            <th scope="col">什么</th>
            <th scope="col">原文</th>
          </tr>
        </thead>
        <tbody>
          {left.map(({ where, what, value, place }, index) => (
            <tr key={`${index} ${where} ${what}`}>
              <td>{where}</td>
              <td>{what}</td>
              <td>
                {value} <span className="soft">{place}</span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
