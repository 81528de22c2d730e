// The document and the findings side by side; a figure of a finding leads to its place in the document.

import type {
  BulkFileView,
  BulkFindings,
  PlacedFinding,
  ShownDocumentView,
  ShownMark,
} from "@jueming/server/contract/bulk-checks.ts";
import { useNavigate } from "@tanstack/react-router";
import { Segmented } from "antd";
import type { ReactNode } from "react";
import { useState } from "react";

import type { FindingPlace } from "../../parts/findings-panel/finding.ts";
import { DocumentPane } from "../../parts/document-pane/document-pane.tsx";
import { FindingsPanel } from "../../parts/findings-panel/findings-panel.tsx";
import { EmptyState } from "../../parts/states.tsx";
import { ExcerptNote } from "./excerpt-note.tsx";

type Which = "own" | "together";

/** What is in question now: a finding, and the place that was asked for. */
interface Current {
  readonly finding: number;
  readonly marks: readonly ShownMark[];
  readonly target: ShownMark | undefined;
}

/** FileDesk (核对台). */
export function FileDesk({
  check,
  view,
  document,
}: {
  readonly check: string;
  readonly view: BulkFileView;
  readonly document: ShownDocumentView;
}): ReactNode {
  const navigate = useNavigate();
  const [which, setWhich] = useState<Which>("own");
  const [current, setCurrent] = useState<Current | null>(() => worst(view, document));
  const shown = view[which] ?? { findings: [], notChecked: [] };
  const go = (place: FindingPlace): void => {
    const finding = shown.findings.findIndex(({ operands }) => operands.some((each) => each.place === place));
    const elsewhere = view.unitFiles.find(
      ({ source }) => source === place["source"] && source !== view.file.source,
    );
    if (elsewhere !== undefined)
      void navigate({
        to: "/bulk-check/$check/$file",
        params: { check, file: `${elsewhere.position}` },
      });
    else setCurrent(currentOf(finding, shown.findings, document.marks[which], place));
  };
  const excerpts =
    which === "own" && current !== null && current.marks.length === 0
      ? (document.excerpts.find(({ finding }) => finding === current.finding)?.shown ?? [])
      : null;
  return (
    <div className="file-desk">
      <section className="file-document" aria-label="原文">
        <h2 className="read-aloud">原文</h2>
        {excerpts === null ? null : <ExcerptNote excerpts={excerpts} />}
        <DocumentPane
          blocks={document.blocks}
          isCut={document.isCut}
          marks={current?.marks ?? []}
          target={current?.target}
        />
      </section>
      <section className="file-findings" aria-label="问题">
        <h2 className="read-aloud">问题</h2>
        {view.together === null ? null : (
          <Segmented<Which>
            block
            aria-label="核对范围"
            value={which}
            options={[
              { value: "own", label: `本文件（${view.own?.findings.length ?? 0}）` },
              { value: "together", label: `同单位材料合并（${view.together.findings.length}）` },
            ]}
            onChange={setWhich}
          />
        )}
        <Findings shown={shown} onGo={go} />
      </section>
    </div>
  );
}

function Findings({
  shown: { findings, notChecked },
  onGo,
}: {
  readonly shown: BulkFindings;
  readonly onGo: (place: FindingPlace) => void;
}): ReactNode {
  if (findings.length === 0 && notChecked.length === 0)
    return <EmptyState title="没有发现问题">各项核对均已通过。</EmptyState>;
  return <FindingsPanel findings={findings} notChecked={notChecked} onGo={onGo} />;
}

const ranks = ["error", "warning", "hint"] as const;

/** At first the worst finding that stands somewhere in the document. */
function worst({ own }: BulkFileView, { marks }: ShownDocumentView): Current | null {
  const findings = own?.findings ?? [];
  const marked = new Set(marks.own.map(({ finding }) => finding));
  const [first] = [...marked].toSorted((a, b) => rankOf(findings[a]) - rankOf(findings[b]) || a - b);
  return first === undefined ? null : currentOf(first, findings, marks.own);
}

const rankOf = (finding: PlacedFinding | undefined): number =>
  finding === undefined ? ranks.length : ranks.indexOf(finding.severity);

/** The marks of a finding, and the one of the figure that was asked for. */
export function currentOf(
  finding: number,
  findings: readonly PlacedFinding[],
  marks: readonly ShownMark[],
  place?: FindingPlace,
): Current {
  const own = marks.filter((mark) => mark.finding === finding);
  const operand = findings[finding]?.operands.find((each) => each.place === place);
  const target = own.find(({ words }) => operand !== undefined && words === operand.value) ?? own[0];
  return { finding, marks: own, target };
}
