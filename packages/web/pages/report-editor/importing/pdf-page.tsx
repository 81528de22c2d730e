// A page of the imported PDF as a picture, with the place of what one looks at marked on it.

import type { ImportReading, ProposedEntry } from "@jueming/server/contract/report-editing.ts";
import { Button } from "antd";
import type { ReactNode } from "react";
import { useEffect, useRef, useState } from "react";

import { downloadAddress } from "../../../api/client.ts";
import { showInPane } from "../../../parts/document-pane/show-in-pane.ts";

type Pages = ImportReading["original"]["pages"];

/** PdfPage (原件的一页). */
export function PdfPage({
  report,
  source,
  pages,
  at,
}: {
  readonly report: string;
  readonly source: string;
  readonly pages: Pages;
  readonly at: ProposedEntry | null;
}): ReactNode {
  const [page, setPage] = useState(at?.page ?? 1);
  useEffect(() => setPage((now) => at?.page ?? now), [at]);
  const size = pages[page - 1];
  if (size === undefined) return null;
  return (
    <>
      <p className="import-turn">
        <Button size="small" disabled={page <= 1} onClick={() => setPage(page - 1)}>
          上一页
        </Button>
        <span>
          第 {page} 页，共 {pages.length} 页
        </span>
        <Button size="small" disabled={page >= pages.length} onClick={() => setPage(page + 1)}>
          下一页
        </Button>
      </p>
      {/* Reason: what scrolls must be reachable by keyboard. */}
      <div className="import-pages" role="region" tabIndex={0} aria-label={`原件第 ${page} 页`}>
        <div className="import-page" style={{ aspectRatio: `${size.width} / ${size.height}` }}>
          <PageImage
            key={page}
            address={downloadAddress(`/reports/${report}/sources/${source}/pages/${page}`)}
            page={page}
          />
          {at?.page === page && at.box !== null ? <PlaceMark box={at.box} size={size} /> : null}
        </div>
      </div>
    </>
  );
}

function PageImage({ address, page }: { readonly address: string; readonly page: number }): ReactNode {
  const [state, setState] = useState<"loading" | "shown" | "failed">("loading");
  return (
    <>
      <img
        src={address}
        alt={`原件第 ${page} 页`}
        onLoad={() => setState("shown")}
        onError={() => setState("failed")}
      />
      {state === "shown" ? null : (
        <p className="import-page-state" role="status">
          {state === "loading" ? "正在画出这一页……" : "这一页没有画出来，请打开原文件对照。"}
        </p>
      )}
    </>
  );
}

const share = (part: number, whole: number): string => `${(100 * part) / whole}%`;

/** Points around the place that its mark leaves free. */
const margin = 2;

function PlaceMark({
  box: [left, top, right, bottom],
  size: { width, height },
}: {
  readonly box: NonNullable<ProposedEntry["box"]>;
  readonly size: Pages[number];
}): ReactNode {
  const mark = useRef<HTMLDivElement>(null);
  useEffect(() => showInPane(mark.current), [left, top]);
  return (
    <div
      ref={mark}
      className="import-mark"
      style={{
        left: share(left - margin, width),
        top: share(top - margin, height),
        width: share(right - left + 2 * margin, width),
        height: share(bottom - top + 2 * margin, height),
      }}
    />
  );
}
