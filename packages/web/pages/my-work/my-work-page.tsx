// 我的工作: what waits for me, what came back, what is due, and how far my units have come; each leads to its list.

import { reportCounts } from "@jueming/server/contract/reports.ts";
import type { MyWork } from "@jueming/server/contract/review.ts";
import { myWork } from "@jueming/server/contract/review.ts";
import type { Session } from "@jueming/server/contract/session.ts";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";

import { read } from "../../api/client.ts";
import { mayAny, useSession } from "../../api/session.ts";
import { PageFrame, Panel } from "../../parts/page-frame.tsx";
import { EmptyState, Loaded } from "../../parts/states.tsx";
import { Deadlines } from "./deadlines.tsx";
import { Progress } from "./progress.tsx";
import "./my-work.css";

export function Page(): ReactNode {
  const session = useSession();
  return (
    <PageFrame title="我的工作" intro="等您办理的、退回的、到期的，都在这里。">
      <Loaded query={session}>
        {(current) =>
          current === null ? null : mayAny(current, ["report.read"]) ? (
            <Work session={current} />
          ) : (
            <Elsewhere />
          )
        }
      </Loaded>
    </PageFrame>
  );
}

/** Administrators see no reports; their work is elsewhere. */
function Elsewhere(): ReactNode {
  return (
    <Panel>
      <EmptyState title="没有待办的报告" action={<Link to="/administration">去管理</Link>}>
        您负责系统管理：先建立单位和用户，再下达年度任务，各单位即可开始填报。
      </EmptyState>
    </Panel>
  );
}

const REVIEWS = [
  "review.unit",
  "review.department",
  "review.finance",
  "review.secrecy",
  "report.publish",
] as const;

function Work({ session }: { readonly session: Session }): ReactNode {
  const counts = useQuery({
    queryKey: ["my-work", "counts"],
    queryFn: ({ signal }) => read(reportCounts, "/reports/counts", signal),
  });
  const work = useQuery({
    queryKey: ["my-work"],
    queryFn: ({ signal }) => read(myWork, "/my-work", signal),
  });
  const desk = mayAny(session, REVIEWS) ? "/review" : "/reports";
  return (
    <Loaded query={counts}>
      {({ waiting, returned, overdue, byState }) => (
        <>
          <ul className="tallies" aria-label="待办">
            <Tally
              word={desk === "/review" ? "等我审核" : "等我填报、送审"}
              count={waiting}
              to={desk}
              only="waiting"
            />
            <Tally word="已退回，待修改" count={returned} to={desk} only="returned" isPressing />
            <Tally word="已逾期" count={overdue} to={desk} only="overdue" isPressing />
          </ul>
          <Loaded query={work}>
            {(shown) =>
              Object.keys(byState).length === 0 ? (
                <NothingYet session={session} />
              ) : (
                <Sections work={shown} desk={desk} />
              )
            }
          </Loaded>
        </>
      )}
    </Loaded>
  );
}

function Tally({
  word,
  count,
  to,
  only,
  isPressing = false,
}: {
  readonly word: string;
  readonly count: number;
  readonly to: string;
  readonly only: string;
  readonly isPressing?: boolean;
}): ReactNode {
  return (
    <li>
      <Link to={to} search={{ only }} className={isPressing && count > 0 ? "tally tally-pressing" : "tally"}>
        <span>{word}</span>
        <strong>{count}</strong>
        <span className="soft">{count === 0 ? "没有" : "份，去办理"}</span>
      </Link>
    </li>
  );
}

function Sections({ work, desk }: { readonly work: MyWork; readonly desk: string }): ReactNode {
  return (
    <>
      <Panel title="期限">
        <Deadlines deadlines={work.deadlines} today={work.today} desk={desk} />
      </Panel>
      <Panel title="进度">
        <Progress lines={work.progress} desk={desk} />
      </Panel>
    </>
  );
}

function NothingYet({ session }: { readonly session: Session }): ReactNode {
  const manages = mayAny(session, ["task.manage"]);
  return (
    <Panel>
      <EmptyState
        title="还没有报告"
        action={
          manages ? <Link to="/administration">去下达年度任务</Link> : <Link to="/forms">先看看表样</Link>
        }
      >
        {manages
          ? "下达年度任务后，各单位的报告会自动建立并列在这里。"
          : "财政部门下达年度任务后，您的报告会自动出现在这里。现在可以先了解本地区的表样和规则。"}
      </EmptyState>
    </Panel>
  );
}
