// A task: handed out to all units of its year or to chosen ones, or its days changed afterwards.

import { taskAdded, taskView } from "@jueming/server/contract/administration.ts";
import type { TaskView } from "@jueming/server/contract/administration.ts";
import { editionList } from "@jueming/server/contract/editions.ts";
import type { EditionLine } from "@jueming/server/contract/editions.ts";
import { KIND_NAMES, REPORT_KINDS } from "@jueming/server/contract/report-states.ts";
import type { ReportKind } from "@jueming/server/contract/report-states.ts";
import { useQuery } from "@tanstack/react-query";
import { App, Checkbox, Form, Input, InputNumber, Radio, Select } from "antd";
import type { ReactNode } from "react";

import { useAct } from "../../../api/acts.ts";
import { read } from "../../../api/client.ts";
import { regionOf, useSignedIn } from "../../../api/session.ts";
import { FormDialog } from "../../../parts/form-dialog.tsx";
import { UnitsPicker } from "../../../parts/unit-picker/unit-picker.tsx";

interface Days {
  readonly dueFilling: string;
  readonly dueDepartment: string;
  readonly dueFinance: string;
  readonly duePublication: string;
}

interface Values extends Days {
  readonly title: string;
  readonly note?: string;
  readonly closed?: boolean;
}

interface NewValues extends Values {
  readonly year: number;
  readonly kind: ReportKind;
  readonly edition: string;
  readonly whom: "all" | "chosen";
  readonly units?: readonly string[];
}

/** TaskForm (下达任务、调整任务). */
export function TaskForm({
  task,
  onClose,
}: {
  readonly task: TaskView | null;
  readonly onClose: () => void;
}): ReactNode {
  return task === null ? <NewTask onClose={onClose} /> : <ChangedTask task={task} onClose={onClose} />;
}

function ChangedTask({
  task,
  onClose,
}: {
  readonly task: TaskView;
  readonly onClose: () => void;
}): ReactNode {
  const act = useAct(taskView, ({ note = "", closed = false, ...values }: Values) => ({
    method: "PUT",
    path: `/administration/tasks/${task.ref}`,
    body: { ...values, note, closed },
  }));
  return (
    <FormDialog<Values>
      title="调整任务"
      okText="保存"
      initial={task}
      error={act.error}
      isBusy={act.isPending}
      onFinish={(values) => act.mutate(values, { onSuccess: onClose })}
      onClose={onClose}
    >
      <TitleField />
      <DayFields />
      <NoteField />
      <Form.Item name="closed" valuePropName="checked" style={{ marginBottom: 0 }}>
        <Checkbox>任务已结束</Checkbox>
      </Form.Item>
    </FormDialog>
  );
}

function NewTask({ onClose }: { readonly onClose: () => void }): ReactNode {
  const region = regionOf(useSignedIn());
  const { message } = App.useApp();
  const editions = useQuery({
    queryKey: ["editions"],
    queryFn: ({ signal }) => read(editionList, "/editions", signal),
  });
  const act = useAct(taskAdded, ({ whom, units = [], note = "", closed: _closed, ...values }: NewValues) => ({
    method: "POST",
    path: "/administration/tasks",
    body: { ...values, note, region, units: whom === "all" ? null : units },
  }));
  const finish = (values: NewValues): void =>
    act.mutate(values, {
      onSuccess: ({ reports }) => {
        message.success(`已下达，新建 ${reports} 份报告`);
        onClose();
      },
    });
  const list = editions.data?.items ?? [];
  const [form] = Form.useForm<NewValues>();
  const local = editionFor(list, region);
  if (local !== undefined && form.getFieldValue("edition") === undefined) {
    queueMicrotask(() => form.setFieldsValue({ edition: local.id }));
  }
  return (
    <FormDialog<NewValues>
      title="下达年度任务"
      okText="下达"
      width={640}
      form={form}
      initial={firstValues()}
      error={act.error ?? editions.error}
      isBusy={act.isPending}
      onFinish={finish}
      onClose={onClose}
    >
      <WhatFields editions={list} />
      <TitleField />
      <DayFields />
      <WhomFields />
      <NoteField />
    </FormDialog>
  );
}

/** 决算 of the year before; the days that the year's circular usually sets are for the office to say. */
function firstValues(): Partial<NewValues> {
  const year = new Date().getFullYear() - 1;
  return { year, kind: "final-accounts", whom: "all", title: `${year}年度${KIND_NAMES["final-accounts"]}` };
}

/** The newest edition of the narrowest division that the region lies in. */
function editionFor(editions: readonly EditionLine[], region: string): EditionLine | undefined {
  const reach = ({ divisions }: EditionLine): number =>
    Math.max(
      divisions.length === 0 ? 0 : -1,
      ...divisions.map((code) => (region.startsWith(code) ? code.length : -1)),
    );
  return editions
    .filter((one) => reach(one) >= 0)
    .toSorted((a, b) => reach(b) - reach(a) || b.fromYear - a.fromYear)[0];
}

function WhatFields({ editions }: { readonly editions: readonly EditionLine[] }): ReactNode {
  return (
    <div className="form-columns">
      <Form.Item name="year" label="决算年度" rules={[{ required: true, message: "请输入年度" }]}>
        <InputNumber min={2000} max={2100} style={{ width: "100%" }} />
      </Form.Item>
      <Form.Item name="kind" label="报告">
        <Select options={REPORT_KINDS.map((value) => ({ value, label: KIND_NAMES[value] }))} />
      </Form.Item>
      <Form.Item name="edition" label="版式" rules={[{ required: true, message: "请选择版式" }]}>
        <Select options={editions.map(({ id, name }) => ({ value: id, label: name }))} />
      </Form.Item>
    </div>
  );
}

function TitleField(): ReactNode {
  return (
    <Form.Item name="title" label="任务名称" rules={[{ required: true, min: 2, message: "请输入任务名称" }]}>
      <Input maxLength={200} />
    </Form.Item>
  );
}

const days: readonly (readonly [keyof Days, string])[] = [
  ["dueFilling", "填报截止"],
  ["dueDepartment", "主管部门审核截止"],
  ["dueFinance", "财政审核截止"],
  ["duePublication", "公开截止"],
];

/** Each day is not before the one of the stage before it. */
function DayFields(): ReactNode {
  return (
    <div className="form-columns">
      {days.map(([name, label], index) => (
        <Form.Item
          key={name}
          name={name}
          label={label}
          dependencies={days.slice(0, index).map(([before]) => before)}
          rules={[
            { required: true, message: "请选择日期" },
            ({ getFieldValue }) => ({
              validator: (_rule: unknown, day: string | undefined) => {
                const before: unknown = index === 0 ? undefined : getFieldValue(days[index - 1]?.[0]);
                return typeof before === "string" && day !== undefined && day < before
                  ? Promise.reject(new Error("不能早于上一环节"))
                  : Promise.resolve();
              },
            }),
          ]}
        >
          <Input type="date" />
        </Form.Item>
      ))}
    </div>
  );
}

function WhomFields(): ReactNode {
  return (
    <>
      <Form.Item name="whom" label="下达给">
        <Radio.Group
          options={[
            { value: "all", label: "该年度全部在用单位" },
            { value: "chosen", label: "指定单位" },
          ]}
        />
      </Form.Item>
      <Form.Item noStyle dependencies={["whom", "year"]}>
        {({ getFieldValue }) =>
          getFieldValue("whom") === "chosen" ? (
            <Form.Item
              name="units"
              label="指定单位"
              rules={[{ required: true, message: "请至少选择一个单位" }]}
            >
              <UnitsPicker year={Number(getFieldValue("year"))} />
            </Form.Item>
          ) : null
        }
      </Form.Item>
    </>
  );
}

function NoteField(): ReactNode {
  return (
    <Form.Item name="note" label="说明（填报人可见）">
      <Input.TextArea rows={2} maxLength={2000} />
    </Form.Item>
  );
}
