// The document that is being imported, at the place of what one looks at: a PDF as the picture of its page with the place
// marked, a plain text at its line, any other format as it was read with the cell marked.

import type { ImportReading, ProposedEntry } from "@jueming/server/contract/report-editing.ts";
import type { ReactNode } from "react";
import { useEffect, useMemo, useRef, useState } from "react";

import { DocumentPane } from "../../../parts/document-pane/document-pane.tsx";
import { showInPane } from "../../../parts/document-pane/show-in-pane.ts";
import { PdfPage } from "./pdf-page.tsx";

/** OriginalView (原件). */
export function OriginalView({
  report,
  reading,
  file,
  at,
}: {
  readonly report: string;
  readonly reading: ImportReading;
  readonly file: File | null;
  readonly at: ProposedEntry | null;
}): ReactNode {
  const { original, file: source } = reading;
  return (
    <section className="import-document" aria-label="原件">
      {at === null ? null : <ReadRow at={at} />}
      {original.pages.length > 0 ? (
        <PdfPage report={report} source={source} pages={original.pages} at={at} />
      ) : original.document === null ? (
        file === null ? null : (
          <TextLines
            file={file}
            charset={original.charset ?? "utf-8"}
            line={at?.line ?? null}
            words={at?.raw ?? ""}
          />
        )
      ) : (
        <ReadDocument reading={reading} shown={original.document} at={at} />
      )}
    </section>
  );
}

/** What one looks at, in words: where it stands, and the row as it was read. */
function ReadRow({ at: { label, where, beside, raw } }: { readonly at: ProposedEntry }): ReactNode {
  return (
    <div className="import-place">
      <p>
        <strong>{label}</strong> <span className="soft">{where === "" ? "文件中" : where}</span>
      </p>
      {/* Reason: what scrolls must be reachable by keyboard. */}
      <p className="import-row" role="region" aria-label="读到的原文" tabIndex={0}>
        {beside === "" ? <mark>{raw}</mark> : <Marked text={beside} words={raw} />}
      </p>
    </div>
  );
}

function ReadDocument({
  reading,
  shown: { blocks, isCut, spots },
  at,
}: {
  readonly reading: ImportReading;
  readonly shown: NonNullable<ImportReading["original"]["document"]>;
  readonly at: ProposedEntry | null;
}): ReactNode {
  const mark = useMemo(() => {
    const spot = at === null ? null : spots[reading.entries.indexOf(at)];
    return spot === null || spot === undefined ? undefined : { finding: 0, ...spot, words: at?.raw ?? "" };
  }, [at, spots, reading]);
  const marks = useMemo(() => (mark === undefined ? [] : [mark]), [mark]);
  return <DocumentPane blocks={blocks} isCut={isCut} marks={marks} target={mark} />;
}

/** A text with the words in it marked, at their first place. */
function Marked({ text, words }: { readonly text: string; readonly words: string }): ReactNode {
  const start = words === "" ? -1 : text.indexOf(words);
  if (start < 0) return text;
  return (
    <>
      {text.slice(0, start)}
      <mark>{words}</mark>
      {text.slice(start + words.length)}
    </>
  );
}

/** Lines around the marked one. */
const around = 60;

function TextLines({
  file,
  charset,
  line,
  words,
}: {
  readonly file: File;
  readonly charset: string;
  readonly line: number | null;
  readonly words: string;
}): ReactNode {
  const lines = useLines(file, charset);
  const marked = useRef<HTMLSpanElement>(null);
  useEffect(() => showInPane(marked.current), [lines, line]);
  const from = Math.max(0, (line ?? 1) - around);
  return (
    // Reason: what scrolls must be reachable by keyboard.
    <div className="import-lines" role="region" tabIndex={0} aria-label="原文">
      {lines.slice(from, from + 2 * around).map((text, index) => {
        const number = from + index + 1;
        return (
          <p key={number}>
            <span className="import-number">{number}</span>
            {number === line ? (
              <span ref={marked} className="import-line">
                <Marked text={text} words={words} />
              </span>
            ) : (
              text
            )}
          </p>
        );
      })}
    </div>
  );
}

function useLines(file: File, charset: string): readonly string[] {
  const [lines, setLines] = useState<readonly string[]>([]);
  useEffect(() => {
    let isGone = false;
    void file.arrayBuffer().then((bytes) => {
      const text = new TextDecoder(charset).decode(bytes);
      if (!isGone) setLines(text.split(/\r\n|\r|\n/u));
    });
    return () => {
      isGone = true;
    };
  }, [file, charset]);
  return lines;
}
