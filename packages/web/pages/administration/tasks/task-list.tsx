// 任务与期限: what the units have to hand in until when, and how far they are.

import { taskViews } from "@jueming/server/contract/administration.ts";
import type { TaskView } from "@jueming/server/contract/administration.ts";
import { KIND_NAMES, REPORT_STATES, STATE_NAMES } from "@jueming/server/contract/report-states.ts";
import type { ReportState } from "@jueming/server/contract/report-states.ts";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { Button } from "antd";
import type { ReactNode } from "react";
import { useState } from "react";

import { read } from "../../../api/client.ts";
import type { Column } from "../../../parts/list-table/list-table.tsx";
import { ListTable } from "../../../parts/list-table/list-table.tsx";
import { Panel } from "../../../parts/page-frame.tsx";
import { EmptyState, Loaded } from "../../../parts/states.tsx";
import { TaskForm } from "./task-form.tsx";

const done: readonly ReportState[] = ["published", "rectifying", "archived"];

/** TaskList (任务与期限). */
export function TaskList(): ReactNode {
  const [open, setOpen] = useState<TaskView | "new" | null>(null);
  const tasks = useQuery({
    queryKey: ["tasks"],
    queryFn: ({ signal }) => read(taskViews, "/administration/tasks", signal),
  });
  const add = (
    <Button type="primary" onClick={() => setOpen("new")}>
      下达任务
    </Button>
  );
  return (
    <Panel title="年度任务" extra={add}>
      <Loaded query={tasks}>
        {({ items }) =>
          items.length === 0 ? (
            <EmptyState title="还没有下达任务" action={add}>
              下达后，所选单位各得到一份空白报告，填报人即可在“我的工作”看到。
            </EmptyState>
          ) : (
            <ListTable
              caption="年度任务"
              columns={columnsOf(setOpen)}
              items={items}
              keyOf={({ ref }) => ref}
            />
          )
        }
      </Loaded>
      {open === null ? null : <TaskForm task={open === "new" ? null : open} onClose={() => setOpen(null)} />}
    </Panel>
  );
}

const columnsOf = (onOpen: (task: TaskView) => void): readonly Column<TaskView>[] => [
  {
    title: "任务",
    cell: ({ title, kind, year, closed }) => (
      <>
        <strong>{title}</strong>
        <br />
        <span className="soft">
          {year}年度 · {KIND_NAMES[kind]}
          {closed ? " · 已结束" : ""}
        </span>
      </>
    ),
  },
  { title: "期限", cell: (task) => <Deadlines task={task} /> },
  { title: "进度", cell: (task) => <Progress task={task} /> },
  {
    title: "操作",
    width: "80px",
    cell: (task) => (
      <Button size="small" aria-label={`调整${task.title}`} onClick={() => onOpen(task)}>
        调整
      </Button>
    ),
  },
];

function Deadlines({ task }: { readonly task: TaskView }): ReactNode {
  return (
    <ul className="grant-list">
      <li>填报 {task.dueFilling}</li>
      <li>主管部门审核 {task.dueDepartment}</li>
      <li>财政审核 {task.dueFinance}</li>
      <li>公开 {task.duePublication}</li>
    </ul>
  );
}

/** How many reports are where; each state leads to its list. */
function Progress({ task: { states, year, kind } }: { readonly task: TaskView }): ReactNode {
  const total = Object.values(states).reduce((sum, count) => sum + count, 0);
  const finished = done.reduce((sum, state) => sum + (states[state] ?? 0), 0);
  const waiting = states["filling"] ?? 0;
  if (total === 0) return <span className="soft">没有报告</span>;
  const share = (count: number): string => `${(100 * count) / total}%`;
  return (
    <>
      已公开 {finished} / {total}
      <span className="progress-bar" aria-hidden="true">
        <span className="progress-done" style={{ width: share(finished) }} />
        <span className="progress-under-way" style={{ width: share(total - finished - waiting) }} />
      </span>
      <ul className="grant-list">
        {REPORT_STATES.filter((state) => (states[state] ?? 0) > 0).map((state) => (
          <li key={state}>
            <Link to="/reports" search={{ year, kind, state }}>
              {STATE_NAMES[state]} {states[state]}
            </Link>
          </li>
        ))}
      </ul>
    </>
  );
}
