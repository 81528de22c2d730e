// The desk: the sheet at the left, what is to be looked at at the right, keys for both.

import type { EditorView, ReportView } from "@jueming/server/contract/reports.ts";
import { pageOf } from "@jueming/server/contract/page.ts";
import type {
  CommentList,
  EvidenceList,
  ExplanationList,
  ReportSpot,
} from "@jueming/server/contract/review.ts";
import { queueLine } from "@jueming/server/contract/review.ts";
import { useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { useMemo, useRef, useState } from "react";

import { read } from "../../api/client.ts";
import type { EntryGridHandle } from "../../parts/entry-grid/entry-grid.tsx";
import type { Target } from "../../parts/entry-grid/targets.ts";
import { PageFrame } from "../../parts/page-frame.tsx";
import type { Decision } from "./decision-dialog.tsx";
import { DecisionDialog } from "./decision-dialog.tsx";
import { inOrder } from "./findings-list.tsx";
import { ReportFacts, ReportTools } from "./report-head.tsx";
import { marksOf, nameOf, sheetOf, spotIn, targetIn } from "./report-places.ts";
import type { Beside } from "./report-questions.ts";
import { useDeciding, useDifferences } from "./report-questions.ts";
import { ReportSheet } from "./report-sheet.tsx";
import { useReviewKeys } from "./review-keys.ts";
import { ReviewSide } from "./review-side.tsx";

/** Reviewed: what is known of the report. */
export interface Reviewed {
  readonly report: ReportView;
  readonly sheets: EditorView;
  readonly comments: CommentList | undefined;
  readonly explanations: ExplanationList | undefined;
  readonly evidence: EvidenceList | undefined;
}

/** ReviewDesk (审核台). */
export function ReviewDesk(reviewed: Reviewed): ReactNode {
  const { report, sheets } = reviewed;
  const { plan, live } = sheets;
  const navigate = useNavigate();
  const findings = useMemo(() => inOrder(live.findings), [live.findings]);
  const [current, setCurrent] = useState(-1);
  const { beside, setBeside, differences, marks } = useMarks(reviewed);
  const place = usePlace(plan);
  const next = useNext(report.ref);
  const [decision, setDecision] = useState<Decision | null>(null);
  const goOn = (): void =>
    void (next === null
      ? navigate({ to: "/review" })
      : navigate({ to: "/review/$report", params: { report: next } }));
  const may = (step: "pass" | "return"): boolean => report.steps.includes(step);
  const stand = (index: number): void => {
    setCurrent(index);
    const spot = findings[index]?.operands
      .map((operand) => spotIn(operand.spot))
      .find((one) => one !== undefined);
    if (spot !== undefined) place.go(spot);
  };
  useReviewKeys({
    j: findings.length === 0 ? undefined : () => stand(Math.min(current + 1, findings.length - 1)),
    k: findings.length === 0 ? undefined : () => stand(Math.max(current - 1, 0)),
    n: next === null ? undefined : goOn,
    u: () => void navigate({ to: "/review" }),
    p: may("pass") ? () => setDecision("passed") : undefined,
    r: may("return") ? () => setDecision("returned") : undefined,
  });
  return (
    <PageFrame
      title={report.unit.name}
      intro={<ReportFacts report={report} />}
      actions={<ReportTools report={report} next={next} onDecide={setDecision} />}
      isWide
    >
      <div className="reviewed">
        <ReportSheet report={report} sheets={sheets} marks={marks} place={place} />
        <ReviewSide
          reviewed={reviewed}
          findings={findings}
          current={current}
          beside={beside}
          differences={differences}
          standing={
            place.standing === null ? null : { spot: place.standing, name: nameOf(plan, place.standing) }
          }
          onStand={setCurrent}
          onBeside={setBeside}
          onGo={place.go}
        />
      </div>
      {decision === null ? null : (
        <Deciding report={report} decision={decision} onClose={() => setDecision(null)} onDone={goOn} />
      )}
    </PageFrame>
  );
}

/** What the report is compared with, and the marks of its cells. */
function useMarks({ report, sheets, comments }: Reviewed) {
  const { plan, live } = sheets;
  const [chosen, setBeside] = useState<Beside | null>(null);
  // Not kept from the beginning: a report that came back is seen in its old version for a moment.
  const beside = chosen ?? (report.version > 1 ? report.version - 1 : "last-year");
  const differences = useDifferences(report.ref, beside);
  const marks = useMemo(
    () =>
      marksOf(plan, {
        findings: live.findings,
        // From last year to this nearly every cell differs: that is read in the list.
        differences: beside === "last-year" ? [] : (differences.data?.items ?? []),
        comments: comments?.items ?? [],
      }),
    [plan, live.findings, beside, differences.data, comments],
  );
  return { beside, setBeside, differences, marks };
}

function Deciding({
  report,
  decision,
  onClose,
  onDone,
}: {
  readonly report: ReportView;
  readonly decision: Decision;
  readonly onClose: () => void;
  readonly onDone: () => void;
}): ReactNode {
  const decide = useDeciding(report.ref);
  const { error } = report.summary;
  return (
    <DecisionDialog
      decision={decision}
      about={report.unit.name}
      warning={error === 0 ? null : `报告还有 ${error} 个逻辑性错误，请确认。`}
      isBusy={decide.isPending}
      error={decide.error}
      onDecide={(opinion) =>
        decide.mutate(
          { revision: report.revision, decision, opinion },
          {
            onSuccess: () => {
              onClose();
              onDone();
            },
          },
        )
      }
      onClose={onClose}
    />
  );
}

/** Place: the sheet that is open, the cell where one stands, and going to a spot. */
export interface Place {
  readonly sheet: string;
  readonly standing: Target | null;
  readonly grid: React.RefObject<EntryGridHandle | null>;
  readonly wanted: Target | null;
  readonly open: (sheet: string) => void;
  readonly stand: (target: Target | null) => void;
  readonly go: (spot: ReportSpot) => void;
}

function usePlace(plan: EditorView["plan"]): Place {
  const [sheet, setSheet] = useState(plan.sheets[0]?.name ?? "");
  const [standing, setStanding] = useState<Target | null>(null);
  const [wanted, setWanted] = useState<Target | null>(null);
  const grid = useRef<EntryGridHandle>(null);
  const go = (spot: ReportSpot): void => {
    const own = sheetOf(plan, spot);
    if (own === undefined) return;
    setSheet(own);
    // A new object each time, so that one may go to the same cell again.
    const target = targetIn(plan, spot);
    setWanted(target === undefined ? null : { ...target });
  };
  return { sheet, standing, grid, wanted, open: setSheet, stand: setStanding, go };
}

const page = pageOf(queueLine);

/** The report after this one among those that wait for the reader. */
function useNext(ref: string): string | null {
  const { data } = useQuery({
    queryKey: ["reviews", "queue", "next"],
    queryFn: ({ signal }) => read(page, "/reviews/queue?limit=200", signal),
  });
  const refs = data?.items.map((line) => line.ref) ?? [];
  const at = refs.indexOf(ref);
  return refs[at + 1] ?? refs.find((one) => one !== ref) ?? null;
}
