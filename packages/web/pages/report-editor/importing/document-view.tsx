// The document that is being imported, at the place of what one looks at: a PDF at its page in the browser's own
// viewer, a text with its line marked; of other formats the row as it was read. The file does not leave the browser for it.

import type { ProposedEntry } from "@jueming/server/contract/report-editing.ts";
import type { ReactNode } from "react";
import { useEffect, useRef, useState } from "react";

/** DocumentView (原件). */
export function DocumentView({
  file,
  at,
}: {
  readonly file: File | null;
  readonly at: ProposedEntry | null;
}): ReactNode {
  return (
    <section className="import-document" aria-label="原件">
      {at === null ? null : (
        <div className="import-place">
          <p>
            <strong>{at.label}</strong> <span className="soft">{at.where === "" ? "文件中" : at.where}</span>
          </p>
          <p className="import-row">
            {at.beside === "" ? <mark>{at.raw}</mark> : <Marked text={at.beside} words={at.raw} />}
          </p>
        </div>
      )}
      {file === null ? null : isPdf(file) ? (
        <PdfPage file={file} page={at?.page ?? 1} />
      ) : isText(file) ? (
        <TextLines file={file} line={at?.line ?? null} />
      ) : (
        <p className="soft">本格式在上方显示所读的一行；需要时请打开原文件对照。</p>
      )}
    </section>
  );
}

const isPdf = ({ name }: File): boolean => /\.pdf$/iu.test(name);
const isText = ({ name }: File): boolean => /\.(?:txt|md|csv)$/iu.test(name);

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

function PdfPage({ file, page }: { readonly file: File; readonly page: number }): ReactNode {
  const [address, setAddress] = useState<string | null>(null);
  useEffect(() => {
    const made = URL.createObjectURL(file);
    setAddress(made);
    return () => URL.revokeObjectURL(made);
  }, [file]);
  if (address === null) return null;
  // Another page is another frame: the viewer does not follow a change of the address alone.
  return (
    <iframe
      key={page}
      className="import-pages"
      title={`原件第 ${page} 页`}
      src={`${address}#page=${page}&toolbar=0&view=FitH`}
    />
  );
}

/** Lines around the marked one. */
const around = 60;

function TextLines({ file, line }: { readonly file: File; readonly line: number | null }): ReactNode {
  const [lines, setLines] = useState<readonly string[]>([]);
  const marked = useRef<HTMLElement>(null);
  useEffect(() => {
    let isGone = false;
    void file.text().then((text) => {
      if (!isGone) setLines(text.split(/\r?\n/u));
    });
    return () => {
      isGone = true;
    };
  }, [file]);
  useEffect(() => marked.current?.scrollIntoView({ block: "center" }), [lines, line]);
  const from = Math.max(0, (line ?? 1) - around);
  return (
    // Reason: what scrolls must be reachable by keyboard.
    <pre className="import-lines" tabIndex={0} aria-label="原文">
      {lines.slice(from, from + 2 * around).map((text, index) => {
        const number = from + index + 1;
        const content = `${String(number).padStart(5)}  ${text}\n`;
        return number === line ? (
          <mark key={number} ref={marked}>
            {content}
          </mark>
        ) : (
          <span key={number}>{content}</span>
        );
      })}
    </pre>
  );
}
