// A unit as it is in a year: added, or changed.

import { unitView } from "@jueming/server/contract/administration.ts";
import type { UnitView } from "@jueming/server/contract/administration.ts";
import { Checkbox, Form, Input, Radio, Select } from "antd";
import type { ReactNode } from "react";

import { useAct } from "../../../api/acts.ts";
import { regionOf, useSignedIn } from "../../../api/session.ts";
import { FormDialog } from "../../../parts/form-dialog.tsx";
import { UnitPicker } from "../../../parts/unit-picker/unit-picker.tsx";
import { typeNames } from "./pasted-units.ts";

interface Values {
  readonly name: string;
  readonly code?: string;
  readonly kind: "department" | "unit";
  readonly type?: UnitView["type"];
  readonly department?: string | null;
  readonly active: boolean;
}

const types = Object.entries(typeNames).map(([value, label]) => ({ value, label }));

/** UnitForm (单位信息). */
export function UnitForm({
  year,
  unit,
  onClose,
}: {
  readonly year: number;
  readonly unit: UnitView | null;
  readonly onClose: () => void;
}): ReactNode {
  const region = regionOf(useSignedIn());
  const act = useAct(unitView, ({ name, code, kind, type, department, active }: Values) => ({
    method: unit === null ? "POST" : "PUT",
    path: unit === null ? "/administration/units" : `/administration/units/${unit.ref}`,
    body: {
      region,
      year,
      name,
      code: code === undefined || code === "" ? null : code,
      kind,
      type: type ?? null,
      department: kind === "department" ? null : (department ?? null),
      active,
    },
  }));
  const initial: Partial<Values> =
    unit === null
      ? { kind: "unit", active: true }
      : { ...unit, code: unit.code ?? "", department: unit.department?.ref ?? null };
  return (
    <FormDialog<Values>
      title={unit === null ? `新增${year}年度单位` : `修改${year}年度单位`}
      okText="保存"
      initial={initial}
      error={act.error}
      isBusy={act.isPending}
      onFinish={(values) => act.mutate(values, { onSuccess: onClose })}
      onClose={onClose}
    >
      <Fields year={year} unit={unit} />
    </FormDialog>
  );
}

function Fields({ year, unit }: { readonly year: number; readonly unit: UnitView | null }): ReactNode {
  return (
    <>
      <Form.Item name="name" label="单位全称" rules={[{ required: true, min: 2, message: "请输入单位全称" }]}>
        <Input autoFocus />
      </Form.Item>
      <div className="form-columns">
        <Form.Item name="code" label="单位代码">
          <Input />
        </Form.Item>
        <Form.Item name="type" label="类型">
          <Select allowClear options={types} placeholder="可以不填" />
        </Form.Item>
      </div>
      <Form.Item name="kind" label="层级">
        <Radio.Group
          options={[
            { value: "department", label: "主管部门" },
            { value: "unit", label: "所属预算单位" },
          ]}
        />
      </Form.Item>
      <Form.Item noStyle dependencies={["kind"]}>
        {({ getFieldValue }) =>
          getFieldValue("kind") === "unit" ? (
            <Form.Item
              name="department"
              label="主管部门"
              rules={[{ required: true, message: "请选择主管部门" }]}
            >
              <UnitPicker year={year} known={unit?.department ?? null} onlyDepartments />
            </Form.Item>
          ) : null
        }
      </Form.Item>
      <Form.Item name="active" valuePropName="checked" style={{ marginBottom: 0 }}>
        <Checkbox>在用（停用后不再给它下达任务，已有报告保留）</Checkbox>
      </Form.Item>
    </>
  );
}
