// A list of units pasted from a spreadsheet: what was read is shown before it is taken over.

import { listAdded } from "@jueming/server/contract/administration.ts";
import { App, Input, Modal } from "antd";
import type { ReactNode } from "react";
import { useState } from "react";

import { useAct } from "../../../api/acts.ts";
import { regionOf, useSignedIn } from "../../../api/session.ts";
import { ProblemNote } from "../../../parts/form-dialog.tsx";
import type { Column } from "../../../parts/list-table/list-table.tsx";
import { ListTable } from "../../../parts/list-table/list-table.tsx";
import type { PastedUnit } from "./pasted-units.ts";
import { readPastedUnits, typeNames } from "./pasted-units.ts";

const columns: readonly Column<PastedUnit>[] = [
  { title: "单位", cell: ({ name }) => name },
  { title: "代码", cell: ({ code }) => code ?? "" },
  { title: "类型", cell: ({ type }) => (type === null ? "" : typeNames[type]) },
  { title: "主管部门", cell: ({ departmentName }) => departmentName ?? "（本身是主管部门）" },
];

/** PasteUnits (从表格粘贴). */
export function PasteUnits({
  year,
  onClose,
}: {
  readonly year: number;
  readonly onClose: () => void;
}): ReactNode {
  const region = regionOf(useSignedIn());
  const { message } = App.useApp();
  const [text, setText] = useState("");
  const { units, faults } = readPastedUnits(text);
  const act = useAct(listAdded, (list: readonly PastedUnit[]) => ({
    method: "POST",
    path: "/administration/units/list",
    body: { region, year, units: list },
  }));
  const take = (): void =>
    act.mutate(units, {
      onSuccess: ({ added, changed }) => {
        message.success(`新增 ${added} 个单位，更新 ${changed} 个`);
        onClose();
      },
    });
  return (
    <Modal
      open
      width={760}
      title={`粘贴${year}年度单位名录`}
      okText={units.length === 0 ? "导入" : `导入 ${units.length} 个单位`}
      okButtonProps={{ disabled: units.length === 0 || faults.length > 0 }}
      confirmLoading={act.isPending}
      onOk={take}
      onCancel={onClose}
    >
      {act.error === null ? null : <ProblemNote error={act.error} />}
      <PasteField text={text} faults={faults} onText={setText} />
      {units.length === 0 ? null : (
        <div className="paste-preview">
          <ListTable caption="将要导入的单位" columns={columns} items={units} keyOf={({ name }) => name} />
        </div>
      )}
    </Modal>
  );
}

function PasteField({
  text,
  faults,
  onText,
}: {
  readonly text: string;
  readonly faults: readonly string[];
  readonly onText: (text: string) => void;
}): ReactNode {
  return (
    <>
      <p className="soft" style={{ marginBottom: 8 }} id="paste-help">
        在电子表格中选中“单位名称、代码、类型、主管部门”几列后复制，粘贴到下面。主管部门一列留空的即为主管部门；名录中已有的单位按名称更新。
      </p>
      <Input.TextArea
        aria-label="粘贴名录"
        aria-describedby="paste-help"
        autoFocus
        rows={6}
        value={text}
        onChange={(event) => onText(event.target.value)}
      />
      {faults.length === 0 ? null : (
        <ul role="alert" className="severity-error">
          {faults.slice(0, 8).map((fault) => (
            <li key={fault}>{fault}</li>
          ))}
        </ul>
      )}
    </>
  );
}
