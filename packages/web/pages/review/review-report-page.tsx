// 审核报告: the sheets of a report with what was found and said of them marked in them; beside them findings,
// differences, comments, evidence and opinions; passed on or returned.

import type { EditorView, ReportView } from "@jueming/server/contract/reports.ts";
import { useParams } from "@tanstack/react-router";
import type { ReactNode } from "react";

import { Loaded } from "../../parts/states.tsx";
import { useReviewed } from "./report-questions.ts";
import { ReviewDesk } from "./review-desk.tsx";
import "./review.css";

export function Page(): ReactNode {
  const params: { readonly report?: string } = useParams({ strict: false });
  const ref = params.report ?? "";
  return <Opened key={ref} report={ref} />;
}

function Opened({ report }: { readonly report: string }): ReactNode {
  const { report: view, entries, comments, explanations, evidence } = useReviewed(report);
  return (
    <Loaded query={view}>
      {(opened: ReportView) => (
        <Loaded query={entries}>
          {(sheets: EditorView) => (
            <ReviewDesk
              report={opened}
              sheets={sheets}
              comments={comments.data}
              explanations={explanations.data}
              evidence={evidence.data}
            />
          )}
        </Loaded>
      )}
    </Loaded>
  );
}
