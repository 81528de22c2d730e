// The side of the desk: findings, differences, comments, evidence and explanations, opinions.

import type { FindingView } from "@jueming/server/contract/reports.ts";
import type { ReportSpot } from "@jueming/server/contract/review.ts";
import { aboutOf } from "@jueming/server/contract/review.ts";
import { Alert, Tabs } from "antd";
import type { ReactNode } from "react";
import { useState } from "react";

import { messageOf } from "../../api/problem.ts";
import { CommentsList } from "./comments-list.tsx";
import { DifferencesList } from "./differences-list.tsx";
import { FindingsList } from "./findings-list.tsx";
import { EvidenceList, ExplanationsList, OpinionsList } from "./opinions-list.tsx";
import { spotIn } from "./report-places.ts";
import type { Beside, useDifferences } from "./report-questions.ts";
import { useCommenting } from "./report-questions.ts";
import type { Reviewed } from "./review-desk.tsx";

/** ReviewSide (审核栏). */
export function ReviewSide({
  reviewed: { report, sheets, comments, explanations, evidence },
  findings,
  current,
  beside,
  differences,
  standing,
  onStand,
  onBeside,
  onGo,
}: {
  readonly reviewed: Reviewed;
  readonly findings: readonly FindingView[];
  readonly current: number;
  readonly beside: Beside;
  readonly differences: ReturnType<typeof useDifferences>;
  readonly standing: { readonly spot: ReportSpot; readonly name: string } | null;
  readonly onStand: (index: number) => void;
  readonly onBeside: (beside: Beside) => void;
  readonly onGo: (spot: ReportSpot) => void;
}): ReactNode {
  const [tab, setTab] = useState("findings");
  const ask = useCommenting(report.ref);
  const onAsk = (finding: FindingView): void => {
    const spot = finding.operands.map((operand) => spotIn(operand.spot)).find((one) => one !== undefined);
    const about = spot === undefined ? null : aboutOf(spot);
    const text = `${finding.message}请核实并说明。`;
    ask.mutate({ kind: "question", about, text }, { onSuccess: () => setTab("comments") });
  };
  const kept = evidence?.items ?? [];
  const items = [
    {
      key: "findings",
      label: `问题 ${findings.length}`,
      children: (
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
      ),
    },
    {
      key: "differences",
      label: "差异",
      children: (
        <DifferencesList
          beside={beside}
          choices={besideChoices(report)}
          differences={differences.data ?? null}
          isPending={differences.isPending}
          onBeside={onBeside}
          onGo={onGo}
        />
      ),
    },
    {
      key: "comments",
      label: `批注 ${comments?.items.length ?? 0}`,
      children: (
        <CommentsList
          report={report.ref}
          comments={comments?.items ?? []}
          mayComment={comments?.mayComment === true}
          mayAsk={comments?.mayAsk === true}
          standing={standing}
          onGo={onGo}
        />
      ),
    },
    {
      key: "evidence",
      label: `材料 ${kept.filter(({ removedAt }) => removedAt === null).length}`,
      children: (
        <EvidenceList
          report={report.ref}
          items={kept}
          mayDownload={report.steps.includes("download")}
          onGo={onGo}
        />
      ),
    },
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
  ];
  return (
    <aside className="reviewed-side" aria-label="审核内容">
      <Tabs activeKey={tab} onChange={setTab} items={items} size="small" />
    </aside>
  );
}

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
