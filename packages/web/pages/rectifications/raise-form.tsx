// A problem raised by people: of an audit, an inspection, a review.

import type { RectificationDraft } from "@jueming/server/contract/rectifications.ts";
import { rectificationRaised } from "@jueming/server/contract/rectifications.ts";
import { Form, Input, InputNumber, Select } from "antd";
import type { ReactNode } from "react";

import { useAct } from "../../api/acts.ts";
import { FormDialog } from "../../parts/form-dialog.tsx";
import { UnitPicker } from "../../parts/unit-picker/unit-picker.tsx";

interface Values {
  readonly unit: string;
  readonly year: number;
  readonly origin: string;
  readonly subject?: string;
  readonly problem: string;
  readonly advice?: string;
  readonly due?: string;
}

const origins = ["审计", "财会监督", "人大审议", "绩效评价", "审核"].map((value) => ({
  value,
  label: value,
}));

/** RaiseForm (登记问题). */
export function RaiseForm({ onClose }: { readonly onClose: () => void }): ReactNode {
  const act = useAct(rectificationRaised, ({ subject = "", advice = "", due, ...values }: Values) => ({
    method: "POST",
    path: "/rectifications",
    body: {
      ...values,
      report: null,
      subject,
      advice,
      due: due === undefined || due === "" ? null : due,
    } satisfies RectificationDraft,
  }));
  return (
    <FormDialog<Values>
      title="登记问题"
      okText="列入台账"
      initial={{ year: new Date().getFullYear() - 1, origin: "审核" }}
      error={act.error}
      isBusy={act.isPending}
      onFinish={(values) => act.mutate(values, { onSuccess: onClose })}
      onClose={onClose}
    >
      <div className="form-pairs">
        <Form.Item name="year" label="所属年度" rules={[{ required: true, message: "请输入年度" }]}>
          <InputNumber min={2000} max={2100} style={{ width: "100%" }} />
        </Form.Item>
        <Form.Item name="origin" label="问题来源">
          <Select options={origins} />
        </Form.Item>
      </div>
      <Form.Item noStyle dependencies={["year"]}>
        {({ getFieldValue }) => (
          <Form.Item name="unit" label="责任单位" rules={[{ required: true, message: "请选择单位" }]}>
            <UnitPicker year={Number(getFieldValue("year"))} />
          </Form.Item>
        )}
      </Form.Item>
      <Form.Item name="subject" label="对象（表、项目，可不填）">
        <Input maxLength={200} />
      </Form.Item>
      <Form.Item name="problem" label="问题" rules={[{ required: true, min: 2, message: "请写明问题" }]}>
        <Input.TextArea rows={3} />
      </Form.Item>
      <Form.Item name="advice" label="整改建议">
        <Input.TextArea rows={2} />
      </Form.Item>
      <Form.Item name="due" label="整改期限">
        <Input type="date" />
      </Form.Item>
    </FormDialog>
  );
}
