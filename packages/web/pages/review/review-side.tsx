// The side of the desk: findings, differences, comments, evidence and explanations, opinions.

import type { FindingView } from "@jueming/server/contract/reports.ts";
import type { ReportSpot } from "@jueming/server/contract/review.ts";
import { aboutOf } from "@jueming/server/contract/review.ts";
import { Alert, Tabs } from "antd";
import type { ReactNode } from "react";
import { useState } from "react";

import { messageOf } from "../../api/problem.ts";
import { useCommenting } from "../../parts/comments/comment-questions.ts";
import { CommentsList } from "../../parts/comments/comments-list.tsx";
import { DifferencesList } from "./differences-list.tsx";
import { FindingsList } from "./findings-list.tsx";
import { EvidenceList, ExplanationsList, OpinionsList } from "./opinions-list.tsx";
import { spotIn } from "./report-places.ts";
import type { Beside, useDifferences } from "./report-questions.ts";
import type { Reviewed } from "./review-desk.tsx";

interface SideInput {
  readonly reviewed: Reviewed;
  readonly findings: readonly FindingView[];
  readonly current: number;
  readonly beside: Beside;
  readonly differences: ReturnType<typeof useDifferences>;
  readonly standing: { readonly spot: ReportSpot; readonly name: string } | null;
  readonly onStand: (index: number) => void;
  readonly onBeside: (beside: Beside) => void;
  readonly onGo: (spot: ReportSpot) => void;
}

/** ReviewSide (审核栏). */
export function ReviewSide(input: SideInput): ReactNode {
  const { reviewed, findings } = input;
  const { report, comments, explanations, evidence } = reviewed;
  const [tab, setTab] = useState("findings");
  const kept = evidence?.items.filter(({ removedAt }) => removedAt === null) ?? [];
  return (
    <aside className="reviewed-side" aria-label="审核内容">
      <Tabs
        activeKey={tab}
        onChange={setTab}
        size="small"
        items={[
          {
            key: "findings",
            label: `问题 ${findings.length}`,
            children: <Findings {...input} onAsked={() => setTab("comments")} />,
          },
          { key: "differences", label: "差异", children: <Differences {...input} /> },
          {
            key: "comments",
            label: `批注 ${comments?.items.length ?? 0}`,
            children: <Comments {...input} />,
          },
          { key: "evidence", label: `材料 ${kept.length}`, children: <Evidence {...input} /> },
          {
            key: "opinions",
            label: `意见 ${report.reviews.length}`,
            children: (
              <>
                <OpinionsList reviews={report.reviews} />
                <ExplanationsList items={explanations?.items ?? []} />
              </>
            ),
          },
        ]}
      />
    </aside>
  );
}

function Findings({
  reviewed: { report, sheets, comments, explanations },
  findings,
  current,
  onStand,
  onGo,
  onAsked,
}: SideInput & { readonly onAsked: () => void }): ReactNode {
  const ask = useCommenting(report.ref);
  const onAsk = (finding: FindingView): void => {
    const spot = finding.operands.map((operand) => spotIn(operand.spot)).find((one) => one !== undefined);
    const about = spot === undefined ? null : aboutOf(spot);
    ask.mutate({ kind: "question", about, text: `${finding.message}请核实并说明。` }, { onSuccess: onAsked });
  };
  return (
    <>
      {ask.isError ? <Alert type="error" role="alert" title={messageOf(ask.error)} /> : null}
      <FindingsList
        findings={findings}
        all={sheets.live.findings}
        current={current}
        explained={explanations?.findings ?? []}
        onGo={onGo}
        onStand={onStand}
        onAsk={comments?.mayAsk === true ? onAsk : undefined}
      />
    </>
  );
}

const Differences = ({ reviewed, beside, differences, onBeside, onGo }: SideInput): ReactNode => (
  <DifferencesList
    beside={beside}
    choices={besideChoices(reviewed.report)}
    differences={differences.data ?? null}
    isPending={differences.isPending}
    onBeside={onBeside}
    onGo={onGo}
  />
);

const Comments = ({ reviewed: { report, comments }, standing, onGo }: SideInput): ReactNode => (
  <CommentsList
    report={report.ref}
    comments={comments?.items ?? []}
    mayComment={comments?.mayComment === true}
    mayAsk={comments?.mayAsk === true}
    standing={standing}
    onGo={onGo}
  />
);

const Evidence = ({ reviewed: { report, evidence }, onGo }: SideInput): ReactNode => (
  <EvidenceList
    report={report.ref}
    items={evidence?.items ?? []}
    mayDownload={report.steps.includes("download")}
    onGo={onGo}
  />
);

/** What a report can be compared with: earlier versions, newest first, and last year. */
function besideChoices({ versions, version, year }: Reviewed["report"]) {
  const earlier = versions
    .filter((one) => one.version < version)
    .map((one): { value: Beside; label: string } => ({
      value: one.version,
      label: `与第 ${one.version} 版对比`,
    }));
  return [...earlier, { value: "last-year" as const, label: `与 ${year - 1} 年度对比` }];
}
