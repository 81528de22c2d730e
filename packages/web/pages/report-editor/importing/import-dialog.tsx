// 导入文件: a document is read by the server, and what was read is confirmed beside it — the document at the left with
// the place marked, the values at the right, doubtful ones first. Only then does it stand in the report.

import type { EntryChange, EntryPlan } from "@jueming/server/contract/entry.ts";
import type { ImportReading } from "@jueming/server/contract/report-editing.ts";
import { importReading } from "@jueming/server/contract/report-editing.ts";
import type { ReportView } from "@jueming/server/contract/reports.ts";
import { useMutation } from "@tanstack/react-query";
import { Alert, Button, Modal } from "antd";
import type { ReactNode } from "react";
import { useRef, useState } from "react";

import { ask } from "../../../api/client.ts";
import { messageOf } from "../../../api/problem.ts";
import { LoadingState } from "../../../parts/states.tsx";
import type { EditedReport } from "../saving/use-draft.ts";
import { Confirmation } from "./confirmation.tsx";
import "./importing.css";

/** What the server reads. */
const accepted = ".pdf,.doc,.docx,.xls,.xlsx,.html,.htm,.mht,.mhtml,.csv,.txt,.md,.json";

/** ImportDialog (导入文件). */
export function ImportDialog({
  report,
  plan,
  edited,
  onTake,
  onClose,
}: {
  readonly report: ReportView;
  readonly plan: EntryPlan;
  readonly edited: EditedReport;
  readonly onTake: (changes: readonly EntryChange[]) => void;
  readonly onClose: () => void;
}): ReactNode {
  const [file, setFile] = useState<File | null>(null);
  const reading = useMutation({ mutationFn: (chosen: File) => readDocument(report.ref, chosen) });
  const choose = (chosen: File | undefined): void => {
    if (chosen === undefined) return;
    setFile(chosen);
    reading.mutate(chosen);
  };
  return (
    <Modal
      open
      title="导入文件"
      width="min(1240px, 96vw)"
      footer={null}
      onCancel={onClose}
      mask={{ closable: false }}
    >
      {reading.data === undefined ? (
        <div className="import-begin">
          <p>
            可导入填好的录入底稿，或任何已公开的决算、自评文件（PDF、Word、Excel、网页、文本或本系统的数据文件）。读出的内容逐处确认后才会填入。
          </p>
          <FileButton isBusy={reading.isPending} onChoose={choose} />
          {reading.isPending ? <LoadingState rows={4} /> : null}
          {reading.error === null ? null : <Alert type="error" showIcon title={messageOf(reading.error)} />}
        </div>
      ) : (
        <Confirmation
          report={report}
          reading={reading.data}
          file={file}
          plan={plan}
          entries={edited.draft.shown}
          onTake={(changes) => {
            onTake(changes);
            onClose();
          }}
        />
      )}
    </Modal>
  );
}

async function readDocument(report: string, file: File): Promise<ImportReading> {
  const body = new FormData();
  body.append("file", file, file.name);
  return (await ask(importReading, `/reports/${report}/imports`, { method: "POST", body })).value;
}

function FileButton({
  isBusy,
  onChoose,
}: {
  readonly isBusy: boolean;
  readonly onChoose: (file: File | undefined) => void;
}): ReactNode {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <input
        ref={input}
        type="file"
        hidden
        accept={accepted}
        aria-label="要导入的文件"
        onChange={(event) => onChoose(event.target.files?.[0])}
      />
      <Button type="primary" loading={isBusy} onClick={() => input.current?.click()}>
        选择文件
      </Button>
    </>
  );
}
