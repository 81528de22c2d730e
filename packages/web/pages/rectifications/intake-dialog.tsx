// 列入台账: the problems of a published report, shown before they are entered.

import type { IntakePreview, RectificationIntake } from "@jueming/server/contract/rectifications.ts";
import { intakePreview, rectificationsRaised } from "@jueming/server/contract/rectifications.ts";
import type { UseQueryResult } from "@tanstack/react-query";
import { useQuery } from "@tanstack/react-query";
import { App, Form, Input, Modal, Select } from "antd";
import type { ReactNode } from "react";
import { useState } from "react";

import { useAct } from "../../api/acts.ts";
import { read } from "../../api/client.ts";
import { withWords } from "../../api/lists.ts";
import { ProblemNote } from "../../parts/form-dialog.tsx";
import type { Column } from "../../parts/list-table/list-table.tsx";
import { ListTable } from "../../parts/list-table/list-table.tsx";
import { PUBLIC_STATES, ReportPicker } from "../../parts/report-picker/report-picker.tsx";
import { Loaded } from "../../parts/states.tsx";

type Least = NonNullable<RectificationIntake["least"]>;
const leastWords: readonly { readonly value: Least; readonly label: string }[] = [
  { value: "error", label: "只列错误" },
  { value: "warning", label: "错误和警告" },
  { value: "hint", label: "错误、警告和提示" },
];

/** What is chosen in the dialog. */
interface Choice {
  readonly report: string | null;
  readonly least: Least;
  readonly due: string;
}

/** IntakeDialog (列入台账). `report` names the report where it is chosen already. */
export function IntakeDialog({
  report,
  onClose,
}: {
  readonly report: string | null;
  readonly onClose: () => void;
}): ReactNode {
  const [choice, setChoice] = useState<Choice>({ report, least: "warning", due: "" });
  const { message } = App.useApp();
  const preview = usePreview(choice);
  const act = useAct(rectificationsRaised, (body: RectificationIntake) => ({
    method: "POST",
    path: "/rectifications/intake",
    body,
  }));
  const { items = [], gone = 0 } = preview.data ?? {};
  const done = ({ added }: { readonly added: number }): void => {
    void message.success(`已列入 ${added} 项。`);
    onClose();
  };
  const enter = (): void => {
    const { report: chosen, least, due } = choice;
    if (chosen === null) return;
    act.mutate({ report: chosen, least, due: due === "" ? null : due }, { onSuccess: done });
  };
  return (
    <Modal
      open
      title="从报告列入台账"
      width={760}
      okText={items.length === 0 ? "列入台账" : `列入 ${items.length} 项`}
      okButtonProps={{ disabled: items.length + gone === 0 }}
      confirmLoading={act.isPending}
      onOk={enter}
      onCancel={onClose}
      mask={{ closable: false }}
    >
      {act.error === null ? null : <ProblemNote error={act.error} />}
      <ChoiceFields choice={choice} onChange={setChoice} />
      {choice.report === null ? (
        <p className="soft">选定报告后，这里先列出将要列入的问题，确认后才入账。</p>
      ) : (
        <Loaded query={preview} rows={3}>
          {(found) => <Preview found={found} />}
        </Loaded>
      )}
    </Modal>
  );
}

const usePreview = ({ report, least }: Choice): UseQueryResult<IntakePreview> =>
  useQuery({
    queryKey: ["intake", report, least],
    queryFn: ({ signal }) =>
      read(intakePreview, withWords("/rectifications/intake", { report, least }), signal),
    enabled: report !== null,
  });

function ChoiceFields({
  choice,
  onChange,
}: {
  readonly choice: Choice;
  readonly onChange: (choice: Choice) => void;
}): ReactNode {
  return (
    <Form layout="vertical">
      <Form.Item label="已公开的报告" htmlFor="intake-report">
        <ReportPicker
          id="intake-report"
          states={PUBLIC_STATES}
          value={choice.report}
          onChange={(report) => onChange({ ...choice, report })}
        />
      </Form.Item>
      <div className="form-pairs">
        <Form.Item label="列入哪些核对发现" htmlFor="intake-least">
          <Select<Least>
            id="intake-least"
            value={choice.least}
            options={[...leastWords]}
            onChange={(least) => onChange({ ...choice, least })}
          />
        </Form.Item>
        <Form.Item label="整改期限" htmlFor="intake-due">
          <Input
            id="intake-due"
            type="date"
            value={choice.due}
            onChange={(event) => onChange({ ...choice, due: event.target.value })}
          />
        </Form.Item>
      </div>
    </Form>
  );
}

type Item = IntakePreview["items"][number];
const columns: readonly Column<Item>[] = [
  {
    title: "将要列入的问题",
    cell: ({ problem, advice, recurrence, origin, code, severity, subject }) => (
      <>
        {problem}
        <div className="soft">
          {[origin, code, severity, subject].filter((part) => part !== null && part !== "").join(" · ")}
        </div>
        {advice === "" ? null : <div className="soft">建议：{advice}</div>}
        {recurrence === null ? null : <div className="severity-warning">↻ 上年同类：{recurrence}</div>}
      </>
    ),
  },
];

function Preview({
  found: { items, known, gone, unitName, year },
}: {
  readonly found: IntakePreview;
}): ReactNode {
  return (
    <>
      <p role="status">
        {unitName}
        {year}年度：新列入 {items.length} 项{known === 0 ? "" : `；已在台账 ${known} 项，不重复列入`}
        {gone === 0 ? "" : `；其中 ${gone} 项在公开的报告中已不再出现`}。
      </p>
      {items.length === 0 ? (
        <p className="soft">没有新的问题：已作说明的发现和由同一原因引起的发现不单独列入。</p>
      ) : (
        <div className="intake-list">
          <ListTable
            caption="将要列入的问题"
            columns={columns}
            items={items}
            keyOf={(item) => `${item.code ?? item.origin} ${item.subject} ${item.problem}`}
          />
        </div>
      )}
    </>
  );
}
