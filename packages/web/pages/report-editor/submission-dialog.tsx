// 送审: what is still open, and the way to it. Errors and gaps hold it up; what must be explained is shown.

import type { ReportProgress } from "@jueming/server/contract/report-editing.ts";
import type { ReportView } from "@jueming/server/contract/reports.ts";
import { useMutation } from "@tanstack/react-query";
import { Alert, Modal } from "antd";
import type { ReactNode } from "react";
import { useState } from "react";

import { ask, nothing } from "../../api/client.ts";
import { messageOf } from "../../api/problem.ts";
import { SeverityMark } from "../../look/severity.tsx";
import type { EditedReport } from "./saving/use-draft.ts";

/** SubmissionDialog (送审). */
export function SubmissionDialog({
  report,
  edited,
  progress,
  onClose,
  onSubmitted,
}: {
  readonly report: ReportView;
  readonly edited: EditedReport;
  readonly progress: ReportProgress | undefined;
  readonly onClose: () => void;
  readonly onSubmitted: () => void;
}): ReactNode {
  const [note, setNote] = useState("");
  const submit = useMutation({
    mutationFn: () =>
      ask(nothing, `/reports/${report.ref}/submission`, {
        method: "POST",
        body: { revision: edited.live.revision, note },
      }),
    onSuccess: onSubmitted,
  });
  const isHeldUp = holdsUp(edited);
  return (
    <Modal
      open
      title="送审"
      onCancel={onClose}
      okText="确认送审"
      cancelText="返回修改"
      okButtonProps={{ disabled: isHeldUp, loading: submit.isPending }}
      onOk={() => submit.mutate()}
    >
      <div className="submission">
        {isHeldUp ? (
          <p>下列事项处理完后才能送审：</p>
        ) : (
          <p>送审后由单位审核人审核，审核期间不能再修改；需要修改时由审核人退回。</p>
        )}
        <OpenPoints edited={edited} progress={progress} />
        {isHeldUp ? null : (
          <textarea
            className="submission-note"
            aria-label="送审说明"
            placeholder="送审说明（可不填）"
            rows={3}
            maxLength={2000}
            value={note}
            onChange={(event) => setNote(event.target.value)}
          />
        )}
        {submit.error === null ? null : <Alert type="error" showIcon title={messageOf(submit.error)} />}
      </div>
    </Modal>
  );
}

/** True while something has to be done before the report may go on. */
function holdsUp({ draft, live }: EditedReport): boolean {
  const { pending, conflicts } = draft;
  return [pending, conflicts, live.missing, live.problems, errorsOf(live)].some(({ length }) => length > 0);
}

const errorsOf = ({ findings }: EditedReport["live"]): EditedReport["live"]["findings"] =>
  findings.filter(({ severity }) => severity === "error");

function OpenPoints({
  edited: { draft, live },
  progress,
}: {
  readonly edited: EditedReport;
  readonly progress: ReportProgress | undefined;
}): ReactNode {
  const { pending, conflicts } = draft;
  const unexplained = live.findings.filter(
    ({ kind, explanation, severity }) =>
      kind === "explain" && severity !== "error" && (explanation ?? "") === "",
  );
  return (
    <ul>
      {pending.length > 0 ? <li>还有 {pending.length} 处修改没有保存</li> : null}
      {conflicts.length > 0 ? <li>有 {conflicts.length} 处与他人的修改冲突，须选定</li> : null}
      {live.problems.map(({ message }) => (
        <li key={message}>填写不对：{message}</li>
      ))}
      <Listed title="错误（须更正）" texts={errorsOf(live).map(({ message }) => message)} severity="error" />
      <Listed
        title="还没有填写"
        texts={progress?.missing.map(({ text }) => text) ?? live.missing}
        severity={null}
      />
      <Listed
        title="需要说明的（不影响送审，审核时会要求）"
        texts={unexplained.map(({ message }) => message)}
        severity="warning"
      />
      {live.notChecked.length > 0 ? (
        <li>另有 {live.notChecked.length} 项未能核对，见右侧“未能核对”</li>
      ) : null}
    </ul>
  );
}

const mostShown = 8;

function Listed({
  title,
  texts,
  severity,
}: {
  readonly title: string;
  readonly texts: readonly string[];
  readonly severity: "error" | "warning" | null;
}): ReactNode {
  if (texts.length === 0) return null;
  return (
    <li>
      {severity === null ? null : <SeverityMark severity={severity} />} {title}：{texts.length} 处
      <ul>
        {texts.slice(0, mostShown).map((text, index) => (
          <li key={`${index} ${text}`}>{text}</li>
        ))}
        {texts.length > mostShown ? <li>……</li> : null}
      </ul>
    </li>
  );
}
