// The tree of one year, taken over to another; units that the other has already stay as they are.

import { treeCarried } from "@jueming/server/contract/administration.ts";
import { App, Form, InputNumber } from "antd";
import type { ReactNode } from "react";

import { useAct } from "../../../api/acts.ts";
import { regionOf, useSignedIn } from "../../../api/session.ts";
import { FormDialog } from "../../../parts/form-dialog.tsx";

/** CarryUnits (沿用到其他年度). */
export function CarryUnits({
  from,
  onClose,
}: {
  readonly from: number;
  readonly onClose: () => void;
}): ReactNode {
  const region = regionOf(useSignedIn());
  const { message } = App.useApp();
  const act = useAct(treeCarried, ({ to }: { readonly to: number }) => ({
    method: "POST",
    path: "/administration/units/carry",
    body: { region, from, to },
  }));
  return (
    <FormDialog<{ readonly to: number }>
      title={`沿用${from}年度名录`}
      okText="沿用"
      initial={{ to: from + 1 }}
      error={act.error}
      isBusy={act.isPending}
      onFinish={(values) =>
        act.mutate(values, {
          onSuccess: ({ units }) => {
            message.success(`${values.to}年度名录新增 ${units} 个单位`);
            onClose();
          },
        })
      }
      onClose={onClose}
    >
      <Form.Item
        name="to"
        label="沿用到哪一年度"
        extra="在用的单位连同归口关系一起带过去；那一年度已有的单位保持不变，之后可以分别调整。"
        rules={[{ required: true, message: "请输入年度" }]}
      >
        <InputNumber min={2000} max={2100} autoFocus />
      </Form.Item>
    </FormDialog>
  );
}
