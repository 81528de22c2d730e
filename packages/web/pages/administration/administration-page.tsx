// 管理: units, people, tasks with their deadlines, the journal, backup, and the sample data while they are there. Each
// part is shown to those who may do its act.

import type { Action } from "@jueming/server/contract/actions.ts";
import type { ReactNode } from "react";

import { mayAny, useSignedIn } from "../../api/session.ts";
import "../../look/severity.css";
import { PageFrame } from "../../parts/page-frame.tsx";
import type { Tab } from "../../parts/tabs.tsx";
import { Tabs } from "../../parts/tabs.tsx";
import { AccountList } from "./accounts/account-list.tsx";
import "./administration.css";
import { Backup } from "./backup.tsx";
import { Journal } from "./journal.tsx";
import { SampleData, useSample } from "./sample.tsx";
import { TaskList } from "./tasks/task-list.tsx";
import { UnitTree } from "./units/unit-tree.tsx";

const parts: readonly (Tab & { readonly needs: Action })[] = [
  { word: "units", name: "单位", needs: "unit.manage", content: () => <UnitTree /> },
  { word: "accounts", name: "用户", needs: "account.manage", content: () => <AccountList /> },
  { word: "tasks", name: "任务与期限", needs: "task.manage", content: () => <TaskList /> },
  { word: "journal", name: "操作日志", needs: "journal.read", content: () => <Journal /> },
  { word: "backup", name: "备份", needs: "backup.make", content: () => <Backup /> },
];

export function Page(): ReactNode {
  const session = useSignedIn();
  const { data: sample } = useSample(mayAny(session, ["sample.remove"]));
  const sampleTab: readonly Tab[] =
    sample == null
      ? []
      : [{ word: "sample", name: "示例数据", content: () => <SampleData sample={sample} /> }];
  const tabs: readonly Tab[] = parts.filter(({ needs }) => mayAny(session, [needs]));
  return (
    <PageFrame title="管理" intro="先登记单位，再开通用户，最后下达年度任务；每一步都记入操作日志。">
      <Tabs label="管理事项" tabs={[...tabs, ...sampleTab]} />
    </PageFrame>
  );
}
