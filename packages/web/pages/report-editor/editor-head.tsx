// Above the editor: which report this is, whether it is saved, and what can be done with it as a whole.

import type { EntryPlan } from "@jueming/server/contract/entry.ts";
import type { ReportProgress } from "@jueming/server/contract/report-editing.ts";
import type { ReportView } from "@jueming/server/contract/reports.ts";
import { Link } from "@tanstack/react-router";
import { Button, Drawer, Dropdown } from "antd";
import type { ReactNode } from "react";
import { memo, useState } from "react";

import { downloadAddress } from "../../api/client.ts";
import { PreviewPane } from "../../parts/preview-pane/preview-pane.tsx";
import type { EntryHistory } from "../../parts/entry-grid/use-entry-grid.ts";
import { PublicationActs } from "../../parts/publication/publication-acts.tsx";
import { ImportDialog } from "./importing/import-dialog.tsx";
import { LastYearDialog } from "./last-year-dialog.tsx";
import { SavingLine } from "./saving/saving-line.tsx";
import type { EditedReport } from "./saving/use-draft.ts";
import { SubmissionDialog } from "./submission-dialog.tsx";

type Opened = "submission" | "last-year" | "import" | "preview" | null;

interface HeadInput {
  readonly report: ReportView;
  readonly edited: EditedReport;
  readonly progress: ReportProgress | undefined;
  readonly plan: EntryPlan;
  /** What is taken over can be undone like what is typed. */
  readonly onTake: EntryHistory["submit"];
  readonly onChanged: () => void;
}

/** EditorHead (报告标题与操作). */
export function EditorHead(input: HeadInput): ReactNode {
  const { report, edited } = input;
  const [opened, setOpened] = useState<Opened>(null);
  const close = (): void => setOpened(null);
  return (
    <header className="editor-head">
      <div className="editor-title">
        <p className="soft">
          <Link to="/reports">报告</Link> / {report.editionName}
        </p>
        <h1>
          {report.unit.name} {report.year} 年度{report.kindName}
        </h1>
        <Standing report={report} />
      </div>
      {report.steps.includes("edit") ? (
        <SavingLine edited={edited} />
      ) : (
        <p className="saving soft">{report.stateName}，只能查看</p>
      )}
      <Acts report={report} onOpen={setOpened} />
      <Dialogs {...input} opened={opened} onClose={close} />
      <Preview
        report={report}
        revision={edited.live.revision}
        isOpen={opened === "preview"}
        onClose={close}
      />
    </header>
  );
}

/** What can be done with the report; drawn anew only when that changes, not with each keystroke. */
const Acts = memo(EditorActs);

function EditorActs({
  report,
  onOpen,
}: {
  readonly report: ReportView;
  readonly onOpen: (what: Opened) => void;
}): ReactNode {
  return (
    <div className="editor-acts">
      {report.steps.includes("edit") ? (
        <>
          <Button onClick={() => onOpen("import")}>导入文件</Button>
          <Button onClick={() => onOpen("last-year")}>从上年带入</Button>
        </>
      ) : null}
      <Button onClick={() => onOpen("preview")}>草稿预览</Button>
      <Downloads report={report} />
      {report.steps.includes("submit") ? (
        <Button type="primary" onClick={() => onOpen("submission")}>
          送审
        </Button>
      ) : null}
      <PublicationActs report={report} />
    </div>
  );
}

function Dialogs({
  opened,
  onClose,
  report,
  plan,
  edited,
  progress,
  onTake,
  onChanged,
}: HeadInput & { readonly opened: Opened; readonly onClose: () => void }): ReactNode {
  const shared = { report, edited, onClose };
  if (opened === "submission")
    return <SubmissionDialog {...shared} progress={progress} onSubmitted={onChanged} />;
  if (opened === "last-year") return <LastYearDialog {...shared} plan={plan} onTake={onTake} />;
  return opened === "import" ? <ImportDialog {...shared} plan={plan} onTake={onTake} /> : null;
}

function Preview({
  report: { ref, unit },
  revision,
  isOpen,
  onClose,
}: {
  readonly report: ReportView;
  readonly revision: number;
  readonly isOpen: boolean;
  readonly onClose: () => void;
}): ReactNode {
  // A new revision is a new address, so that the frame is drawn anew.
  const address = downloadAddress(`/reports/${ref}/files/html?inline=1&at=${revision}`);
  return (
    <Drawer open={isOpen} onClose={onClose} title="草稿预览" placement="right" size="min(72vw, 1100px)">
      <PreviewPane title={unit.name} address={isOpen ? address : null} />
    </Drawer>
  );
}

function Standing({ report: { stateName, due, overdue, returned, task } }: { readonly report: ReportView }) {
  return (
    <p className="soft">
      {stateName}
      {due === null ? "" : `，${due} 前完成`}
      {overdue ? <strong className="late">（已逾期）</strong> : null}
      {task === null ? "" : ` · ${task.title}`}
      {returned === null ? null : <span className="returned">退回意见：{returned}</span>}
    </p>
  );
}

const formats = [
  ["docx", "Word 文档"],
  ["pdf", "PDF"],
  ["xlsx", "Excel 表格"],
  ["html", "网页"],
  ["json", "数据（JSON）"],
] as const;

function Downloads({ report }: { readonly report: ReportView }): ReactNode {
  const address = (path: string): string => downloadAddress(`/reports/${report.ref}/${path}`);
  const link = (path: string, words: string, isOpened = false): ReactNode => (
    <a href={address(path)} {...(isOpened ? { target: "_blank", rel: "noreferrer" } : { download: true })}>
      {words}
    </a>
  );
  const items = [
    ...formats.map(([format, words]) => ({
      key: format,
      label: link(`files/${format}`, `${words}（草稿）`),
    })),
    { key: "open-pdf", label: link("files/pdf?inline=1", "在新窗口看 PDF", true) },
    { key: "workbook", label: link("workbook", "录入底稿（已填内容）") },
    ...report.versions.map(({ version }) => ({
      key: `v${version}`,
      label: link(`files/docx?version=${version}`, `第 ${version} 版（Word）`),
    })),
  ];
  return (
    <Dropdown
      menu={{ items }}
      trigger={["click"]}
      // In the header, so that it belongs to a part of the page.
      getPopupContainer={({ parentElement }) => parentElement ?? document.body}
    >
      <Button aria-haspopup="menu">下载 ▾</Button>
    </Dropdown>
  );
}
