// 公开、撤回公开、归档: the acts of those who put reports before the public, and the way to the public page. Each is asked
// about before it is done, because everybody sees what follows.

import type { ReportStep, ReportView } from "@jueming/server/contract/reports.ts";
import { Alert, Button, Input, Modal } from "antd";
import type { ReactNode } from "react";
import { useState } from "react";

import { useAct } from "../../api/acts.ts";
import { nothing } from "../../api/client.ts";
import { messageOf } from "../../api/problem.ts";

/** What an act is called, where it is sent, and what follows from it. */
interface PublicAct {
  readonly step: ReportStep;
  readonly word: string;
  readonly path: string;
  readonly follows: string;
  readonly asksReason?: boolean;
}

const acts: readonly PublicAct[] = [
  {
    step: "publish",
    word: "公开",
    path: "publication",
    follows: "生成正式文件，任何人都能在公开页面看到、下载这一版。发现有误时可以撤回公开。",
  },
  {
    step: "withdraw",
    word: "撤回公开",
    path: "withdrawal",
    follows: "公开页面不再显示这份报告，报告退回填报单位更正；数字改动后，各环节的审核须重新进行。",
    asksReason: true,
  },
  { step: "archive", word: "归档", path: "archive", follows: "归档后报告只能查看，公开的内容不变。" },
];

/** PublicationActs (公开、撤回公开、归档): those that the person may do now. */
export function PublicationActs({ report }: { readonly report: ReportView }): ReactNode {
  const [opened, setOpened] = useState<PublicAct | null>(null);
  const own = acts.filter(({ step }) => report.steps.includes(step));
  return (
    <>
      {report.publishedVersion === null ? null : (
        <Button href={`/units/${report.unit.ref}/${report.year}`}>看公开页面</Button>
      )}
      {own.map((act) => (
        <Button
          key={act.step}
          type={act.step === "publish" ? "primary" : "default"}
          onClick={() => setOpened(act)}
        >
          {act.word}
        </Button>
      ))}
      {opened === null ? null : <ActDialog report={report} act={opened} onClose={() => setOpened(null)} />}
    </>
  );
}

function ActDialog({
  report: { ref, revision, version, unit, year, kindName },
  act: { word, path, follows, asksReason = false },
  onClose,
}: {
  readonly report: ReportView;
  readonly act: PublicAct;
  readonly onClose: () => void;
}): ReactNode {
  const [reason, setReason] = useState("");
  const act = useAct(nothing, (body: object) => ({ method: "POST", path: `/reports/${ref}/${path}`, body }));
  const send = (): void =>
    act.mutate(asksReason ? { revision, reason: reason.trim() } : { revision }, { onSuccess: onClose });
  return (
    <Modal
      open
      title={`${word}：${unit.name}`}
      okText={`确认${word}`}
      cancelText="再看看"
      okButtonProps={{
        disabled: asksReason && reason.trim().length < 2,
        danger: asksReason,
        loading: act.isPending,
        // The dialog takes the focus to what it asks for.
        autoFocus: !asksReason,
      }}
      onOk={send}
      onCancel={onClose}
    >
      {act.error === null ? null : <Alert type="error" role="alert" title={messageOf(act.error)} />}
      <p>
        {year} 年度{kindName}，第 {version} 版。{follows}
      </p>
      {asksReason ? (
        <Input.TextArea
          aria-label="撤回的原因（必填）"
          placeholder="撤回的原因（必填）"
          autoFocus
          rows={2}
          maxLength={2000}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
      ) : null}
    </Modal>
  );
}
