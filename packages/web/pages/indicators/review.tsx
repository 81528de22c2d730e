// 评审: the indicators of a report's projects, held against the library.

import type { IndicatorReviewView } from "@jueming/server/contract/reference-works.ts";
import { indicatorReview } from "@jueming/server/contract/reference-works.ts";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";

import { read } from "../../api/client.ts";
import { withWords } from "../../api/lists.ts";
import { SeverityMark } from "../../look/severity.tsx";
import { useAddress } from "../../parts/address.ts";
import { Panel } from "../../parts/page-frame.tsx";
import { ReportPicker } from "../../parts/report-picker/report-picker.tsx";
import { EmptyState, Loaded } from "../../parts/states.tsx";

type Project = IndicatorReviewView["projects"][number];

/** Review (评审一份报告的指标). */
export function Review(): ReactNode {
  const { words, change } = useAddress();
  const report = words["report"] ?? null;
  const query = useQuery({
    queryKey: ["indicator review", report],
    queryFn: ({ signal }) => read(indicatorReview, withWords("/indicators/review", { report }), signal),
    enabled: report !== null,
  });
  return (
    <Panel>
      <div className="list-tools">
        <label htmlFor="review-report">报告</label>
        <div className="review-report">
          <ReportPicker id="review-report" value={report} onChange={(next) => change({ report: next })} />
        </div>
      </div>
      {report === null ? (
        <EmptyState title="选一份报告，看它的指标">
          逐个项目对照指标库：哪些是库中的指标，哪些空泛、难以衡量或相互重复。
        </EmptyState>
      ) : (
        <Loaded query={query}>{(found) => <Projects found={found} />}</Loaded>
      )}
    </Panel>
  );
}

function Projects({ found: { projects } }: { readonly found: IndicatorReviewView }): ReactNode {
  if (projects.length === 0)
    return <EmptyState title="这份报告没有项目自评">填报项目和指标后再看。</EmptyState>;
  return (
    <div className="indicator-review">
      {projects.map((project) => (
        <ProjectReview key={project.name} project={project} />
      ))}
    </div>
  );
}

function ProjectReview({
  project: { name, indicators, known, hints },
}: {
  readonly project: Project;
}): ReactNode {
  return (
    <section>
      <h2>
        {name} <span className="soft">{indicators} 个指标</span>
      </h2>
      {hints.length === 0 ? (
        <p className="soft">没有需要改进之处。</p>
      ) : (
        <ul>
          {hints.map(({ indicator, severity, message, advice, basis }) => (
            <li key={`${indicator ?? ""} ${message}`}>
              <SeverityMark severity={severity} /> {indicator === null ? "" : `${indicator}：`}
              {message} {advice} <span className="soft">（{basis}）</span>
            </li>
          ))}
        </ul>
      )}
      {known.length === 0 ? null : (
        <p>
          库中的指标：
          {known.map(({ name: own, entry, entryName }, index) => (
            <span key={`${own} ${entry}`}>
              {index === 0 ? "" : "、"}
              <Link to="." search={{ tab: "library", entry }}>
                {own === entryName ? own : `${own}（即“${entryName}”）`}
              </Link>
            </span>
          ))}
        </p>
      )}
    </section>
  );
}
